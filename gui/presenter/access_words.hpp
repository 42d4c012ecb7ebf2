#pragma once

#include "gui/presenter/cell.hpp"
#include "toolkit/access/access_store.hpp"
#include "toolkit/access/card_module.hpp"
#include "toolkit/access/endpoint_cases.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace hdskit::gui {

// What checks of access say in cells: the sign, the word, the tone.

Cell standing_cell(EndpointStanding standing);
Cell endpoint_verdict_cell(EndpointVerdict verdict);
std::string case_label(std::string_view name); ///< “revoked card”; of a case that the person named, its name
std::string seen_label(EndpointSeen seen);
Cell seen_cell(const EndpointCase& one);   ///< what was seen, judged beside what is expected
Cell severity_cell(std::string_view word); ///< word: ReviewSeverity
Cell decision_cell(LineDecision decision);
/// A decision as it was recorded, “keep”, in words; the word itself when it is none of ours.
std::string decision_label(std::string_view word);
Cell campaign_state_cell(CampaignState state);
Cell pin_cell(PinState state);

/// "1F0A 22…": a fingerprint in groups of four, as authorities publish it.
std::string grouped_fingerprint(std::string_view hex);

std::string day_text(const std::optional<Date>& day); ///< as lists hold it: "2026-11-22", or ""

} // namespace hdskit::gui
