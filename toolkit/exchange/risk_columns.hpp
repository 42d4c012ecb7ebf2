#pragma once

#include "toolkit/organisation/record_kind.hpp"

#include <span>
#include <string>
#include <string_view>

namespace hdskit {

/// The heading of a field in the current language. The level of a risk is the one that counts, declared or not: “Level”.
std::string risk_heading(std::string_view kind, const FieldView& field);

/// Headings of what is computed beside the fields of a kind, passed over when read (marked messages).
std::span<const char* const> computed_headings(std::string_view kind);

} // namespace hdskit
