#pragma once

#include "toolkit/exchange/record_import.hpp"

namespace hdskit {

/// Adds those headings of a register that speak of consequences, in whatever order of words: “Conséquences sur le patient”, “Patient impact”,
/// “Consequences for data”. A column “Conséquences” that names nothing is about the activity, unless another column is; “Impact” that way only
/// where the rules do not take it for the gravity.
void add_consequence_headings(ImportRules& rules, const std::vector<std::string>& headings);

} // namespace hdskit
