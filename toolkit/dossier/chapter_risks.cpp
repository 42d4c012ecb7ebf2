#include "toolkit/dossier/risk_map.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/risk/coverage.hpp"

namespace hdskit::chapters {
namespace {

Words::List coverage_rows(const std::vector<Covered>& covered) {
  Words::List rows;
  for (const auto& one : covered)
    rows.push_back(Words{}
                       .set("covered_id", one.id)
                       .set("covered_title", one.title.in_current_language())
                       .set("risks_text", one.risks.empty() ? "aucun" : listed(one.risks))
                       .set("risk_count", french_number(static_cast<std::int64_t>(one.risks.size())))
                       .set("scenarios_text", listed(one.operational))
                       .flag("covered", !one.risks.empty()));
  return rows;
}

Words::List version_rows(const std::vector<StudyVersion>& versions) {
  Words::List rows;
  for (const auto& version : versions) rows.push_back(record_words(version));
  return rows;
}

Words gather(const ChapterInput& input) {
  const RiskMap map{input};
  return frame_words(map).add(workshop_words(map)).add(scenario_words(map)).add(register_words(map)).add(action_plan_words(map)).add(coverage_words(map));
}

} // namespace

Words coverage_words(const RiskMap& map) {
  std::vector<std::pair<std::string, std::string>> obligations;
  for (const auto& obligation : map.input.facts.checklist.obligations) obligations.emplace_back(obligation.id, obligation.title.french);
  const auto uncovered = feared_events_without_scenario(map.study);
  Words words;
  words.list("minimum_events_covered", coverage_rows(minimum_event_coverage(map.study)))
      .list("obligations_covered", coverage_rows(obligation_coverage(map.study, obligations)))
      .flag("has_obligations", !obligations.empty())
      .set("uncovered_events", listed(uncovered))
      .flag("has_uncovered_events", !uncovered.empty())
      .flag("has_versions", !map.input.facts.study_versions.empty())
      .list("versions", version_rows(map.input.facts.study_versions));
  return words;
}

extern const Chapter risks;
const Chapter risks{.id = "risques",
                    .sentence = "The risk study: matrices, workshops, scenarios, register, action plan, what was accepted.",
                    .gather = gather,
                    .present = [](const ChapterInput& input) { return !input.facts.study.risks.empty(); }};

} // namespace hdskit::chapters
