#include "toolkit/backup/borg_repository.hpp"

#include "toolkit/base/file.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"

#include <algorithm>
#include <array>

#include <sys/stat.h>

namespace hdskit {
namespace {

namespace fs = std::filesystem;

constexpr const char* stand_in_name = "borg-repository";

fs::path local_repository(const SourceAccess& access) {
  std::string_view location = access.source.location;
  constexpr std::string_view scheme = "file://";
  if (location.starts_with(scheme)) location.remove_prefix(scheme.size());
  return fs::absolute(fs::path{location});
}

fs::path stand_in(const SourceAccess& access) { return fs::absolute(access.workshop / stand_in_name); }

std::string changed_at(const fs::path& path) {
  struct stat state {};
  if (::lstat(path.c_str(), &state) != 0) return "?";
  return Instant{std::chrono::sys_seconds{std::chrono::seconds{state.st_mtim.tv_sec}}}.iso();
}

/// borg marks its exclusive lock by a folder, with a file in it named after host, process and thread.
void require_no_exclusive_lock(const SourceAccess& access, const fs::path& repository) {
  const auto lock = repository / "lock.exclusive";
  std::error_code error;
  if (!fs::is_directory(fs::symlink_status(lock, error))) return;
  std::string holder = "?";
  if (fs::directory_iterator entries{lock, error}; !error && entries != fs::directory_iterator{}) holder = entries->path().filename().string();
  throw Problem{ProblemKind::busy, access.source.location,
                tr("The borg repository “{1}” is locked for changes by {2} since {3}.", {access.source.location, holder, changed_at(lock)}),
                tr("Run the test again later; when nothing runs there any more, `borg break-lock` removes the lock that a killed borg left.")};
}

void require_repository(const SourceAccess& access, const fs::path& repository) {
  std::error_code error;
  const auto state = fs::status(repository, error);
  if (error && error != std::errc::no_such_file_or_directory && error != std::errc::not_a_directory) fail_on_file(repository, error.value());
  if (!fs::is_directory(state) || (!fs::exists(repository / "config", error) && !fs::exists(repository / "data", error)))
    throw Problem{ProblemKind::not_found, access.source.location, tr("There is no borg repository at “{1}”.", {access.source.location}),
                  tr("Correct the location of the source, or mount it.")};
}

bool is_number(const fs::path& name) {
  const auto text = name.string();
  return !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
}

/// config, README, nonce, index.N, hints.N, integrity.N: borg writes to them, so they are copies. Locks are not taken over.
bool is_taken_over(const fs::path& name) {
  constexpr std::array<std::string_view, 3> whole{"config", "README", "nonce"};
  constexpr std::array<std::string_view, 3> numbered{"index", "hints", "integrity"};
  return std::ranges::find(whole, name.string()) != whole.end() || std::ranges::find(numbered, name.stem().string()) != numbered.end();
}

void copy_bytes(const fs::path& from, const fs::path& to) {
  PendingFile copy{to};
  read_in_pieces(from, [&](std::string_view bytes) { copy.write(bytes); });
  copy.commit();
}

void link_segments(const SourceAccess& access, const fs::path& data, const fs::path& to) {
  fs::create_directory(to);
  for (const auto& folder : fs::directory_iterator{data}) {
    if (!is_number(folder.path().filename()) || !folder.is_directory()) continue;
    access.go_on();
    fs::create_directory(to / folder.path().filename());
    for (const auto& segment : fs::directory_iterator{folder.path()})
      if (is_number(segment.path().filename())) fs::create_symlink(segment.path(), to / folder.path().filename() / segment.path().filename());
  }
}

} // namespace

bool is_remote_borg(std::string_view location) {
  if (location.starts_with("file://")) return false;
  const auto colon = location.find(':');
  return colon != std::string_view::npos && location.substr(0, colon).find('/') == std::string_view::npos;
}

void renew_borg_stand_in(const SourceAccess& access) {
  if (is_remote_borg(access.source.location)) return;
  const auto repository = local_repository(access);
  require_repository(access, repository);
  require_no_exclusive_lock(access, repository);
  const auto copy = stand_in(access);
  try {
    fs::remove_all(copy);
    fs::create_directory(copy);
    for (const auto& entry : fs::directory_iterator{repository})
      if (entry.is_regular_file() && is_taken_over(entry.path().filename())) copy_bytes(entry.path(), copy / entry.path().filename());
    if (fs::is_directory(repository / "data")) link_segments(access, repository / "data", copy / "data");
  } catch (const fs::filesystem_error& failure) { fail_on_file(failure.path1(), failure.code().value()); }
}

std::string borg_repository(const SourceAccess& access) {
  if (is_remote_borg(access.source.location)) return access.source.location;
  if (!fs::exists(stand_in(access))) renew_borg_stand_in(access);
  return stand_in(access).string();
}

void require_unchanged_borg_repository(const SourceAccess& access) {
  if (is_remote_borg(access.source.location)) return;
  require_no_exclusive_lock(access, local_repository(access));
  const auto data = stand_in(access) / "data";
  if (!fs::exists(data)) return;
  for (const auto& segment : fs::recursive_directory_iterator{data})
    if (segment.is_symlink() && !fs::exists(segment.path()))
      throw Problem{ProblemKind::busy, access.source.location, tr("The borg repository “{1}” was changed while it was tested.", {access.source.location}),
                    tr("Run the test again when nothing changes the repository.")};
}

} // namespace hdskit
