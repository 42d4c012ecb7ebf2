#include "toolkit/workspace/opening.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/workspace/migration.hpp"
#include "toolkit/workspace/postgresql_dialect.hpp"
#include "toolkit/workspace/sqlite_dialect.hpp"

#include <algorithm>

namespace hdskit {
namespace {

void migrate_and_fill(Dialect& dialect, const std::string& location, int format, const Acting& acting, const std::function<void(Dialect&)>& fill) {
  Transaction transaction{dialect, acting};
  if (dialect.has_table("migration") || dialect.has_table("journal"))
    throw Problem{ProblemKind::bad_input, location, tr("The database “{1}” holds a workspace already; nothing was created.", {location}),
                  tr("Open it, or choose an empty database.")};
  apply_migrations(dialect, 1, format, acting);
  fill(dialect);
  transaction.commit();
}

void create_file(const std::filesystem::path& file, int format, const Acting& acting, const std::function<void(Dialect&)>& fill) {
  claim_workspace_file(file);
  try {
    const auto dialect = connect_sqlite(file, usual_patience);
    migrate_and_fill(*dialect, file.string(), format, acting, fill);
  } catch (...) {
    std::error_code ignored;
    std::filesystem::remove(file, ignored);
    throw;
  }
}

} // namespace

bool is_server(std::string_view location) {
  const auto colon = location.find("://");
  if (colon == std::string_view::npos || colon == 0) return false;
  const auto scheme = location.substr(0, colon);
  return std::all_of(scheme.begin(), scheme.end(),
                     [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '+'; });
}

std::unique_ptr<Dialect> connect(const std::string& location, std::chrono::milliseconds patience) {
  if (is_server(location)) {
    auto dialect = connect_postgresql(location, patience);
    if (!dialect->has_table("migration") || !dialect->has_table("journal_head"))
      throw Problem{ProblemKind::bad_input, location, tr("The database “{1}” holds no workspace.", {location}),
                    tr("Check the address, or create one there with `hdskit workspace create`.")};
    return dialect;
  }
  refuse_newer_format(examine_workspace_file(location), location);
  auto dialect = connect_sqlite(location, patience);
  if (dialect->has_table("migration")) return dialect;
  dialect.reset();
  examine_workspace_file(location); // a creation that was killed in its last moment has just been undone: the file is empty now
  throw Problem{ProblemKind::damaged, location, tr("The workspace “{1}” is damaged: its tables are missing.", {location}),
                tr("Restore the last backup with `hdskit workspace restore`.")};
}

void create_at_format(const std::string& location, int format, const Acting& acting, const std::function<void(Dialect&)>& fill) {
  if (!is_server(location)) return create_file(location, format, acting, fill);
  const auto dialect = connect_postgresql(location, usual_patience);
  migrate_and_fill(*dialect, location, format, acting, fill);
}

} // namespace hdskit
