#include "cli/risk_computed.hpp"

#include "cli/table.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/dossier/risk_figures.hpp"
#include "toolkit/risk/likelihood.hpp"
#include "toolkit/risk/study_computed.hpp"
#include "toolkit/risk/threat.hpp"

#include <ostream>

namespace hdskit::cli {
namespace {

/// A label and its value for people.
using Lines = std::vector<std::pair<std::string, std::string>>;

std::string shown_threat(const RiskScale& scale, const std::optional<double>& threat) {
  return threat ? tr("{1}: {2}", {threat_text(*threat), zone_text(scale, *threat)}) : "–";
}

Lines lines_of(const AssessedStudy& assessed, const Stakeholder& stakeholder) {
  return {{tr("Threat level"), shown_threat(assessed.scale(), threat_of(stakeholder))},
          {tr("Residual threat level"), shown_threat(assessed.scale(), residual_threat_of(stakeholder))}};
}

Lines lines_of(const AssessedStudy&, const SourceObjective& pair) {
  const auto pertinence = pertinence_of(pair);
  return {{tr("Pertinence"), pertinence ? std::to_string(pertinence) : "–"}};
}

Lines lines_of(const AssessedStudy& assessed, const StrategicScenario& scenario) {
  return {{tr("Gravity"), grade_text(assessed.scale().gravity, gravity_of(assessed.index(), scenario))},
          {tr("Likelihood"), grade_text(assessed.scale().likelihood, likelihood_of(assessed.index(), scenario))}};
}

Lines lines_of(const AssessedStudy& assessed, const OperationalScenario& scenario) {
  const auto found = likelihood_of(assessed.index(), scenario);
  Lines lines{{tr("Gravity"), grade_text(assessed.scale().gravity, gravity_of(assessed.index(), scenario))},
              {tr("Likelihood"), grade_text(assessed.scale().likelihood, found.value)},
              {tr("Method for likelihood"), tr(choices_of(found.method)[static_cast<std::size_t>(found.method)].label)}};
  if (!found.missing.empty()) lines.emplace_back(tr("Missing"), found.missing);
  if (!found.cycle.empty()) lines.emplace_back(tr("Circle"), joined(found.cycle, ", "));
  return lines;
}

json::object members_of(const AssessedStudy& assessed, const auto& record) { return computed_members(assessed.index(), record); }
json::object members_of(const AssessedStudy& assessed, const OperationalScenario& scenario) {
  const auto found = likelihood_of(assessed.index(), scenario);
  auto object = computed_members(assessed.index(), scenario);
  if (!found.missing.empty()) object["missing"] = json_text(found.missing);
  if (!found.cycle.empty()) object["cycle"] = json::array(found.cycle.begin(), found.cycle.end());
  return object;
}

/// Calls take(record) for the record of a kind from which something is computed.
void visit(const AssessedStudy& assessed, std::string_view kind, std::string_view reference, auto take) {
  const auto& index = assessed.index();
  const auto find = [&](const auto& type, const auto& records) {
    if (kind == type.kind)
      if (const auto* record = records.find(reference)) take(*record);
  };
  find(Stakeholder::type(), index.stakeholders);
  find(SourceObjective::type(), index.source_objectives);
  find(StrategicScenario::type(), index.strategic_scenarios);
  find(OperationalScenario::type(), index.operational_scenarios);
}

} // namespace

json::object computed_json(const AssessedStudy& assessed, std::string_view kind, std::string_view reference) {
  json::object object;
  visit(assessed, kind, reference, [&](const auto& record) { object = members_of(assessed, record); });
  return object;
}

void print_computed(Context& context, const AssessedStudy& assessed, std::string_view kind, std::string_view reference) {
  Sheet sheet;
  bool any = false;
  visit(assessed, kind, reference, [&](const auto& record) {
    for (auto& [label, value] : lines_of(assessed, record)) sheet.add(std::move(label), std::move(value));
    any = true;
  });
  if (!any) return;
  sheet.print(context.out, context.surroundings.output_width);
  context.out << '\n';
}

} // namespace hdskit::cli
