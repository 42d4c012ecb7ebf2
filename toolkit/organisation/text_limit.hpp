#pragma once

#include "toolkit/organisation/record_kind.hpp"

namespace hdskit {

// How much text a field may hold of the records that people import and cite by reference.

constexpr std::size_t text_limit = 500;         ///< characters of a name, of a title, of one part of a list
constexpr std::size_t long_text_limit = 32'767; ///< characters of a description: what a cell of a spreadsheet can hold
constexpr std::size_t reference_limit = 80;     ///< characters of a reference

/// A sentence about a text that is too long, that cannot be stored, or that is no reference where it must be one; "" when it is fine.
std::string text_defect(const FieldView& field, std::string_view text);

/// Throws Problem bad_input with that sentence.
void refuse_unfit_text(const FieldView& field, std::string_view text);

} // namespace hdskit
