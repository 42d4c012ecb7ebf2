#pragma once

#include "toolkit/backup/backup_store.hpp"
#include "toolkit/dossier/words.hpp"

namespace hdskit {

/// What the template `rapport-restauration` is told of one test; figures: "verdict", "phases". In French.
Words restore_report_words(const RestoreRun& run, const RestoreReport& report, const std::string& hospital);

/// How much of the content was read, in words: all of it, or which share, how it was drawn and what that bounds.
std::string coverage_text(const RestoreReport& report);

} // namespace hdskit
