#pragma once

#include "gui/presenter/form.hpp"
#include "gui/presenter/risk_map.hpp"
#include "gui/presenter/rows.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hdskit::gui {

// The register of risks as a list, with what is shown of it.

/// A place of one of the two matrices.
struct RiskPlace {
  bool residual = false;
  int gravity = 1, likelihood = 1;
  bool operator==(const RiskPlace&) const = default;
};

/// Which risks are shown; all conditions together.
struct RiskFilter {
  static constexpr int unrated = -1;
  int level = 0; ///< after treatment; 0: all, or `unrated`
  std::string family;
  std::optional<Strategy> strategy;
  bool unaccepted = false; ///< above what the scale bears, or accepted as it is, and nobody has signed
  std::optional<RiskPlace> place;
  std::string words;
  bool none() const { return *this == RiskFilter{}; }
  bool operator==(const RiskFilter&) const = default;
};

enum class RiskColumn { reference, name, level, residual, gravity, likelihood, strategy, owner, family };
struct RiskOrder {
  RiskColumn column = RiskColumn::residual;
  bool descending = true;
};

/// Rows bear the reference as key. Without order the gravest stand first.
ListRows register_rows(const std::shared_ptr<const RiskMap>& map, const RiskFilter& filter, std::optional<RiskOrder> order = {});

/// What may be chosen in the filters; the first one stands for all.
struct RiskFilterChoices {
  std::vector<FormChoice> levels, families, strategies; ///< values: level, family, word of the strategy
};
RiskFilterChoices filter_choices(const RiskMap& map);
RiskFilter with_choices(RiskFilter filter, const std::string& level, const std::string& family, const std::string& strategy);

/// “Risks shown: 12 of 42 – before treatment: gravity 3, likelihood 2”: what the filter leaves. “42 risks, 3 above what is acceptable without a signed
/// acceptance”.
Cell register_sentence(const RiskMap& map, const RiskFilter& filter, std::size_t shown);

/// “3 – High” with its tone; “–” when it is not known.
Cell level_cell(const RiskScale& scale, int level);

/// The levels that the risk would have as it stands in its form: before and after treatment, in words, as the person types.
std::vector<Cell> levels_in_words(const RiskMap& map, const Form& form);

/// What one does first in an empty register.
std::string empty_register_sentence();

} // namespace hdskit::gui
