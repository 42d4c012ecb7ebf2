#include "toolkit/base/file.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/workspace/care.hpp"
#include "toolkit/workspace/file_copy.hpp"
#include "toolkit/workspace/intactness.hpp"
#include "toolkit/workspace/journal_chain.hpp"
#include "toolkit/workspace/opening.hpp"
#include "toolkit/workspace/record_json.hpp"
#include "toolkit/workspace/sqlite_dialect.hpp"
#include "toolkit/workspace/table_copy.hpp"

namespace hdskit {
namespace {

std::filesystem::path folder_of(const std::filesystem::path& file) { return file.has_parent_path() ? file.parent_path() : std::filesystem::path{"."}; }

std::string note_of(const std::filesystem::path& backup) { return json_object({{"backup", backup.filename().string()}}); }

void restore_file(const Workspace& source, const std::filesystem::path& backup, const std::filesystem::path& file, const Acting& acting,
                  const Progress& progress) {
  const ScratchFolder scratch{folder_of(file)};
  const auto copy = scratch.path() / file.filename();
  copy_into_file(source.dialect(), source.format(), copy, progress);
  {
    auto workspace = Workspace::open(copy.string());
    workspace.change(acting, [&](Change& change) { change.record("restore", "workspace", "", "", note_of(backup)); });
    prove_intact(workspace, file.string(), progress);
  }
  place_workspace_file(copy, file);
}

void restore_server(const Workspace& source, const std::filesystem::path& backup, const std::string& location, const Acting& acting, const Progress& progress) {
  create_at_format(location, source.format(), acting, [&](Dialect& dialect) {
    copy_tables(source.dialect(), dialect, progress);
    append_to_journal(dialect, acting, "restore", "workspace", "", "", note_of(backup));
  });
  prove_intact(Workspace::open(location), location, progress);
}

} // namespace

void copy_into_file(Dialect& source, int format, const std::filesystem::path& file, const Progress& progress) {
  if (is_sqlite(source)) {
    claim_workspace_file(file);
    copy_sqlite(source, file, progress);
    return;
  }
  const Acting nobody{"", Instant{std::chrono::sys_seconds{}}}; // its rows of `migration` are replaced by those of the source
  create_at_format(file.string(), format, nobody, [&](Dialect& copy) { copy_tables(source, copy, progress); });
}

void backup_workspace(const Workspace& source, const std::filesystem::path& file, const Progress& progress) {
  refuse_existing_file(file);
  const ScratchFolder scratch{folder_of(file)};
  const auto copy = scratch.path() / file.filename();
  copy_into_file(source.dialect(), source.format(), copy, progress);
  prove_intact(Workspace::open(copy.string()), file.string(), progress);
  place_workspace_file(copy, file);
}

void restore_workspace(const std::filesystem::path& backup, const std::string& location, const Acting& acting, const Progress& progress) {
  if (!is_server(location)) refuse_existing_file(location);
  const auto source = Workspace::open(backup.string());
  prove_intact(source, backup.string(), progress);
  if (is_server(location)) restore_server(source, backup, location, acting, progress);
  else restore_file(source, backup, location, acting, progress);
}

} // namespace hdskit
