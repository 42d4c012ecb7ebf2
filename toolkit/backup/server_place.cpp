#include "toolkit/backup/scratch_postgresql.hpp"

#include "toolkit/base/digest.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/base/translate.hpp"

#include <algorithm>
#include <cerrno>
#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

namespace hdskit {
namespace {

struct Owner {
  uid_t user;
  gid_t group;
};

Owner owner_of(const std::string& name) {
  passwd entry{};
  passwd* found = nullptr;
  std::string room(16384, '\0');
  if (::getpwnam_r(name.c_str(), &entry, room.data(), room.size(), &found) != 0 || !found)
    throw Problem{ProblemKind::not_found, name, tr("There is no user “{1}”, whom the scratch server would run as.", {name}),
                  tr("Install PostgreSQL, which brings this user, or run the test as another user than root.")};
  return {found->pw_uid, found->pw_gid};
}

bool lies_in(const std::filesystem::path& place, const std::filesystem::path& folder) {
  return std::mismatch(folder.begin(), folder.end(), place.begin(), place.end()).first == folder.end();
}

/// The nearest folder above both: the scratch space itself, or one inside it.
std::filesystem::path shared_folder(std::filesystem::path one, const std::filesystem::path& other) {
  while (one.has_relative_path() && !lies_in(other, one)) one = one.parent_path();
  return one;
}

/// A folder of our own that nobody else may read or write: the only kind that is ever opened.
bool is_private(const std::filesystem::path& folder) {
  struct stat status {};
  return ::lstat(folder.c_str(), &status) == 0 && S_ISDIR(status.st_mode) && status.st_uid == ::geteuid() && (status.st_mode & 0067) == 0;
}

void open_for_group(const std::filesystem::path& folder, gid_t group) {
  if (::chown(folder.c_str(), static_cast<uid_t>(-1), group) != 0 || ::chmod(folder.c_str(), 0710) != 0) fail_on_file(folder, errno);
}

std::filesystem::path make_folder(const std::filesystem::path& folder) {
  if (::mkdir(folder.c_str(), 0700) != 0) fail_on_file(folder, errno);
  return folder;
}

bool passes_through(const SourceAccess& access, const std::filesystem::path& folder) {
  return run_child({.words = {"test", "-x", folder.string()}, .path = access.tools.path, .folder = "/", .user = access.tools.database_user}).succeeded();
}

ServerPlace place_elsewhere(const SourceAccess& access, const std::filesystem::path& parent, const std::filesystem::path& into, std::string_view name) {
  constexpr std::uint64_t gigabyte = 1'000'000'000;
  remove_abandoned_scratch(parent); // that of a test that was killed
  std::optional<std::uint64_t> limit;
  if (access.source.space_gb) limit = static_cast<std::uint64_t>(*access.source.space_gb) * gigabyte;
  const auto space = std::make_shared<ScratchSpace>(parent, "server-" + digest_of(into.string()).hex().substr(0, 12), limit, 0);
  open_for_group(space->path(), owner_of(access.tools.database_user).group);
  if (!passes_through(access, space->path()))
    throw Problem{ProblemKind::refused, into.string(),
                  tr("The user “{1}”, whom the scratch server runs as, may pass through no folder for scratch files.", {access.tools.database_user}),
                  tr("Choose a scratch folder that this user can reach.")};
  if (access.log) access.log("the scratch server lies in " + parent.string() + ": folders above the scratch space keep its user out");
  const auto folder = make_folder(space->path() / name);
  give_to_server(access, folder);
  return {folder, space};
}

} // namespace

std::string server_user(const ToolShelf& tools) { return tools.as_root ? tools.database_user : std::string{}; }

void give_to_server(const SourceAccess& access, const std::filesystem::path& place) {
  if (!access.tools.as_root) return;
  const auto owner = owner_of(access.tools.database_user);
  const auto give = [&](const std::filesystem::path& path) {
    if (::lchown(path.c_str(), owner.user, owner.group) != 0) fail_on_file(path, errno);
  };
  give(place);
  if (std::filesystem::is_symlink(place) || !std::filesystem::is_directory(place)) return;
  for (const auto& entry : std::filesystem::recursive_directory_iterator{place}) give(entry.path());
}

ServerPlace place_for_server(const SourceAccess& access, const std::filesystem::path& into, std::string_view name) {
  if (!access.tools.as_root) return {make_folder(into / name), nullptr};
  const auto& user = access.tools.database_user;
  const auto group = owner_of(user).group;
  auto top = shared_folder(into, access.workshop);
  if (!is_private(top)) top = into;
  for (auto way = into; is_private(way); way = way.parent_path()) {
    open_for_group(way, group);
    if (way == top) break;
  }
  if (passes_through(access, into)) {
    const auto folder = make_folder(into / name);
    give_to_server(access, folder);
    return {folder, nullptr};
  }
  const std::filesystem::path parent{"/var/tmp"};
  return place_elsewhere(access, parent, into, name);
}

SourceAccess ServerPlace::limited(const SourceAccess& access) const {
  auto watched = access;
  if (elsewhere)
    watched.limits.objection = [space = elsewhere, before = access.limits.objection] {
      const auto objection = before ? before() : std::string{};
      return objection.empty() ? space->objection() : objection;
    };
  return watched;
}

} // namespace hdskit
