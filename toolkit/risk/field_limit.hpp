#pragma once

#include "toolkit/organisation/text_limit.hpp"
#include "toolkit/risk/scale.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace hdskit {

// What numbers a field of the study may hold; texts: text_limit.hpp.

/// The highest grade of a field on a scale; 0: the field is no grade. The advanced method's difficulty goes as far as its table.
std::int64_t grade_limit(const RiskScale& scale, std::string_view kind, std::string_view field);

/// The highest value of a number that is no grade (per cent: 100); 0: none.
std::int64_t number_limit(std::string_view kind, std::string_view field);

/// A sentence about a number that the scale, or the field, does not have; "" when it is fine. The text is a field text: "" or digits.
std::string number_defect(const RiskScale& scale, std::string_view kind, const FieldView& field, std::string_view text);

} // namespace hdskit
