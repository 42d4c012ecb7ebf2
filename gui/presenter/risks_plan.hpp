#pragma once

#include "gui/presenter/form.hpp"
#include "gui/presenter/risk_map.hpp"
#include "gui/presenter/rows.hpp"
#include "toolkit/page/mapped_drawing.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hdskit::gui {

// The action plan: what lowers the risks, by the day on which it is due.

enum class PlanScope { open, late, quarter, mine, done, all };
std::vector<std::string> plan_scopes(); ///< their labels, in this order

struct PlanFilter {
  PlanScope scope = PlanScope::open;
  std::optional<MeasureFamily> family;
  std::string words;
  std::string person; ///< whose `mine` are
};
/// The first one stands for all; the values are the words of the families.
std::vector<FormChoice> plan_families();
std::optional<MeasureFamily> plan_family(std::string_view word);

/// What the filter leaves, the earliest due first, those without a day last.
std::vector<const Measure*> planned_measures(const RiskMap& map, const PlanFilter& filter);
ListRows plan_rows(const RiskMap& map, const std::vector<const Measure*>& measures); ///< the key is the reference
/// “12 of 45 measures, 3 late – 128 000 € planned”
Cell plan_sentence(const RiskMap& map, const std::vector<const Measure*>& measures);

/// A lane for each measure under an axis of months: from its start to its day, what is done filled, today as a line. Regions are keyed by the reference.
page::MappedDrawing plan_figure(const RiskMap& map, const std::vector<const Measure*>& measures, double width);

bool is_late(const Measure& measure, Date today);

} // namespace hdskit::gui
