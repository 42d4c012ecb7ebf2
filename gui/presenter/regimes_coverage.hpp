#pragma once

#include "gui/presenter/regimes_map.hpp"
#include "gui/presenter/rows.hpp"

namespace hdskit::gui {

// The heat map: what each followed framework answers of another one, theme by theme.

struct CoveringFramework {
  const KnownRegime* from = nullptr;
  Coverage coverage;
};
/// Points into the map that it was made of.
struct RegimeCoverage {
  const KnownRegime* to = nullptr;
  std::vector<CoveringFramework> columns; ///< all that is followed, but `to` itself
};
RegimeCoverage regime_coverage(const RegimesMap& map, std::string_view to);

/// What is known of an item by all columns together, or by one. `column` nothing: the best of them.
struct CoveredItem {
  const Item* item = nullptr;
  CoverageState state = CoverageState::none;
  bool answered = false, demonstrated = false, excluded = false;
  std::vector<std::pair<const KnownRegime*, const ItemCoverage*>> by; ///< with a pair or an own answer
};
CoveredItem covered_item(const RegimeCoverage& coverage, std::size_t place, std::optional<std::size_t> column);

constexpr std::string_view all_themes = "*"; ///< key of the first row

/// Theme, a cell for each column, what is still asked. Keys: ids of obligations; the first row sums them up.
ListRows coverage_rows(const RegimeCoverage& coverage);
/// Item, title, how far it is covered, how it stands, by what. Keys: ids of items.
ListRows covered_item_rows(const RegimeCoverage& coverage, std::string_view theme, std::optional<std::size_t> column, std::string_view words = {});
/// What the item asks, which pairs say so and what they leave open, what remains.
std::vector<Cell> covered_item_sentences(const RegimeCoverage& coverage, std::string_view item, std::optional<std::size_t> column);
Cell coverage_sentence(const RegimeCoverage& coverage);

Cell coverage_cell(CoverageState state); ///< “◑ in part”

/// What Desk::go_to says to the page “Requirements”. Throws Problem refused for a framework that is not followed: there is nothing to answer yet.
std::string item_to_answer(const KnownRegime& regime, const std::string& item);
/// The same for the framework as a whole.
std::string framework_to_answer(const KnownRegime& regime);

} // namespace hdskit::gui
