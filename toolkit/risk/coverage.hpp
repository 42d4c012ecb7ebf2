#pragma once

#include "toolkit/risk/study.hpp"

#include <string>
#include <vector>

namespace hdskit {

/// Something that a risk map must speak of, and the risks that do.
struct Covered {
  std::string id; ///< "D.a"; "continuity"
  ScaleWord title;
  std::vector<std::string> risks;       ///< references
  std::vector<std::string> operational; ///< operational scenarios behind these risks
};

/// The minimum events that the risk assessment of a certified host has to consider (référentiel HDS v2, EXI 05): A to H with their parts; data in
/// catalogues/risk/minimum-events.json. An event with parts is covered when each part is; a risk that names "D" alone covers D, not its parts.
std::vector<Covered> minimum_event_coverage(const Study& study);

/// The four obligations of the agrément, by the ids of the checklist.
std::vector<Covered> obligation_coverage(const Study& study, const std::vector<std::pair<std::string, std::string>>& obligations);

/// Feared events that no strategic scenario and no risk names.
std::vector<std::string> feared_events_without_scenario(const Study& study);

} // namespace hdskit
