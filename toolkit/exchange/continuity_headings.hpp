#pragma once

#include "toolkit/exchange/record_import.hpp"

namespace hdskit {

/// Adds the headings by which hospitals call the fields of a kind of continuity.
void add_continuity_headings(ImportRules& rules, std::string_view kind);

} // namespace hdskit
