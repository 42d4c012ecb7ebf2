#pragma once

#include "toolkit/backup/scratch_postgresql.hpp"

namespace hdskit {

/// What a restored server holds, read row by row.
struct DatabaseContents {
  std::uint64_t tables = 0, rows = 0, bytes = 0; ///< of people's own tables
  std::uint64_t large_objects = 0;
  bool empty() const { return rows + large_objects == 0; }
};

/// Databases that people can connect to, templates left out.
std::vector<std::string> databases_of(const ScratchPostgresql& server, const SourceAccess& access);
/// That which queries are asked of: the source's own word, else the only one that is not "postgres". Throws Problem bad_input, not_found.
std::string database_of_queries(const std::vector<std::string>& databases, const BackupSource& source);

/// Counts every row of every table, which reads them all. A table that cannot be read is a check that does not pass.
DatabaseContents count_rows(const ScratchPostgresql& server, const SourceAccess& access, const std::vector<std::string>& databases,
                            std::vector<NativeCheck>& checks);
/// Tables and B-trees of all databases, with pg_amcheck; a remark when this version has none.
NativeCheck amcheck(const ScratchPostgresql& server, const SourceAccess& access);
/// Asks the queries of the source, when it has any.
void ask_queries(const ScratchPostgresql& server, const SourceAccess& access, const std::string& database, RestoredState& state);

/// What was restored, for the report: a database without a row is nothing.
void tell_contents(const DatabaseContents& contents, RestoredState& state);
/// Rows, structure and queries of a server that runs; the server goes with the state.
DatabaseContents examine_database(std::shared_ptr<ScratchPostgresql> server, const SourceAccess& access, const std::vector<std::string>& databases,
                                  RestoredState& state);

} // namespace hdskit
