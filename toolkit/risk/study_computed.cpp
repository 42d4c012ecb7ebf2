#include "toolkit/risk/study_computed.hpp"

#include "toolkit/risk/assessment.hpp"
#include "toolkit/risk/likelihood.hpp"
#include "toolkit/risk/threat.hpp"

namespace hdskit {
namespace {

void put_grade(boost::json::object& object, boost::json::string_view name, int grade) {
  if (grade != 0) object[name] = grade;
}

void put_threat(boost::json::object& object, const RiskScale& scale, std::optional<double> threat, boost::json::string_view name,
                boost::json::string_view zone_name) {
  if (!threat) return;
  object[name] = *threat;
  if (const auto zone = zone_of(scale, *threat)) object[zone_name] = scale.zones[*zone].word.french;
}

} // namespace

boost::json::object computed_members(const StudyIndex& index, const Stakeholder& stakeholder) {
  boost::json::object object;
  put_threat(object, index.study().scale, threat_of(stakeholder), "threat", "zone");
  put_threat(object, index.study().scale, residual_threat_of(stakeholder), "residual_threat", "residual_zone");
  return object;
}

boost::json::object computed_members(const StudyIndex&, const SourceObjective& pair) {
  boost::json::object object;
  put_grade(object, "pertinence", pertinence_of(pair));
  return object;
}

boost::json::object computed_members(const StudyIndex& index, const StrategicScenario& scenario) {
  boost::json::object object;
  put_grade(object, "gravity", gravity_of(index, scenario));
  put_grade(object, "likelihood", likelihood_of(index, scenario));
  return object;
}

boost::json::object computed_members(const StudyIndex& index, const OperationalScenario& scenario) {
  boost::json::object object;
  const auto likelihood = likelihood_of(index, scenario);
  put_grade(object, "gravity", gravity_of(index, scenario));
  put_grade(object, "likelihood", likelihood.value);
  object["method"] = to_field_text(likelihood.method);
  return object;
}

boost::json::object computed_members(const StudyIndex& index, const Risk& risk) {
  boost::json::object object;
  const auto assessment = assess(index, risk);
  put_grade(object, "gravity", assessment.initial.gravity);
  put_grade(object, "likelihood", assessment.initial.likelihood);
  put_grade(object, "level", assessment.initial.level);
  put_grade(object, "residual_gravity", assessment.residual.gravity);
  put_grade(object, "residual_likelihood", assessment.residual.likelihood);
  put_grade(object, "residual_level", assessment.residual.level);
  if (assessment.initial.asset_value != 0) object["asset_value"] = assessment.initial.asset_value;
  if (assessment.residual.asset_value != 0) object["residual_asset_value"] = assessment.residual.asset_value;
  return object;
}

} // namespace hdskit
