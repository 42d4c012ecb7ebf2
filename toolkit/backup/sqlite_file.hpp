#pragma once

#include "toolkit/backup/source_driver.hpp"

namespace hdskit {

// The program sqlite3 asks a copy in the scratch space, never the backup itself: in safe mode, because a schema is foreign too.

struct SqliteAnswer {
  int status = 0;
  std::vector<std::vector<std::string>> rows; ///< texts; NULL is ""
  bool succeeded() const { return status == 0; }
};

class SqliteFile {
public:
  /// `beside`: a -wal or -journal lies beside it, which SQLite will work into the file: it must then be a copy that nobody compares any more.
  SqliteFile(const SourceAccess& access, std::filesystem::path file, bool beside) : access_{access}, file_{std::move(file)}, beside_{beside} {}
  /// Throws Problem not_found (program), no_space, cancelled; what is wrong with data or query is a status.
  SqliteAnswer ask(const std::string& sql) const;

private:
  const SourceAccess& access_;
  std::filesystem::path file_;
  bool beside_;
};

/// integrity_check, foreign_key_check, whether there is a row at all, and the queries of the source.
void examine_sqlite(const SqliteFile& file, const BackupSource& source, RestoredState& state);

/// "2026-11-22 03:00:00", ISO 8601 with or without zone, "2026-11-22", or seconds (milliseconds) since 1970.
std::optional<Instant> moment_of_datum(std::string_view text);

} // namespace hdskit
