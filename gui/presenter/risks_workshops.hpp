#pragma once

#include "gui/presenter/risk_map.hpp"
#include "gui/presenter/rows.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hdskit::gui {

/// One of the five workshops of EBIOS Risk Manager, with the kinds of records that are made there.
struct Workshop {
  std::string_view key;        ///< "1"
  const char *title, *purpose; ///< marked messages
  std::vector<std::string_view> kinds;
};
std::span<const Workshop> workshops();
const Workshop* workshop(std::string_view key); ///< nullptr: the key is that of a kind

/// The workshops and what they consist of: how much there is, and whether something is missing. Keys: "1" to "5", and the words of the kinds.
TreeRows workshop_tree(const RiskMap& map);

struct WorkshopGuide {
  std::string title, purpose;
  std::vector<Cell> missing; ///< one plain sentence each; a single one that says so when nothing is missing
};
/// `key`: of a workshop or of a kind.
WorkshopGuide workshop_guide(const RiskMap& map, std::string_view key);

/// The steps of a workshop, when none of its kinds is chosen; the key is the word of the kind.
ListRows workshop_steps(const RiskMap& map, const Workshop& one);

} // namespace hdskit::gui
