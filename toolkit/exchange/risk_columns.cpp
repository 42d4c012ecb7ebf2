#include "toolkit/exchange/risk_columns.hpp"

#include "toolkit/base/translate.hpp"

namespace hdskit {

std::string risk_heading(std::string_view kind, const FieldView& field) {
  if (kind == "risk" && field.name == "level") return tr("Level");
  if (kind == "risk" && field.name == "residual_level") return tr("Residual level");
  return tr(field.label);
}

std::span<const char* const> computed_headings(std::string_view kind) {
  static constexpr const char* of_risks[] = {marked("Treatment measures")};
  static constexpr const char* of_stakeholders[] = {marked("Threat level"), marked("Zone"), marked("Residual threat level"), marked("Residual zone")};
  if (kind == "risk") return of_risks;
  if (kind == "stakeholder") return of_stakeholders;
  return {};
}

} // namespace hdskit
