#include "cli/command.hpp"

#include "cli/coverage_view.hpp"
#include "cli/framework_options.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/dossier/taken_over.hpp"
#include "toolkit/requirements/answer_store.hpp"
#include "toolkit/requirements/known_frameworks.hpp"

namespace hdskit::cli::commands {
namespace {

constexpr std::string_view activity_words[] = {"1", "2", "3", "4", "5", "6"};
constexpr Option options[] = {
    {.name = "from",
     .placeholder = marked("FRAMEWORK"),
     .help = marked("The framework that the hospital answers already, such as agrement-2006."),
     .required = true},
    {.name = "to", .placeholder = marked("FRAMEWORK"), .help = marked("The framework that is looked at, such as hds-v2."), .required = true},
    {.name = "remaining", .placeholder = nullptr, .help = marked("Show only what is still asked."), .kind = OptionKind::flag},
    {.name = "activity",
     .placeholder = marked("NUMBER"),
     .help = marked("A hosting activity that the hospital has, 1 to 6; may be given again (default: all)."),
     .kind = OptionKind::choice,
     .repeatable = true,
     .choices = activity_words},
    {.name = "date",
     .placeholder = marked("DATE"),
     .help = marked("The day on which documents must be in force (default: today in Paris)."),
     .kind = OptionKind::date},
};

std::vector<int> chosen_activities(const Arguments& arguments) {
  std::vector<int> activities;
  if (arguments.has("activity"))
    for (const auto& word : arguments.all("activity")) activities.push_back(word[0] - '0');
  return activities;
}

int run(Context& context) {
  const auto& arguments = context.arguments;
  const auto workspace = context.open_workspace();
  const auto from = known_framework(workspace, arguments.text("from")), to = known_framework(workspace, arguments.text("to"));
  if (from.id == to.id) throw Problem{ProblemKind::bad_input, "--to", tr("“{1}” is compared with itself.", {to.id}), tr("Give two different frameworks.")};
  const auto standings = item_standings(all_answers(workspace), evidence_in_force(workspace, context.date_or_today()));
  const auto coverage = coverage_of(from, to, all_pairs(workspace), standings, chosen_activities(arguments));
  if (context.json) print_json(context.out, coverage_json(from, to, coverage));
  else print_coverage(context, from, to, coverage, arguments.has("remaining"));
  return 0;
}

} // namespace

extern const Command requirement_coverage;
const Command requirement_coverage{
    .name = "requirement coverage",
    .summary = marked("Say what a framework still asks of a hospital that answers another one"),
    .options = options,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
