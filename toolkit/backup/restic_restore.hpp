#pragma once

#include "toolkit/backup/source_driver.hpp"

namespace hdskit {

/// In the workshop: what restic answered about its snapshots, so that a restore need not ask again while its time is taken.
inline constexpr const char* restic_snapshots_file = "restic-snapshots.json";

RestoredState restore_restic(const SourceAccess& access, const BackupPoint& point, const RestoreOrder& order);

} // namespace hdskit
