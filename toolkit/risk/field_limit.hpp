#pragma once

#include "toolkit/organisation/record_kind.hpp"
#include "toolkit/risk/scale.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace hdskit {

// How much a field of the study may hold.

constexpr std::size_t text_limit = 500;         ///< characters of a name, of a title, of one part of a list
constexpr std::size_t long_text_limit = 32'767; ///< characters of a description: what a cell of a spreadsheet can hold
constexpr std::size_t reference_limit = 80;     ///< characters of a reference

/// The highest grade of a field on a scale; 0: the field is no grade. The advanced method's difficulty goes as far as its table.
std::int64_t grade_limit(const RiskScale& scale, std::string_view kind, std::string_view field);

/// The highest value of a number that is no grade (per cent: 100); 0: none.
std::int64_t number_limit(std::string_view kind, std::string_view field);

/// A sentence about a text that is too long, that cannot be stored, or that is no reference where it must be one; "" when it is fine.
std::string text_defect(const FieldView& field, std::string_view text);
/// A sentence about a number that the scale, or the field, does not have; "" when it is fine. The text is a field text: "" or digits.
std::string number_defect(const RiskScale& scale, std::string_view kind, const FieldView& field, std::string_view text);

} // namespace hdskit
