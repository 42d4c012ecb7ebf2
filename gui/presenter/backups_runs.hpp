#pragma once

#include "gui/presenter/backups_map.hpp"
#include "gui/presenter/backups_words.hpp"
#include "gui/presenter/rows.hpp"

namespace hdskit::gui {

/// All tests, the newest first: verdict, source, when, time to restore, age of the data, differences, level, machine. Keys: references.
ListRows run_rows(const BackupsMap& map, std::string_view source = {}, std::string_view words = {});

/// The state of the chain: how many tests, its head, or what is broken; results that never came.
std::vector<Cell> chain_sentences(const BackupsMap& map);

/// What one test found, from its report: verdict and reasons first.
std::vector<Cell> run_sentences(const RestoreRun& run, const RestoreReport& report);
/// Its steps, the tool's own checks and the measures, in the order that they happened: what, result, detail.
ListRows run_detail_rows(const RestoreRun& run, const RestoreReport& report);

} // namespace hdskit::gui
