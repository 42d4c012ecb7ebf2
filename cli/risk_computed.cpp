#include "cli/risk_computed.hpp"

#include "cli/table.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/dossier/risk_figures.hpp"
#include "toolkit/risk/likelihood.hpp"
#include "toolkit/risk/threat.hpp"

#include <ostream>

namespace hdskit::cli {
namespace {

/// One line: the member of the JSON, its label, its value for people.
struct Line {
  std::string_view name;
  std::string label;
  json::value value;
  std::string shown;
};

json::value known(std::int64_t value) { return value ? json::value(value) : json::value(); }

void add_threat(std::vector<Line>& lines, const RiskScale& scale, const std::optional<double>& threat, bool residual) {
  const auto zone = threat ? zone_of(scale, *threat) : std::nullopt;
  lines.push_back({residual ? "residual_threat" : "threat", residual ? tr("Residual threat level") : tr("Threat level"), threat ? json::value(*threat) : json::value(),
                   threat ? tr("{1}: {2}", {threat_text(*threat), zone_text(scale, *threat)}) : "–"});
  lines.push_back({residual ? "residual_zone" : "zone", "", zone ? json::value(scale.zones[*zone].rank) : json::value(), ""});
}

std::vector<Line> lines_of(const AssessedStudy& assessed, const Stakeholder& stakeholder) {
  std::vector<Line> lines;
  add_threat(lines, assessed.scale(), threat_of(stakeholder), false);
  add_threat(lines, assessed.scale(), residual_threat_of(stakeholder), true);
  return lines;
}

std::vector<Line> lines_of(const AssessedStudy&, const SourceObjective& pair) {
  const auto pertinence = pertinence_of(pair);
  return {{"pertinence", tr("Pertinence"), known(pertinence), pertinence ? std::to_string(pertinence) : "–"}};
}

std::vector<Line> lines_of(const AssessedStudy& assessed, const StrategicScenario& scenario) {
  const auto gravity = gravity_of(assessed.index(), scenario), likelihood = likelihood_of(assessed.index(), scenario);
  return {{"gravity", tr("Gravity"), known(gravity), grade_text(assessed.scale().gravity, gravity)},
          {"likelihood", tr("Likelihood"), known(likelihood), grade_text(assessed.scale().likelihood, likelihood)}};
}

std::vector<Line> lines_of(const AssessedStudy& assessed, const OperationalScenario& scenario) {
  const auto gravity = gravity_of(assessed.index(), scenario);
  const auto found = likelihood_of(assessed.index(), scenario);
  const auto& method = choices_of(found.method)[static_cast<std::size_t>(found.method)];
  std::vector<Line> lines{
      {"gravity", tr("Gravity"), known(gravity), grade_text(assessed.scale().gravity, gravity)},
      {"likelihood", tr("Likelihood"), known(found.value), grade_text(assessed.scale().likelihood, found.value)},
      {"method", tr("Method for likelihood"), json_text(method.word), tr(method.label)},
  };
  if (!found.missing.empty()) lines.push_back({"missing", tr("Missing"), json_text(found.missing), found.missing});
  if (!found.cycle.empty()) {
    json::array circle;
    for (const auto& action : found.cycle) circle.emplace_back(json_text(action));
    lines.push_back({"cycle", tr("Circle"), std::move(circle), joined(found.cycle, ", ")});
  }
  return lines;
}

template <typename Record> std::vector<Line> lines_for(const AssessedStudy& assessed, const ByReference<Record>& records, std::string_view reference) {
  const auto* record = records.find(reference);
  return record ? lines_of(assessed, *record) : std::vector<Line>{};
}

std::vector<Line> lines_for(const AssessedStudy& assessed, std::string_view kind, std::string_view reference) {
  const auto& index = assessed.index();
  if (kind == Stakeholder::type().kind) return lines_for(assessed, index.stakeholders, reference);
  if (kind == SourceObjective::type().kind) return lines_for(assessed, index.source_objectives, reference);
  if (kind == StrategicScenario::type().kind) return lines_for(assessed, index.strategic_scenarios, reference);
  if (kind == OperationalScenario::type().kind) return lines_for(assessed, index.operational_scenarios, reference);
  return {};
}

} // namespace

json::object computed_json(const AssessedStudy& assessed, std::string_view kind, std::string_view reference) {
  json::object object;
  for (auto& line : lines_for(assessed, kind, reference)) object[line.name] = std::move(line.value);
  return object;
}

void print_computed(Context& context, const AssessedStudy& assessed, std::string_view kind, std::string_view reference) {
  const auto lines = lines_for(assessed, kind, reference);
  if (lines.empty()) return;
  Sheet sheet;
  for (const auto& line : lines)
    if (!line.label.empty()) sheet.add(line.label, line.shown);
  sheet.print(context.out, context.surroundings.output_width);
  context.out << '\n';
}

} // namespace hdskit::cli
