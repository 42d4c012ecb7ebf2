#pragma once

#include "toolkit/workspace/workspace.hpp"

namespace hdskit {

/// The note "<file>.holder" that stands beside a SQLite workspace while someone changes it, so that whoever waits in vain learns
/// whom to ask. Only a courtesy: the lock is the engine's, and a note that cannot be written stops nobody.
class HolderNote {
public:
  explicit HolderNote(const std::filesystem::path& workspace);
  void put(const Acting& acting) noexcept;
  void take_away() noexcept;

  /// "Anne Martin (process 4711 on server-2, since 2026-11-22T10:15:00Z)"; nothing when there is no note of a living process.
  std::optional<std::string> holder() const;

private:
  std::filesystem::path path_;
  bool standing_ = false;
};

/// This process and the machine it runs on: the only look at the surroundings in this room.
struct Whereabouts {
  std::string host;
  std::string process;
};
Whereabouts whereabouts();

} // namespace hdskit
