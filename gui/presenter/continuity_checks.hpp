#pragma once

#include "gui/presenter/cell.hpp"
#include "gui/presenter/continuity_map.hpp"
#include "gui/presenter/rows.hpp"

#include <string>
#include <string_view>

namespace hdskit::gui {

/// What the check found, under its rules, the gravest first; keys: the id of the rule, and the place of a finding.
TreeRows check_tree(const ContinuityMap& map);
/// “23 findings under 7 rules, 4 of them …”.
Cell checks_sentence(const ContinuityMap& map);
/// Why it matters, and the way that shows it: of a rule or of a finding; "" when the key is unknown.
std::string check_reason(const ContinuityMap& map, std::string_view key);
/// What Desk::go_to is told to show the subject of a finding; "" for a rule.
std::string check_destination(const ContinuityMap& map, std::string_view key);

/// The objectives of the CaRE programme, domain 2, with what the workspace proves of them.
ListRows care_rows(const ContinuityMap& map);
/// What an objective asks for, what can prove it, and what was found.
std::string care_words(const ContinuityMap& map, std::string_view id);

} // namespace hdskit::gui
