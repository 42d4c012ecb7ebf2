#pragma once

#include "gui/presenter/record_edit.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace hdskit::gui {

// Records of the risk study as the panes of the page “Risks” call and keep them.

/// "risk:R12", "measure": what Desk::go_to says to the page.
struct RisksSubject {
  std::string kind, reference; ///< reference "": the kind as a whole
  bool operator==(const RisksSubject&) const = default;
};
std::optional<RisksSubject> risks_subject(std::string_view subject); ///< nothing when the study has no such kind

std::string risks_title(const RecordKind& kind, const RecordView& record); ///< “R12 – Rançongiciel”
/// How records of the study are edited: grades are chosen by the words of the workspace's scale, citations by reference and name.
RecordWays risks_ways();

} // namespace hdskit::gui
