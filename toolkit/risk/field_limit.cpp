#include "toolkit/risk/field_limit.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

#include <algorithm>
#include <charconv>

namespace hdskit {
namespace {

enum class GradeOf { gravity, likelihood, level, difficulty, stakeholder, source, impact, threat, vulnerability };

struct GradedField {
  std::string_view kind, field;
  GradeOf grade;
};
constexpr GradedField graded_fields[] = {
    {"feared_event", "gravity", GradeOf::gravity},
    {"source_objective", "motivation", GradeOf::source},
    {"source_objective", "resources", GradeOf::source},
    {"source_objective", "activity", GradeOf::source},
    {"source_objective", "pertinence", GradeOf::source},
    {"stakeholder", "dependency", GradeOf::stakeholder},
    {"stakeholder", "penetration", GradeOf::stakeholder},
    {"stakeholder", "maturity", GradeOf::stakeholder},
    {"stakeholder", "trust", GradeOf::stakeholder},
    {"stakeholder", "residual_dependency", GradeOf::stakeholder},
    {"stakeholder", "residual_penetration", GradeOf::stakeholder},
    {"stakeholder", "residual_maturity", GradeOf::stakeholder},
    {"stakeholder", "residual_trust", GradeOf::stakeholder},
    {"strategic_scenario", "gravity", GradeOf::gravity},
    {"operational_scenario", "likelihood", GradeOf::likelihood},
    {"elementary_action", "probability", GradeOf::likelihood},
    {"elementary_action", "difficulty", GradeOf::difficulty},
    {"risk", "gravity", GradeOf::gravity},
    {"risk", "likelihood", GradeOf::likelihood},
    {"risk", "level", GradeOf::level},
    {"risk", "impact_availability", GradeOf::impact},
    {"risk", "impact_integrity", GradeOf::impact},
    {"risk", "impact_confidentiality", GradeOf::impact},
    {"risk", "threat", GradeOf::threat},
    {"risk", "vulnerability", GradeOf::vulnerability},
    {"risk", "residual_gravity", GradeOf::gravity},
    {"risk", "residual_likelihood", GradeOf::likelihood},
    {"risk", "residual_level", GradeOf::level},
    {"risk", "residual_threat", GradeOf::threat},
    {"risk", "residual_vulnerability", GradeOf::vulnerability},
};

std::int64_t count(const auto& words) { return static_cast<std::int64_t>(words.size()); }

std::int64_t grades_of(const RiskScale& scale, GradeOf grade) {
  switch (grade) {
    case GradeOf::gravity: return count(scale.gravity);
    case GradeOf::likelihood: return count(scale.likelihood);
    case GradeOf::level: return count(scale.classes);
    case GradeOf::difficulty: return scale.advanced.empty() ? 5 : count(scale.advanced.front());
    case GradeOf::stakeholder: return scale.stakeholder_grades;
    case GradeOf::source: return scale.source_grades;
    case GradeOf::impact: return scale.impact_grades;
    case GradeOf::threat: return scale.threat_grades;
    case GradeOf::vulnerability: return scale.vulnerability_grades;
  }
  return 0;
}

} // namespace

std::int64_t grade_limit(const RiskScale& scale, std::string_view kind, std::string_view field) {
  for (const auto& graded : graded_fields)
    if (graded.field == field && graded.kind == kind) return grades_of(scale, graded.grade);
  return 0;
}

std::int64_t number_limit(std::string_view kind, std::string_view field) {
  constexpr std::int64_t greatest_cost = 1'000'000'000'000; // euros
  if (kind != "measure") return 0;
  return field == "progress" ? 100 : field == "cost" ? greatest_cost : 0;
}

std::string number_defect(const RiskScale& scale, std::string_view kind, const FieldView& field, std::string_view text) {
  if (field.kind != FieldKind::number || text.empty()) return "";
  const auto grades = grade_limit(scale, kind, field.name);
  const auto greatest = grades ? grades : number_limit(kind, field.name);
  if (!greatest) return "";
  const std::int64_t least = grades ? 1 : 0;
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error == std::errc{} && end == text.data() + text.size() && value >= least && value <= greatest) return "";
  return grades ? tr("“{1}” is {2}, but the scale goes from 1 to {3}.", {tr(field.label), text, std::to_string(grades)})
                : tr("“{1}” is {2}: a number from 0 to {3} is expected.", {tr(field.label), text, std::to_string(greatest)});
}

} // namespace hdskit
