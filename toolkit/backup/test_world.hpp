#pragma once

#include "toolkit/backup/run_restore_test.hpp"

namespace hdskit {

/// What the faces find outside: clocks, chance, the variable PATH, the folder of their own program.
struct WorldOutside {
  std::function<Instant()> now;
  std::function<std::chrono::milliseconds()> elapsed;
  std::function<std::string(std::size_t count)> random;
  std::string path;
  std::filesystem::path program_folder; ///< where hdskit-unpack stands too
  std::filesystem::path home = {};      ///< variable HOME: where the person keeps keys
  bool as_root = false;
};

/// The world of a test: programs of PATH (whole folders only: a restore test never runs what lies in the working directory), of the customary folders, and the
/// server programs of each PostgreSQL below `postgresql`, the newest version first.
TestWorld test_world(const WorldOutside& outside, const std::filesystem::path& postgresql = "/usr/lib/postgresql");

} // namespace hdskit
