#include "cli/command.hpp"

#include "cli/context.hpp"
#include "cli/json.hpp"
#include "cli/table.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/requirements/answer_store.hpp"
#include "toolkit/risk/coverage.hpp"
#include "toolkit/risk/study_store.hpp"

#include <algorithm>
#include <ostream>

namespace hdskit::cli::commands {
namespace {

std::vector<std::pair<std::string, std::string>> obligations_of(const Checklist& checklist) {
  std::vector<std::pair<std::string, std::string>> obligations;
  for (const auto& obligation : checklist.obligations) obligations.emplace_back(obligation.id, obligation.title.in_current_language());
  return obligations;
}

json::array as_json(const std::vector<Covered>& all) {
  json::array array;
  for (const auto& one : all)
    array.push_back(json::object{{"id", json_text(one.id)},
                                 {"title", json_text(one.title.in_current_language())},
                                 {"covered", !one.risks.empty()},
                                 {"risks", json::array(one.risks.begin(), one.risks.end())},
                                 {"operational", json::array(one.operational.begin(), one.operational.end())}});
  return array;
}

void print(Context& context, const std::string& what, const std::vector<Covered>& all) {
  Table table{{what, tr("Risks"), tr("Scenarios"), tr("Title")}};
  for (const auto& one : all)
    table.add({one.id, one.risks.empty() ? tr("none") : joined(one.risks, ", "), joined(one.operational, ", "), one.title.in_current_language()});
  table.print(context.out, context.surroundings.output_width);
  const auto covered = std::ranges::count_if(all, [](const Covered& one) { return !one.risks.empty(); });
  context.out << tr("{1} of {2} covered.", {std::to_string(covered), std::to_string(all.size())}) << "\n\n";
}

int run(Context& context) {
  const auto workspace = context.open_workspace();
  const auto study = read_study(workspace);
  const auto events = minimum_event_coverage(study), obligations = obligation_coverage(study, obligations_of(workspace_checklist(workspace)));
  const auto feared = feared_events_without_scenario(study);
  if (context.json) {
    print_json(context.out, json::object{{"minimum_events", as_json(events)},
                                         {"obligations", as_json(obligations)},
                                         {"feared_events_without_scenario", json::array(feared.begin(), feared.end())}});
    return 0;
  }
  print(context, tr("Minimum event"), events);
  print(context, tr("Obligation"), obligations);
  if (!feared.empty()) context.out << tr("Feared events that no scenario and no risk names: {1}", {joined(feared, ", ")}) << '\n';
  return 0;
}

} // namespace

extern const Command risk_coverage;
const Command risk_coverage{
    .name = "risk coverage",
    .summary = marked("Show which minimum events and which obligations the risks speak of"),
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
