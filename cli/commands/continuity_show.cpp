#include "cli/command.hpp"

#include "cli/continuity_view.hpp"
#include "cli/procedure_view.hpp"
#include "cli/table.hpp"
#include "toolkit/continuity/continuity_store.hpp"
#include "toolkit/organisation/record_key.hpp"

namespace hdskit::cli::commands {
namespace {

constexpr Option operands[] = {
    {.name = "reference",
     .placeholder = marked("REFERENCE"),
     .help = marked("The record to show whole, such as ACT1, PC2 or the code of a hosted service (default: all activities and services).")},
};
constexpr Option options[] = {continuity_referenced_kind_option, today_option};

ReferencedRecord record_asked(const Workspace& workspace, const Arguments& arguments) {
  if (!arguments.has("kind"))
    if (const auto service = record_with(workspace, record_kind("service"), arguments.text("reference"))) return *service;
  return find_in_continuity(workspace, arguments);
}

bool is_cited_by_reference(const RecordKind& kind) { return key_fields(kind).size() == 1; }

json::object as_json(const Workspace& workspace, const CheckedContinuity& checked, const ReferencedRecord& found) {
  auto object = record_json(found.kind, found.record);
  object["kind_of_record"] = json_text(found.kind.word);
  for (auto& [name, value] : standing_json(checked, found.key())) object[name] = value;
  json::array citing;
  if (is_cited_by_reference(found.kind))
    for (const auto& name : citing_in_continuity(workspace, found.kind, found.key())) citing.emplace_back(json_text(name));
  object["cited_by"] = std::move(citing);
  return object;
}

void print(Context& context, const Workspace& workspace, const CheckedContinuity& checked, const ReferencedRecord& found) {
  Sheet sheet;
  for (std::size_t i = 0; i < found.kind.fields.size(); ++i)
    if (!found.record.values[i].empty()) sheet.add(tr(found.kind.fields[i].label), shown_value(workspace, found.kind.fields[i], found.record.values[i]));
  sheet.print(context.out, context.surroundings.output_width);
  print_standing(context, checked, found.key());
  const auto citing = is_cited_by_reference(found.kind) ? citing_in_continuity(workspace, found.kind, found.key()) : std::vector<std::string>{};
  if (citing.empty()) return;
  context.out << '\n';
  Table table{{tr("Cited by")}};
  for (const auto& name : citing) table.add({name});
  table.print(context.out, context.surroundings.output_width);
}

int run(Context& context) {
  const auto workspace = context.open_workspace();
  const CheckedContinuity checked{workspace, context.date_or_today()};
  if (!context.arguments.has("reference")) {
    if (context.json) print_json(context.out, overview_json(checked));
    else print_overview(context, checked);
    return 0;
  }
  const auto found = record_asked(workspace, context.arguments);
  if (context.json) print_json(context.out, as_json(workspace, checked, found));
  else print(context, workspace, checked, found);
  return 0;
}

} // namespace

extern const Command continuity_show;
const Command continuity_show{
    .name = "continuity show",
    .summary = marked("Show what is promised of activities and services, or one record with what it needs and what is wrong with it"),
    .operands = operands,
    .options = options,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
