#pragma once

#include "gui/presenter/risk_map.hpp"
#include "gui/presenter/risks_subject.hpp"
#include "gui/presenter/rows.hpp"

#include <string>
#include <string_view>

namespace hdskit::gui {

// What the linter finds in the study, and whether the map speaks of everything that it must speak of.

/// By rule. Keys: "rule:<id>", and below "<place>" of the finding in RiskMap::findings.
TreeRows finding_tree(const RiskMap& map);
Cell findings_sentence(const RiskMap& map);
/// Why the rule of a node matters; "" for a key of neither.
std::string reason_of(const RiskMap& map, std::string_view key);
/// The record that a finding is about; reference "": the key is that of a rule.
RisksSubject found_record(const RiskMap& map, std::string_view key);

/// The minimum events A to H of the certification, the obligations of the agrément, and the feared events that nothing leads to. Keys are subjects ("risk:R3",
/// the first that covers it), followed by a number; those of what is not covered lead nowhere.
ListRows coverage_rows(const RiskMap& map);
Cell coverage_sentence(const RiskMap& map);
RisksSubject covering_record(std::string_view key);

} // namespace hdskit::gui
