#pragma once

#include "gui/presenter/backups_map.hpp"
#include "gui/presenter/backups_words.hpp"
#include "gui/presenter/record_edit.hpp"
#include "gui/presenter/rows.hpp"

namespace hdskit::gui {

/// State, name, last proof, next test, time to restore against its objective, what it saves, kind, where. `attention`: only those that are not proven.
/// Keys: references.
ListRows source_rows(const BackupsMap& map, bool attention, std::string_view words = {});

/// What is known of a source's proof, its objectives and whose they are; what to do first when it was never tested.
std::vector<Cell> source_sentences(const BackupsMap& map, const BackupSource& source);

/// “3 of 5 sources are proven …”; what to do when there is no source yet.
Cell sources_sentence(const BackupsMap& map);

RecordWays backups_ways();

} // namespace hdskit::gui
