#pragma once

#include "gui/presenter/backups_map.hpp"
#include "gui/presenter/cell.hpp"
#include "toolkit/page/mapped_drawing.hpp"

namespace hdskit::gui {

/// The times of the tests that restored something, with the promise as a line; keys: references of tests. Empty when nothing was measured.
page::MappedDrawing trend_picture(const BackupsMap& map, const BackupSource& source, double width);

/// “4 restores measured, the last in 12 min for 4 h promised.”; what to do when nothing was measured, or when there is no source.
Cell trend_sentence(const BackupsMap& map, const BackupSource* source);

/// Reference of the source with the most tests; "" when there is none.
std::string most_tested_source(const BackupsMap& map);

} // namespace hdskit::gui
