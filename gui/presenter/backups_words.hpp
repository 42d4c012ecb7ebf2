#pragma once

#include "gui/presenter/cell.hpp"
#include "toolkit/backup/restore_run.hpp"

#include <optional>
#include <string>

namespace hdskit::gui {

// What restore tests say in cells: the sign, the word, the tone.

std::string verdict_label(RunVerdict verdict);
Cell verdict_cell(RunVerdict verdict);
Cell proof_cell(ProofState state);
/// The measure beside its promise: “12 min / 4 h”, bad when it is missed, faint without promise.
Cell measure_cell(const std::optional<std::int64_t>& seconds, const std::optional<Minutes>& promised);
std::string seconds_in_words(std::int64_t seconds);                               ///< “45 s”, “2 min 05 s”, “2 h 48”
std::string choice_label(std::span<const Choice> choices, std::string_view word); ///< the word itself when it is none of them

} // namespace hdskit::gui
