#include "toolkit/risk/assessment.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/risk/likelihood.hpp"

#include <algorithm>
#include <tuple>
#include <unordered_map>

namespace hdskit {
namespace {

/// Gravity and likelihood that scenarios give to risks, each found once however many risks ask.
class ScenarioGrades {
public:
  struct Grades {
    int gravity = 0, likelihood = 0;
  };
  explicit ScenarioGrades(const StudyIndex& index) : index_{index} {}

  const Grades& of(std::string_view reference) {
    static constexpr Grades none;
    if (const auto* operational = index_.operational_scenarios.find(reference)) return remembered(*operational);
    if (const auto* strategic = index_.strategic_scenarios.find(reference)) return remembered(*strategic);
    return none;
  }

private:
  template <typename Scenario> const Grades& remembered(const Scenario& scenario) {
    const auto [place, fresh] = known_.try_emplace(&scenario);
    if (fresh) place->second = grades_of(scenario);
    return place->second;
  }
  Grades grades_of(const OperationalScenario& scenario) { return {gravity_of(index_, scenario), likelihood_of(index_, scenario).value}; }
  Grades grades_of(const StrategicScenario& scenario) {
    Grades grades{gravity_of(index_, scenario), 0};
    for (const auto* path : index_.paths_of(scenario))
      for (const auto* operational : index_.scenarios_of(*path)) grades.likelihood = std::max(grades.likelihood, remembered(*operational).likelihood);
    return grades;
  }

