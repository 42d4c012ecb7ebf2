#pragma once

#include "toolkit/backup/postgresql_dump_format.hpp"
#include "toolkit/backup/postgresql_dump_outline.hpp"
#include "toolkit/backup/scratch_postgresql.hpp"
#include "toolkit/base/digest.hpp"

namespace hdskit {

/// A dump read from end to end as the script that it is, or that pg_restore makes of it, without a server.
struct DumpScan {
  DumpOutline outline;
  bool readable = true; ///< gzip or pg_restore read it to its end without an error
  int status = 0;
  std::optional<Digest> artefact; ///< of a single file
  std::chrono::milliseconds took{0};
};

/// `dump` may be read by the server's user when it is an archive of pg_dump; such an archive is not packed.
DumpScan scan_dump(const SourceAccess& access, const PostgresqlHome& home, const DumpFile& dump);
/// What the scan says, as checks: nothing that would run, complete, readable.
std::vector<NativeCheck> checks_of(const DumpScan& scan, DumpFormat format);
bool readable_by_server(const SourceAccess& access, const DumpFile& dump);
inline bool is_archive(DumpFormat format) { return format == DumpFormat::custom || format == DumpFormat::tar || format == DumpFormat::directory; }

/// A scan made before the restore is kept in the workshop, so that the restore's time is not that of reading twice.
void keep_scan(const SourceAccess& access, const std::string& point, const DumpScan& scan);
std::optional<DumpScan> kept_scan(const SourceAccess& access, const std::string& point);

} // namespace hdskit
