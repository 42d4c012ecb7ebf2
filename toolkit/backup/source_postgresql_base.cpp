#include "toolkit/backup/copy_tree.hpp"
#include "toolkit/backup/name_pattern.hpp"
#include "toolkit/backup/postgresql_checks.hpp"
#include "toolkit/backup/postgresql_dump_format.hpp"
#include "toolkit/backup/postgresql_dump_outline.hpp"

#include "toolkit/base/file.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <sys/stat.h>

namespace hdskit {
extern const SourceDriver postgresql_base_driver;
namespace {

constexpr std::array<RequiredTool, 3> tools{{{"postgres", "postgresql"}, {"pg_verifybackup", "postgresql"}, {"psql", "postgresql-client"}}};
constexpr std::uint64_t label_size = 64u << 10;

bool is_base_backup(const std::filesystem::path& folder) { return std::filesystem::exists(folder / "PG_VERSION"); }

bool is_packed_base_backup(const std::filesystem::path& folder) {
  for (const auto* name : {"base.tar", "base.tar.gz", "base.tar.lz4", "base.tar.zst"})
    if (std::filesystem::exists(folder / name)) return true;
  return false;
}

std::filesystem::path folder_of_point(const SourceAccess& access, const std::string& id) {
  const std::filesystem::path location{access.source.location};
  return is_base_backup(location) ? location : location / id;
}

/// The folder itself, or the base backups that lie in it.
std::vector<std::filesystem::path> backups_at(const SourceAccess& access) {
  const std::filesystem::path location{access.source.location};
  if (!std::filesystem::is_directory(location))
    throw Problem{ProblemKind::not_found, location.string(), tr("“{1}” is not a folder that exists.", {location.string()}),
                  tr("Give the folder that pg_basebackup wrote, and check that its disk is mounted.")};
  if (is_base_backup(location)) return {location};
  if (is_packed_base_backup(location))
    throw Problem{ProblemKind::bad_input, location.string(), tr("“{1}” is a base backup in tar format.", {location.string()}),
                  tr("Unpack it into a folder, or make base backups in plain format: pg_basebackup --format=plain.")};
  std::vector<std::filesystem::path> found;
  const auto& pattern = access.source.selection;
  for (const auto& entry : std::filesystem::directory_iterator{location})
    if (entry.is_directory() && is_base_backup(entry.path()) && (pattern.empty() || matches_pattern(entry.path().filename().string(), pattern)))
      found.push_back(entry.path());
  return found;
}

std::optional<Instant> moment_of_label(const std::filesystem::path& backup) {
  const auto label = backup / "backup_label";
  if (!std::filesystem::exists(label)) return std::nullopt;
  constexpr std::string_view mark = "START TIME: ";
  for (const auto line : lines_of(read_file(label, label_size)))
    if (line.starts_with(mark)) return postgresql_moment(line.substr(mark.size()));
  return std::nullopt;
}

std::vector<BackupPoint> inventory(const SourceAccess& access) {
  std::vector<BackupPoint> points;
  for (const auto& backup : backups_at(access)) {
    BackupPoint point{.id = backup.filename().string(), .begun = moment_of_label(backup), .bytes = bytes_at(backup), .label = backup.filename().string()};
    if (!point.begun) {
      struct stat status {};
      if (::stat((backup / "PG_VERSION").c_str(), &status) != 0) fail_on_file(backup, errno);
      point.begun = Instant{std::chrono::sys_seconds{std::chrono::seconds{status.st_mtim.tv_sec}}};
      point.dated_by_file = true;
    }
    points.push_back(std::move(point));
  }
  std::ranges::stable_sort(points, std::ranges::greater{}, [](const BackupPoint& point) { return *point.begun; });
  return points;
}

std::vector<ToolVersion> versions(const SourceAccess& access) {
  std::vector<ToolVersion> found;
  for (const auto& home : postgresql_homes(access)) found.push_back({"PostgreSQL", home.version});
  return found;
}

int major_of_backup(const std::filesystem::path& backup) {
  const auto text = read_file(backup / "PG_VERSION", 64);
  const int major = major_version(trimmed(text));
  if (major < 10)
    throw Problem{ProblemKind::damaged, (backup / "PG_VERSION").string(), tr("The base backup does not say which version of PostgreSQL wrote it."),
                  tr("Restore another base backup; look at the disk of this one.")};
  return major;
}

NativeCheck verify(const SourceAccess& access, const PostgresqlHome& home, const std::filesystem::path& backup, const std::string& user) {
  NativeCheck check{.name = "pg_verifybackup"};
  if (!std::filesystem::exists(backup / "backup_manifest")) {
    check.sentence = tr("The base backup has no manifest: nothing says what its files should be.");
    return check;
  }
  if (!home.has("pg_verifybackup"))
    throw Problem{ProblemKind::not_found, "pg_verifybackup", tr("PostgreSQL {1} has no pg_verifybackup.", {std::to_string(home.major)}),
                  tr("Test a base backup of PostgreSQL 13 or newer.")};
  const auto result = access.run({.words = {home.program("pg_verifybackup"), "--quiet", backup.string()},
                                  .path = home.folder.string() + ":" + access.tools.path,
                                  .folder = "/",
                                  .user = user},
                                 home.package());
  check.passed = result.succeeded();
  check.status = result.status;
  check.sentence = check.passed ? tr("Every file is as the manifest of the base backup has it, and its journal (WAL) is whole.")
                                : tr("pg_verifybackup finds files that are not as the manifest has them, or a gap in the journal (status {1}).",
                                     {std::to_string(result.status)});
  return check;
}

std::vector<NativeCheck> examine(const SourceAccess& access, const BackupPoint& point) {
  const auto backup = folder_of_point(access, point.id);
  return {verify(access, postgresql_home_of(access, major_of_backup(backup)), backup, "")};
}

/// A copy of what a link leads to takes the place of the link: a server must never open the files of production.
void copy_behind_link(const std::filesystem::path& link, const std::filesystem::path& source_link, const std::filesystem::path& into, const CopyOrder& order) {
  if (::mkdir(into.c_str(), 0700) != 0) fail_on_file(into, errno);
  copy_tree(std::filesystem::canonical(source_link), into, order);
  std::filesystem::remove(link);
  if (into.parent_path() != link.parent_path()) std::filesystem::create_directory_symlink(into, link);
}

CopyTotals copy_backup(const SourceAccess& access, const std::filesystem::path& backup, const std::filesystem::path& folder) {
  const auto data = folder / "data";
  const CopyOrder order{.wanted = {}, .pause = [&](std::uint64_t) { access.go_on(); }};
  if (::mkdir(data.c_str(), 0700) != 0) fail_on_file(data, errno);
  auto totals = copy_tree(backup, data, order);
  if (std::filesystem::is_symlink(data / "pg_wal")) {
    copy_behind_link(data / "pg_wal", backup / "pg_wal", data / "pg_wal.copied", order);
    std::filesystem::rename(data / "pg_wal.copied", data / "pg_wal");
  }
  std::vector<std::filesystem::path> tablespaces;
  std::error_code none;
  for (const auto& entry : std::filesystem::directory_iterator{data / "pg_tblspc", none})
    if (entry.is_symlink()) tablespaces.push_back(entry.path());
  for (const auto& link : tablespaces)
    copy_behind_link(link, backup / "pg_tblspc" / link.filename(), folder / ("tablespace-" + link.filename().string()), order);
  give_to_server(access, folder);
  if (::chmod(data.c_str(), 0700) != 0) fail_on_file(data, errno);
  return totals;
}

/// Other links would lead the server out of the scratch space.
bool has_foreign_links(const std::filesystem::path& data) {
  for (const auto& entry : std::filesystem::recursive_directory_iterator{data})
    if (entry.is_symlink() && entry.path().parent_path() != data / "pg_tblspc") return true;
  return false;
}

/// What would have the copy act as the server that was saved: its own settings, its part in replication, the places of its tablespaces, its process.
void take_off_identity(const std::filesystem::path& data) {
  for (const auto* name : {"postgresql.auto.conf", "standby.signal", "recovery.signal", "tablespace_map", "postmaster.pid", "postmaster.opts"})
    std::filesystem::remove(data / name);
}

/// The name of a superuser, read without asking as one: in single-user mode the server asks for no role.
std::string superuser_of(const SourceAccess& access, const ScratchPostgresql& server) {
  auto command = server.client(
      "postgres", {"--single", "-D", server.data().string(), "-c", "config_file=" + (server.data().parent_path() / "postgresql.conf").string(), "template1"},
      "template1");
  command.input = "SELECT rolname FROM pg_catalog.pg_authid WHERE rolsuper AND rolcanlogin ORDER BY oid LIMIT 1\n";
  const auto result = access.run(std::move(command), server.home().package());
  constexpr std::string_view mark = "rolname = \"";
  const auto at = result.output.find(mark);
  const auto end = result.output.find("\"\t(typeid", at == std::string::npos ? at : at + mark.size());
  if (!result.succeeded() || at == std::string::npos || end == std::string::npos)
    throw Problem{ProblemKind::unreachable, "postgres", tr("The restored server has no superuser that could be found."), tr("The log of the test says more.")};
  return result.output.substr(at + mark.size(), end - at - mark.size());
}

/// "" or why it did not start.
std::string start_as_superuser(const SourceAccess& access, ScratchPostgresql& server) {
  server.use_superuser("postgres");
  if (const auto words = server.start(access); !words.empty()) return words;
  if (server.ask(access, "template1", "SELECT 1;").succeeded()) return {};
  server.stop();
  server.use_superuser(superuser_of(access, server));
  return server.start(access);
}

RestoredState restore(const SourceAccess& given, const BackupPoint& point, const RestoreOrder& order) {
  RestoredState state;
  const auto backup = folder_of_point(given, point.id);
  const auto home = postgresql_home_of(given, major_of_backup(backup));
  const auto place = place_for_server(given, order.into, "pg");
  const auto access = place.limited(given);
  const auto& folder = place.folder;
  const auto totals = copy_backup(access, backup, folder);
  if (totals.unreadable > 0)
    state.checks.push_back(
        {.name = "copy", .sentence = tr("{1} files of the base backup could not be read: {2}", {std::to_string(totals.unreadable), totals.failure})});
  if (has_foreign_links(folder / "data")) {
    state.checks.push_back({.name = "links", .sentence = tr("The base backup holds links that no base backup has; its copy was not started.")});
    return state;
  }
  auto check = verify(access, home, folder / "data", server_user(access.tools));
  check.name = "pg_verifybackup_restored";
  state.checks.push_back(check);
  take_off_identity(folder / "data");
  const auto server = std::make_shared<ScratchPostgresql>(access, home, place);
  const auto words = start_as_superuser(access, *server);
  state.phases.push_back({.name = "start_service", .duration = server->started_in(), .counts = true});
  state.checks.push_back({.name = "start_service",
                          .passed = words.empty(),
                          .sentence = words.empty() ? tr("The restored server reached a consistent state and takes connections.")
                                                    : tr("The restored server does not start: {1}", {words})});
  if (words.empty()) examine_database(server, access, databases_of(*server, access), state);
  return state;
}

} // namespace

const SourceDriver postgresql_base_driver{.kind = SourceKind::postgresql_base,
                                          .tools = tools,
                                          .inventory = inventory,
                                          .versions = versions,
                                          .examine = examine,
                                          .restore = restore,
                                          .list_files = nullptr};

} // namespace hdskit
