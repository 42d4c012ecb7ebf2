#include "unpack/confinement.hpp"

#include <cstdint>
#include <linux/landlock.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace hdskit::unpack {

namespace {

// Rights by the version that brought them (linux/landlock.h of newer kernels names those that ours does not).
constexpr std::uint64_t rights_of_version_2 = (1ULL << 14) - 1; // the first thirteen, and links across folders
constexpr std::uint64_t truncate_right = 1ULL << 14;            // version 3
constexpr std::uint64_t device_control_right = 1ULL << 15;      // version 5
constexpr std::uint64_t network_rights = 3;                     // version 4: bind, connect
constexpr std::uint64_t scopes = 3;                             // version 6: abstract sockets, signals

struct RulesetAttributes {
  std::uint64_t file_rights = 0, network_rights = 0, scopes = 0;
};

constexpr std::uint64_t all_that_unpacking_does = rights_of_version_2 & ~static_cast<std::uint64_t>(LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_MAKE_SOCK);

} // namespace

bool confine_by_landlock(int folder) {
  const auto version = ::syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
  if (version < 2) return false; // version 1 forbids hard links across folders, whatever the rules say
  RulesetAttributes attributes{rights_of_version_2};
  auto allowed = all_that_unpacking_does;
  if (version >= 3) attributes.file_rights |= truncate_right, allowed |= truncate_right;
  if (version >= 5) attributes.file_rights |= device_control_right;
  if (version >= 4) attributes.network_rights = network_rights;
  if (version >= 6) attributes.scopes = scopes;
  const std::size_t size = version >= 6 ? 24 : version >= 4 ? 16 : 8;
  const auto ruleset = static_cast<int>(::syscall(SYS_landlock_create_ruleset, &attributes, size, 0));
  if (ruleset < 0) return false;
  bool done = true;
  if (folder >= 0) {
    landlock_path_beneath_attr beneath{};
    beneath.allowed_access = allowed;
    beneath.parent_fd = folder;
    done = ::syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &beneath, 0) == 0;
  }
  done = done && ::syscall(SYS_landlock_restrict_self, ruleset, 0) == 0;
  ::close(ruleset);
  return done;
}

} // namespace hdskit::unpack
