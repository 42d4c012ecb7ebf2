#include "toolkit/exchange/risk_grades.hpp"

#include "toolkit/risk/field_limit.hpp"

namespace hdskit {

const std::vector<ScaleWord>* grade_words(const RiskScale& scale, std::string_view kind, std::string_view field) {
  if (grade_limit(scale, kind, field) == 0) return nullptr;
  if (field.ends_with("gravity")) return &scale.gravity;
  if (field.ends_with("likelihood") || field == "probability") return &scale.likelihood;
  if (field.ends_with("level")) return &scale.classes;
  return nullptr;
}

} // namespace hdskit
