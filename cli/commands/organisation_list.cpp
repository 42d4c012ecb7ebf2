#include "cli/command.hpp"

#include "cli/context.hpp"
#include "cli/organisation_options.hpp"
#include "cli/table.hpp"

namespace hdskit::cli::commands {
namespace {

constexpr Option operands[] = {kind_operand};

Table table_of(const Workspace& workspace, const RecordKind& kind, const std::vector<RecordView>& records) {
  std::vector<std::size_t> places;
  std::vector<std::string> headings{tr("No.")};
  for (const auto column : kind.columns) {
    places.push_back(kind.index_of(column));
    headings.push_back(tr(kind.fields[places.back()].label));
  }
  Table table{headings};
  for (const auto& record : records) {
    std::vector<std::string> row{std::to_string(record.id)};
    for (const auto place : places) row.push_back(shown_value(workspace, kind.fields[place], record.values[place]));
    table.add(std::move(row));
  }
  return table;
}

int run(Context& context) {
  const auto& kind = record_kind(context.arguments.text("kind"));
  const auto workspace = context.open_workspace();
  const auto records = kind.all(workspace);
  if (context.json) {
    json::array all;
    for (const auto& record : records) all.push_back(record_json(kind, record));
    print_json(context.out, all);
  } else {
    table_of(workspace, kind, records).print(context.out, context.surroundings.output_width);
  }
  return 0;
}

} // namespace

extern const Command organisation_list;
const Command organisation_list{
    .name = "organisation list",
    .summary = marked("List the entities, sites, services, clients, contracts, people, mandates or subcontractors"),
    .operands = operands,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
