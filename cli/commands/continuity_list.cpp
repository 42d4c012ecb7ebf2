#include "cli/command.hpp"

#include "cli/continuity_options.hpp"
#include "cli/table.hpp"

#include <algorithm>

namespace hdskit::cli::commands {
namespace {

constexpr Option options[] = {continuity_kind_option};

/// The reference comes first; records without are called by their numbers.
std::vector<std::size_t> columns_of(const RecordKind& kind) {
  std::vector<std::size_t> places;
  const auto reference = std::ranges::find(kind.fields, "reference", &FieldView::name);
  if (reference != kind.fields.end()) places.push_back(static_cast<std::size_t>(reference - kind.fields.begin()));
  for (const auto column : kind.columns)
    if (column != "reference") places.push_back(kind.index_of(column));
  return places;
}

int run(Context& context) {
  const auto& kind = chosen_continuity_kind(context.arguments);
  const auto workspace = context.open_workspace();
  const auto records = kind.all(workspace);
  if (context.json) {
    JsonArrayPrinter printer{context.out};
    for (const auto& record : records) printer.add(record_json(kind, record));
    printer.end();
    return 0;
  }
  const auto places = columns_of(kind);
  const bool numbered = kind.fields[places.front()].name != "reference";
  std::vector<std::string> headings;
  if (numbered) headings.push_back(tr("No."));
  for (const auto place : places) headings.push_back(tr(kind.fields[place].label));
  Table table{headings};
  for (const auto& record : records) {
    std::vector<std::string> row;
    if (numbered) row.push_back(std::to_string(record.id));
    for (const auto place : places) row.push_back(shown_value(workspace, kind.fields[place], record.values[place]));
    table.add(std::move(row));
  }
  table.print(context.out, context.surroundings.output_width);
  return 0;
}

} // namespace

extern const Command continuity_list;
const Command continuity_list{
    .name = "continuity list",
    .summary = marked("List the activities, or another kind of record of continuity"),
    .options = options,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
