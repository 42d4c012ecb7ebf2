#pragma once

#include "toolkit/markup/markup_text.hpp"
#include "toolkit/procedure/regime.hpp"

namespace hdskit {

struct RegimeReading {
  std::optional<Regime> regime;      ///< only when there is no defect
  std::vector<MarkupDefect> defects; ///< all of them, by line
};

/// Reads checklists/regimes/*.xml (schema: checklists/regimes/regime.rng). Beyond the schema: unknown references, stages that wait for each other,
/// stages that nothing reaches, limits that contradict themselves. The bounds are those of checklists, and 200 stages.
RegimeReading read_regime(std::string_view xml);

/// The regime that stands in `xml`, or a Problem bad_input that lists all defects with their lines.
Regime regime_of(std::string_view xml, const std::string& name);

/// The regimes that come with the program, by id. Throws Problem not_found with the closest as remedy.
std::string_view shipped_regime(std::string_view id);
std::vector<std::string> shipped_regime_ids();

} // namespace hdskit
