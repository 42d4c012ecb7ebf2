#include "toolkit/exchange/record_sheet.hpp"

namespace hdskit {

SheetColumn column_of(std::string_view field, FieldKind kind) {
  const auto cells = kind == FieldKind::date ? CellKind::date : kind == FieldKind::number || kind == FieldKind::reference ? CellKind::number : CellKind::text;
  return {std::string{field}, cells};
}

std::vector<std::string> shown_row(const RecordKind& kind, const std::vector<std::string>& values) {
  std::vector<std::string> row = values;
  for (std::size_t i = 0; i < kind.fields.size(); ++i)
    for (const auto& choice : kind.fields[i].choices)
      if (choice.word == values[i]) row[i] = tr(choice.label);
  return row;
}

Sheet labelled_sheet(const Workspace& workspace, const RecordKind& kind) {
  Sheet sheet{.title = tr(kind.label), .columns = {}, .rows = {}};
  for (const auto& field : kind.fields) sheet.columns.push_back({tr(field.label), column_of(field.name, field.kind).kind});
  for (const auto& record : kind.all(workspace)) sheet.rows.push_back(shown_row(kind, record.values));
  return sheet;
}

Sheet kind_sheet(const Workspace& workspace, const RecordKind& kind) {
  Sheet sheet{.title = tr(kind.label), .columns = {{"id", CellKind::number}}, .rows = {}};
  for (const auto& field : kind.fields) sheet.columns.push_back(column_of(field.name, field.kind));
  for (auto& record : kind.all(workspace)) {
    record.values.insert(record.values.begin(), std::to_string(record.id));
    sheet.rows.push_back(std::move(record.values));
  }
  return sheet;
}

} // namespace hdskit