  const StudyIndex& index_;
  std::unordered_map<const void*, Grades> known_;
};

int as_int(Rating rating) { return static_cast<int>(rating.value); }
Rating kept(Rating residual, Rating initial) { return residual ? residual : initial; }

/// A declared level counts unless the scale has no such class: the linter names that.
void declare(Standpoint& standpoint, Rating declared, const RiskScale& scale) {
  const bool known = declared && declared.value <= static_cast<std::int64_t>(scale.classes.size());
  standpoint.level = known ? as_int(declared) : standpoint.computed_level;
}

Standpoint standpoint_by_event(const RiskScale& scale, int gravity, int likelihood) {
  Standpoint standpoint{.gravity = gravity, .likelihood = likelihood};
  standpoint.computed_level = level_at(scale, Rating{gravity}, Rating{likelihood});
  return standpoint;
}

std::int64_t greatest_impact(const Risk& risk, const RiskScale& scale) {
  const auto [least, greatest] = std::minmax({risk.impact_availability.value, risk.impact_integrity.value, risk.impact_confidentiality.value});
  return least < 0 || greatest > scale.impact_grades ? 0 : greatest;
}

Standpoint standpoint_by_asset(const RiskScale& scale, std::int64_t impact, Rating threat, Rating vulnerability) {
  Standpoint standpoint;
  const bool rated = impact > 0 && threat.value > 0 && vulnerability.value > 0;
  if (!rated || threat.value > scale.threat_grades || vulnerability.value > scale.vulnerability_grades) return standpoint;
  standpoint.asset_value = impact * threat.value * vulnerability.value;
  for (const auto& threshold : scale.asset_levels)
    if (static_cast<double>(standpoint.asset_value) >= threshold.from) standpoint.computed_level = threshold.rank;
  return standpoint;
}

void assess_by_event(RiskAssessment& result, const Risk& risk, const RiskScale& scale, ScenarioGrades& scenarios) {
  const auto& of_scenario = scenarios.of(risk.scenario);
  const int gravity = risk.gravity ? as_int(risk.gravity) : of_scenario.gravity;
  const int likelihood = risk.likelihood ? as_int(risk.likelihood) : of_scenario.likelihood;
  result.from_scenario = (!risk.gravity && gravity > 0) || (!risk.likelihood && likelihood > 0);
  result.initial = standpoint_by_event(scale, gravity, likelihood);
  result.residual_rated = risk.residual_gravity || risk.residual_likelihood || risk.residual_level;
  result.residual = standpoint_by_event(scale, risk.residual_gravity ? as_int(risk.residual_gravity) : gravity,
                                        risk.residual_likelihood ? as_int(risk.residual_likelihood) : likelihood);
}

void assess_by_asset(RiskAssessment& result, const Risk& risk, const RiskScale& scale) {
  const auto impact = greatest_impact(risk, scale);
  result.initial = standpoint_by_asset(scale, impact, risk.threat, risk.vulnerability);
  result.residual_rated = risk.residual_threat || risk.residual_vulnerability || risk.residual_level;
  result.residual = standpoint_by_asset(scale, impact, kept(risk.residual_threat, risk.threat), kept(risk.residual_vulnerability, risk.vulnerability));
}

RiskAssessment assess(const RiskScale& scale, ScenarioGrades& scenarios, const Risk& risk) {
  RiskAssessment result{.risk = &risk};
  if (risk.method == RiskMethod::asset) assess_by_asset(result, risk, scale);
  else assess_by_event(result, risk, scale, scenarios);
  declare(result.initial, risk.level, scale);
  declare(result.residual, result.residual_rated ? risk.residual_level : risk.level, scale);
  result.needs_acceptance = result.residual.level > scale.acceptable || risk.strategy == Strategy::accept;
  result.accepted = !trimmed(risk.accepted_by).empty() && risk.accepted_on.has_value();
  return result;
}

using Cells = std::vector<std::vector<std::vector<std::string>>>;

/// Whether the standpoint has a place in the matrix; then the reference stands there.
bool place(Cells& cells, const RiskAssessment& assessment, const Standpoint& standpoint) {
  if (assessment.risk->method == RiskMethod::asset || standpoint.gravity < 1 || standpoint.likelihood < 1) return false;
  const auto row = static_cast<std::size_t>(standpoint.likelihood - 1), column = static_cast<std::size_t>(standpoint.gravity - 1);
  if (row >= cells.size() || column >= cells[row].size()) return false;
  cells[row][column].push_back(assessment.risk->reference);
  return true;
}

/// R2 before R10: letters, then the number.
bool comes_before(const std::string& a, const std::string& b) {
  const auto number_at = [](const std::string& text) { return text.find_last_not_of("0123456789") + 1; };
  const auto at = number_at(a);
  const bool alike = number_at(b) == at && a.compare(0, at, b, 0, at) == 0;
  if (alike && a.size() != b.size()) return a.size() < b.size();
  return a < b;
}

} // namespace

RiskAssessment assess(const StudyIndex& index, const Risk& risk) {
  ScenarioGrades scenarios{index};
  return assess(index.study().scale, scenarios, risk);
}

std::vector<RiskAssessment> assess_risks(const StudyIndex& index) {
  ScenarioGrades scenarios{index};
  std::vector<RiskAssessment> assessments;
  assessments.reserve(index.study().risks.size());
  for (const auto& risk : index.study().risks) assessments.push_back(assess(index.study().scale, scenarios, risk));
  return assessments;
}

RiskMatrix matrix_of(const RiskScale& scale, const std::vector<RiskAssessment>& assessments) {
  const Cells empty(scale.likelihood.size(), std::vector<std::vector<std::string>>(scale.gravity.size()));
  RiskMatrix matrix{.initial = empty, .residual = empty, .outside = {}};
  for (const auto& assessment : assessments) {
    const bool initial = place(matrix.initial, assessment, assessment.initial), residual = place(matrix.residual, assessment, assessment.residual);
    if (!initial || !residual) matrix.outside.push_back(assessment.risk->reference);
  }
  return matrix;
}

std::vector<const RiskAssessment*> gravest(const std::vector<RiskAssessment>& assessments, std::size_t count) {
  std::vector<const RiskAssessment*> ranked;
  ranked.reserve(assessments.size());
  for (const auto& assessment : assessments) ranked.push_back(&assessment);
  const auto severity = [](const RiskAssessment& one) {
    return std::tuple{one.residual.level, one.initial.level, one.initial.gravity, one.initial.likelihood};
  };
  const auto graver = [&](const RiskAssessment* a, const RiskAssessment* b) {
    const auto of_a = severity(*a), of_b = severity(*b);
    return of_a != of_b ? of_a > of_b : comes_before(a->risk->reference, b->risk->reference);
  };
  count = std::min(count, ranked.size());
  std::ranges::partial_sort(ranked, ranked.begin() + static_cast<std::ptrdiff_t>(count), graver);
  ranked.resize(count);
  return ranked;
}

} // namespace hdskit
