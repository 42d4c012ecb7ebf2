#include "gui/presenter/register_rows.hpp"

#include "gui/presenter/citable_documents.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/organisation/by_reference.hpp"
#include "toolkit/organisation/cited_records.hpp"
#include "toolkit/workspace/sought_words.hpp"

#include <algorithm>

namespace hdskit::gui {
namespace {

CellKind cell_kind(FieldKind kind) { return kind == FieldKind::date ? CellKind::date : kind == FieldKind::number ? CellKind::number : CellKind::text; }

Cell field_cell(const FieldView& field, const std::string& value) {
  const auto choice = std::ranges::find(field.choices, value, &Choice::word);
  return {choice != field.choices.end() ? tr(choice->label) : value};
}

std::vector<std::size_t> listed_fields(const RecordKind& kind) {
  std::vector<std::size_t> fields{kind.index_of("reference")};
  for (const auto column : kind.columns)
    if (column != "reference") fields.push_back(kind.index_of(column));
  return fields;
}

std::string title(const RecordKind& kind, const RecordView& record) {
  const auto reference = std::string{value_of(kind, record, "reference")};
  const auto named = std::ranges::find_if(kind.columns, [](std::string_view column) { return column != "reference"; });
  if (named == kind.columns.end()) return reference;
  const auto& field = kind.fields[kind.index_of(*named)];
  return cited_as(reference, field_cell(field, record.values[kind.index_of(field.name)]).text).label;
}

void refine(const Workspace& workspace, const RecordKind&, std::vector<FormField>& fields) {
  for (auto& field : fields)
    if (field.name == "evidence") make_citing(field, citable_documents(workspace));
}

} // namespace

ListRows register_rows(const RecordKind& kind, const std::vector<RecordView>& records, std::string_view words, const RegisterColumn& column,
                       const std::function<bool(const RecordView&)>& wanted) {
  const auto fields = listed_fields(kind);
  std::vector<SheetColumn> columns{{tr("Ref.")}};
  if (column.cell) columns.push_back({column.heading});
  for (std::size_t i = 1; i < fields.size(); ++i) columns.push_back({tr(kind.fields[fields[i]].label), cell_kind(kind.fields[fields[i]].kind)});
  const SoughtWords sought{words};
  std::vector<ListRow> rows;
  for (const auto& record : records) {
    if (!sought.are_in(record.values) || (wanted && !wanted(record))) continue;
    ListRow row{std::to_string(record.id), {{record.values[fields.front()]}}};
    if (column.cell) row.cells.push_back(column.cell(record));
    for (std::size_t i = 1; i < fields.size(); ++i) row.cells.push_back(field_cell(kind.fields[fields[i]], record.values[fields[i]]));
    rows.push_back(std::move(row));
  }
  return rows_at_hand(std::move(columns), std::move(rows));
}

std::int64_t record_referenced(const RecordKind& kind, const std::vector<RecordView>& records, std::string_view reference) {
  const auto key = reference_key(reference);
  const auto found = std::ranges::find_if(records, [&](const RecordView& each) { return reference_key(value_of(kind, each, "reference")) == key; });
  return found == records.end() ? 0 : found->id;
}

std::string_view value_of(const RecordKind& kind, const RecordView& record, std::string_view field) { return record.values[kind.index_of(field)]; }

RecordWays register_ways(std::span<const RecordKind> (*kinds)()) {
  const auto cited = [kinds](const Workspace& workspace, std::string_view words) {
    std::vector<FormChoice> choices;
    for (const auto& [reference, name] : citable_records(workspace, kinds(), words)) choices.push_back(cited_as(reference, reference == name ? "" : name));
    return choices;
  };
  return {.title = title, .cited = cited, .refine = refine};
}

} // namespace hdskit::gui
