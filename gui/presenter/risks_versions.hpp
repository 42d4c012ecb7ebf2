#pragma once

#include "gui/presenter/form.hpp"
#include "gui/presenter/risk_map.hpp"
#include "gui/presenter/rows.hpp"
#include "gui/presenter/session.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace hdskit::gui {

// Frozen versions of the study, what differs between two, and the history of a risk.

/// The latest first; the key is the number of the version.
ListRows version_rows(const RiskMap& map);
std::string versions_sentence(const RiskMap& map);

/// What may be compared: the versions, the oldest first, then “now” with the value "".
std::vector<FormChoice> comparable(const RiskMap& map);

struct VersionComparison {
  Cell sentence; ///< “1 new, 0 gone, 2 up, 3 down, 40 unchanged”
  ListRows rows; ///< what changed: the key is the reference of the risk, behind the word of its change
};
/// `before`, `after`: numbers, "" for the study as it is now. For a thread of its own: reads versions. Throws Problem damaged.
VersionComparison compare_versions(const Workspace& workspace, const RiskMap& map, const std::string& before, const std::string& after);
std::string compared_risk(std::string_view key); ///< its reference

/// The oldest first, then now. For a thread of its own.
ListRows history_rows(const Workspace& workspace, const RiskScale& scale, const std::string& reference);

std::vector<FormField> freezing_fields();
std::vector<std::string> proposed_freezing(); ///< values: the operational cycle, no summary
/// Throws Problem; then nothing has changed. The sentence to tell.
std::string freeze_from(Session& session, const std::vector<std::string>& values);

} // namespace hdskit::gui
