#include "cli/command.hpp"

#include "cli/context.hpp"
#include "cli/json.hpp"
#include "cli/procedure_view.hpp"
#include "cli/table.hpp"
#include "toolkit/continuity/care_programme.hpp"
#include "toolkit/continuity/continuity_store.hpp"

namespace hdskit::cli::commands {
namespace {

constexpr Option options[] = {today_option};

const char* word_of(const CareObjective& objective) {
  if (!objective.computed) return "person";
  switch (objective.verdict) {
    case Verdict::met: return "met";
    case Verdict::at_risk: return "partly";
    case Verdict::not_met: return "not_met";
    case Verdict::not_assessed: break;
  }
  return "not_assessed";
}

std::string shown(const CareObjective& objective) {
  if (!objective.computed) return tr("to be answered by a person");
  switch (objective.verdict) {
    case Verdict::met: return tr("met");
    case Verdict::at_risk: return tr("partly met");
    case Verdict::not_met: return tr("not met");
    case Verdict::not_assessed: break;
  }
  return tr("not assessed");
}

int run(Context& context) {
  const auto objectives = care_objectives(read_continuity(context.open_workspace()), context.date_or_today());
  json::array all;
  Table table{{tr("Objective"), tr("State"), tr("Title"), tr("Found")}};
  for (const auto& objective : objectives) {
    all.push_back(json::object{{"id", json_text(objective.id)},
                               {"title", json_text(objective.title())},
                               {"source", json_text(objective.source)},
                               {"computed", objective.computed},
                               {"state", word_of(objective)},
                               {"sentence", json_text(objective.sentence)},
                               {"proof", json_text(objective.proof())}});
    table.add({objective.id, shown(objective), objective.title(), objective.sentence});
  }
  if (context.json) print_json(context.out, json::object{{"objectives", std::move(all)}});
  else table.print(context.out, context.surroundings.output_width);
  return 0;
}

} // namespace

extern const Command continuity_care;
const Command continuity_care{
    .name = "continuity care",
    .summary = marked("Show the objectives of the CaRE programme, domain 2, with what the workspace proves by itself"),
    .options = options,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
