#pragma once

#include "toolkit/exchange/record_import.hpp"

namespace hdskit {

/// Adds the headings by which registers in hospitals, and the exports of other tools, call the fields of a kind of the study. What some headings mean depends
/// on those beside them: “Traitement” is the strategy, or free text when there is a column “Stratégie”.
void add_risk_headings(ImportRules& rules, std::string_view kind, const std::vector<std::string>& headings);

/// “Scénario” is the name of a risk for everybody, and the field `scenario` (what it grew into) for a program: rewrites the first in words that only mean the
/// name.
void settle_scenario_heading(std::vector<std::string>& headings);

} // namespace hdskit
