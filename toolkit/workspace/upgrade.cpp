#include "toolkit/base/file.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/workspace/care.hpp"
#include "toolkit/workspace/file_copy.hpp"
#include "toolkit/workspace/journal_chain.hpp"
#include "toolkit/workspace/migration.hpp"
#include "toolkit/workspace/opening.hpp"
#include "toolkit/workspace/record_json.hpp"
#include "toolkit/workspace/sqlite_dialect.hpp"

namespace hdskit {
namespace {

/// "<file>.format-<n>.bak", or with a number behind when an earlier attempt has left one.
std::filesystem::path path_beside(const std::string& location, int format) {
  const auto wished = location + ".format-" + std::to_string(format) + ".bak";
  std::error_code ignored;
  for (int attempt = 1;; ++attempt) {
    const std::filesystem::path path = attempt == 1 ? wished : wished + "." + std::to_string(attempt);
    if (!std::filesystem::exists(std::filesystem::symlink_status(path, ignored))) return path;
  }
}

void keep_copy(Dialect& dialect, int format, const std::filesystem::path& copy) {
  refuse_existing_file(copy);
  const ScratchFolder scratch{copy.has_parent_path() ? copy.parent_path() : std::filesystem::path{"."}};
  const auto unproven = scratch.path() / copy.filename();
  copy_into_file(dialect, format, unproven, {});
  {
    const auto proof = connect_sqlite(unproven, usual_patience);
    if (recorded_format(*proof, copy.string()) != format || journal_head(*proof) != journal_head(dialect) || !proof->engine_defects().empty())
      throw Problem{ProblemKind::damaged, copy.string(), tr("The copy “{1}” is not what the workspace holds.", {copy.string()}),
                    tr("Check the disk, then start again; the workspace was not upgraded.")};
  }
  place_workspace_file(unproven, copy);
}

void take_step(Dialect& dialect, int to, const std::string& location, const Acting& acting) {
  Transaction transaction{dialect, acting};
  if (recorded_format(dialect, location) >= to) return; // another process was quicker
  apply_migrations(dialect, to, to, acting);
  append_to_journal(dialect, acting, "upgrade", "workspace", "", json_object({{"format", std::to_string(to - 1)}}),
                    json_object({{"format", std::to_string(to)}}));
  transaction.commit();
}

} // namespace

std::string upgrade_workspace(const std::string& location, const Acting& acting, const std::filesystem::path& copy) {
  const auto dialect = connect(location, usual_patience);
  const int format = recorded_format(*dialect, location);
  refuse_newer_format(format, location);
  if (format == newest_format()) return "";
  if (copy.empty() && is_server(location))
    throw Problem{ProblemKind::bad_input, location, tr("A copy of “{1}” is kept before it is upgraded, and no place for it was given.", {location}),
                  tr("Name the file that shall become the copy.")};
  const auto kept = copy.empty() ? path_beside(location, format) : copy;
  keep_copy(*dialect, format, kept);
  for (int to = format + 1; to <= newest_format(); ++to) take_step(*dialect, to, location, acting);
  return kept.string();
}

} // namespace hdskit
