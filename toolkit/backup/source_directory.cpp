#include "toolkit/backup/copy_tree.hpp"
#include "toolkit/backup/moment_in_name.hpp"
#include "toolkit/backup/name_pattern.hpp"
#include "toolkit/backup/source_driver.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/verification/manifest.hpp"
#include "toolkit/verification/tree_walk.hpp"

#include <algorithm>
#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>

namespace hdskit {
namespace {

// A folder that holds a copy of the source (rsync, cp, a snapshot of a storage array), or one such folder a backup: selection "2026-*".

constexpr const char* manifest_name = ".hdskit-manifest";

Descriptor open_folder(const std::filesystem::path& folder) {
  Descriptor opened{::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
  if (!opened.is_open() && errno == ENOTDIR)
    throw Problem{ProblemKind::bad_input, folder.string(), tr("“{1}” is no folder.", {folder.string()}), tr("Give the folder that holds the copy.")};
  if (!opened.is_open()) fail_on_file(folder, errno);
  return opened;
}

std::filesystem::path folder_of_point(const SourceAccess& access, const std::string& id) {
  return id == "." ? std::filesystem::path{access.source.location} : std::filesystem::path{access.source.location} / id;
}

Instant to_second(const timespec& time) { return Instant{std::chrono::sys_seconds{std::chrono::seconds{time.tv_sec}}}; }

std::optional<Instant> date_by_name(const std::filesystem::path& folder, const std::string& name) {
  const auto named = moment_in_name(name);
  struct stat status {};
  if (!named || ::stat(folder.c_str(), &status) != 0) return {};
  return moment_by_name(*named, to_second(status.st_mtim));
}

std::optional<Instant> date_of_manifest(const std::filesystem::path& file) {
  struct stat status {};
  if (::lstat(file.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return {};
  try {
    return ManifestReader{file}.heading().made_at;
  } catch (const Problem&) {
    return {}; // a file of that name that is none, or a damaged one, dates nothing
  }
}

/// The newest mtime tells as of when data are; the newest ctime, when the copy was last written to. Times that the disk's own clock has not reached are passed
/// over.
void date_by_files(const std::filesystem::path& folder, const SourceAccess& access, BackupPoint& point) {
  struct stat status {};
  auto opened = open_folder(folder);
  if (::fstat(opened.number(), &status) != 0) fail_on_file(folder, errno);
  auto written = to_second(status.st_ctim);
  std::optional<Instant> modified;
  TreeWalk walk{std::move(opened)};
  std::uint64_t count = 0, bytes = 0;
  for (WalkedEntry walked; walk.next(walked); walked = {}) {
    if (++count % 4096 == 0) access.go_on();
    if (!walked.parent || ::fstatat(walked.parent->number(), walked.name(), &status, AT_SYMLINK_NOFOLLOW) != 0) continue;
    if (S_ISREG(status.st_mode)) bytes += static_cast<std::uint64_t>(status.st_blocks) * 512;
    written = std::max(written, to_second(status.st_ctim));
    if (!S_ISREG(status.st_mode) || to_second(status.st_mtim) > to_second(status.st_ctim)) continue;
    if (!modified || to_second(status.st_mtim) > *modified) modified = to_second(status.st_mtim);
  }
  point.begun = modified ? modified : written;
  point.ended = written;
  point.bytes = bytes;
  point.dated_by_file = true;
}

BackupPoint point_of(const SourceAccess& access, const std::string& id) {
  BackupPoint point;
  point.id = id;
  const auto folder = folder_of_point(access, id);
  point.label = id == "." ? folder.filename().string() : id;
  point.begun = date_of_manifest(folder / manifest_name);
  if (!point.begun) point.begun = date_by_name(folder, point.label);
  if (!point.begun) date_by_files(folder, access, point);
  return point;
}

std::vector<BackupPoint> inventory(const SourceAccess& access) {
  const std::filesystem::path location{access.source.location};
  auto opened = open_folder(location);
  if (access.source.selection.empty()) return {point_of(access, ".")};
  int error = 0;
  FolderListing listing{opened.number(), error};
  if (error != 0) fail_on_file(location, error);
  std::vector<BackupPoint> points;
  while (!listing.at_end()) {
    const std::string name = listing.next().text;
    struct stat status {};
    if (name.starts_with('.') || !matches_pattern(name, access.source.selection)) continue;
    if (::fstatat(opened.number(), name.c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0 && S_ISDIR(status.st_mode)) points.push_back(point_of(access, name));
  }
  std::ranges::stable_sort(points, [](const auto& one, const auto& other) { return std::tie(one.begun, one.id) > std::tie(other.begun, other.id); });
  return points;
}

std::vector<ToolVersion> versions(const SourceAccess&) { return {}; }

RestoredState restore(const SourceAccess& access, const BackupPoint& point, const RestoreOrder& order) {
  CopyOrder copy;
  copy.wanted = order.wanted;
  const auto total = point.bytes.value_or(0);
  copy.pause = [&](std::uint64_t bytes) {
    access.go_on();
    access.progress.tell(tr("Restoring"), bytes, total);
  };
  const auto totals = copy_tree(folder_of_point(access, point.id), order.into, copy);
  RestoredState state;
  state.tree = order.into;
  state.files = totals.files;
  state.bytes = totals.bytes;
  if (totals.unreadable > 0)
    state.checks.push_back({"copy", false, 1, tr("{1} entries of the copy could not be read: {2}", {std::to_string(totals.unreadable), totals.failure}), true});
  if (totals.incomplete > 0)
    state.checks.push_back({"attributes", false, 0,
                            tr("{1} entries came back without some of their attributes: the scratch disk or the rights of the test do not take them.",
                               {std::to_string(totals.incomplete)}),
                            false});
  return state;
}

void list_files(const SourceAccess& access, const BackupPoint& point, const std::function<void(std::string_view path, std::uint64_t size)>& take) {
  TreeWalk walk{open_folder(folder_of_point(access, point.id))};
  std::uint64_t count = 0;
  for (WalkedEntry walked; walk.next(walked); walked = {}) {
    if (++count % 4096 == 0) access.go_on();
    struct stat status {};
    if (walked.entry.kind != EntryKind::file || !walked.parent) continue;
    if (::fstatat(walked.parent->number(), walked.name(), &status, AT_SYMLINK_NOFOLLOW) == 0)
      take(walked.entry.path, static_cast<std::uint64_t>(status.st_size));
  }
}

} // namespace

extern const SourceDriver directory_driver;
const SourceDriver directory_driver{SourceKind::directory, {}, inventory, versions, nullptr, restore, list_files};

} // namespace hdskit
