#include "cli/command.hpp"

#include "cli/framework_options.hpp"
#include "cli/written_file.hpp"
#include "toolkit/evidence/evidence_store.hpp"
#include "toolkit/exchange/oscal_assessment.hpp"
#include "toolkit/exchange/requirement_csv.hpp"
#include "toolkit/organisation/organisation_store.hpp"

#include <algorithm>

namespace hdskit::cli::commands {
namespace {

constexpr std::string_view formats[] = {"table", "oscal"};
constexpr Option options[] = {
    framework_option,
    table_output_option,
    {.name = "format",
     .placeholder = marked("FORMAT"),
     .help = marked("A table, or the assessment results of OSCAL as JSON (default: table)."),
     .kind = OptionKind::choice,
     .choices = formats},
};

int export_oscal(Context& context) {
  const auto workspace = context.open_workspace();
  const auto entities = read_organisation(workspace).entities;
  const auto host = std::ranges::find(entities, EntityRole::host, &LegalEntity::role);
  deliver(context, oscal_assessment(chosen_checklist(workspace, context.arguments), all_answers(workspace), all_evidence(workspace),
                                    host == entities.end() ? workspace.location() : host->name, context.surroundings.now));
  return 0;
}

int run(Context& context) {
  if (context.arguments.text("format") == "oscal") return export_oscal(context);
  hand_over_workbook(context, context.arguments.text("output"));
  const auto workspace = context.open_workspace();
  deliver_table(context, requirement_sheet(chosen_checklist(workspace, context.arguments), all_answers(workspace), all_evidence(workspace)));
  return 0;
}

} // namespace

extern const Command requirement_export;
const Command requirement_export{
    .name = "requirement export",
    .summary = marked("Write the items and their answers as a table that a spreadsheet opens, or as OSCAL"),
    .options = options,
    .run = run,
};

} // namespace hdskit::cli::commands
