#include "toolkit/backup/backup_files.hpp"
#include "toolkit/backup/copy_file_content.hpp"
#include "toolkit/backup/sqlite_file.hpp"
#include "toolkit/base/digest.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace hdskit {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view endings[] = {".db", ".db3", ".sqlite", ".sqlite3", ".s3db"};
constexpr RequiredTool tools[] = {{"sqlite3", "sqlite3"}};
constexpr std::array<const char*, 3> companions{"-wal", "-journal", "-shm"};

bool is_companion(std::string_view name) { return name.ends_with("-wal") || name.ends_with("-journal") || name.ends_with("-shm"); }

std::vector<BackupPoint> inventory(const SourceAccess& access) {
  auto points = backup_files(access.source.location, access.source.selection, endings);
  std::erase_if(points, [](const BackupPoint& point) { return is_companion(point.id); });
  return points;
}

std::vector<ToolVersion> versions(const SourceAccess& access) {
  ChildCommand command;
  command.words = {"sqlite3", "-version"};
  const auto result = access.run(std::move(command), "sqlite3");
  return {{"sqlite3", split(std::string{trimmed(result.output)}, ' ').front()}};
}

class OpenFile {
public:
  OpenFile(const fs::path& path, int flags, mode_t mode = 0) : number_{::open(path.c_str(), flags | O_CLOEXEC | O_NOFOLLOW, mode)} {
    if (number_ < 0) fail_on_file(path, errno);
  }
  ~OpenFile() { ::close(number_); }
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;
  int number() const { return number_; }
  struct stat state() const {
    struct stat state {};
    ::fstat(number_, &state);
    return state;
  }
  std::string shown() const { return "/proc/self/fd/" + std::to_string(number_); }

private:
  int number_;
};

bool is_same(const struct stat& one, const struct stat& other) {
  return one.st_size == other.st_size && one.st_mtim.tv_sec == other.st_mtim.tv_sec && one.st_mtim.tv_nsec == other.st_mtim.tv_nsec;
}

/// False when its medium does not give all of it. Throws Problem no_space, refused, busy (it is being written), what the limits of the test call for.
bool copy_one(const SourceAccess& access, const fs::path& from, const fs::path& into) {
  const OpenFile source{fs::canonical(from), O_RDONLY};
  const auto before = source.state();
  const OpenFile copy{into, O_WRONLY | O_CREAT | O_EXCL, 0600};
  const auto copied = copy_file_content(source.number(), copy.number(), static_cast<std::uint64_t>(before.st_size), [&](std::uint64_t) { access.go_on(); });
  if (copied.write_error != 0) fail_on_file(into, copied.write_error);
  if (!is_same(before, source.state()))
    throw Problem{ProblemKind::busy, from.string(), tr("The file was written while it was being copied: it is a live database and no backup."),
                  tr("Name a copy as the source, made with VACUUM INTO or the command .backup of sqlite3.")};
  if (access.tools.as_root && ::fchown(copy.number(), before.st_uid, before.st_gid) != 0) fail_on_file(into, errno);
  copy_extended_attributes(source.shown().c_str(), copy.shown().c_str());
  const timespec times[2] = {before.st_mtim, before.st_mtim};
  if (::ftruncate(copy.number(), before.st_size) != 0 || ::fchmod(copy.number(), before.st_mode & 07777) != 0 || ::futimens(copy.number(), times) != 0)
    fail_on_file(into, errno);
  return copied.read_error == 0;
}

/// The database with all that lies beside it under its name.
bool copy_all(const SourceAccess& access, const fs::path& file, const fs::path& into) {
  bool whole = copy_one(access, file, into / file.filename());
  for (const auto* companion : companions)
    if (const auto beside = file.string() + companion; fs::is_regular_file(beside))
      whole = copy_one(access, beside, into / (file.filename().string() + companion)) && whole;
  return whole;
}

/// "SQLite format 3", and 2 as the version that reads and writes: the last changes may be in a file of their own (sqlite.org/fileformat2.html, 1.3).
bool writes_ahead(const fs::path& file) {
  constexpr std::size_t write_version = 18, read_version = 19;
  const auto start = read_start(file, 20);
  return start.size() == 20 && start[write_version] == 2 && start[read_version] == 2;
}

void note_write_ahead_log(const SourceAccess& access, const fs::path& file, bool has_log, RestoredState& state) {
  if (!writes_ahead(file)) return;
  NativeCheck check{.name = "wal", .passed = has_log || state.newest_datum.has_value(), .grave = false};
  if (has_log) check.sentence = tr("The write-ahead log was saved beside the database and worked into it.");
  else if (state.newest_datum) check.sentence = tr("No write-ahead log is in the backup; the age of the newest datum says how much it lacks.");
  else
    check.sentence = access.source.newest_query.empty()
                         ? tr("The application writes ahead (WAL), and no -wal file is in the backup: the latest rows may be missing, which only a query of "
                              "the newest datum shows.")
                         : tr("The application writes ahead (WAL), and no -wal file is in the backup: the latest rows may be missing.");
  state.checks.push_back(check);
}

RestoredState restore(const SourceAccess& access, const BackupPoint& point, const RestoreOrder& order) {
  const auto source = file_of(access.source.location, point);
  RestoredState state;
  state.tree = order.into;
  if (!copy_all(access, source, order.into)) state.checks.push_back({"copy", false, 0, tr("The medium of the backup does not give the whole file.")});
  auto file = order.into / source.filename();
  state.artefact = digest_of_file(file);
  const bool has_log = fs::exists(file.string() + "-wal"), has_journal = fs::exists(file.string() + "-journal");
  if (has_log || has_journal) { // SQLite will change what it opens: another copy keeps the restored files as they were
    const auto folder = access.workshop / "sqlite";
    fs::create_directory(folder);
    copy_all(access, file, folder);
    file = folder / file.filename();
    fs::remove(file.string() + "-shm"); // of another process: SQLite makes it anew
  }
  examine_sqlite(SqliteFile{access, file, has_log || has_journal}, access.source, state);
  note_write_ahead_log(access, order.into / source.filename(), has_log, state);
  state.files = 1;
  state.bytes = fs::file_size(order.into / source.filename());
  state.check_environment.emplace_back("HDSKIT_DATABASE", file.string());
  return state;
}

} // namespace

extern const SourceDriver sqlite_driver;
const SourceDriver sqlite_driver{SourceKind::sqlite, tools, inventory, versions, nullptr, restore, nullptr};

} // namespace hdskit
