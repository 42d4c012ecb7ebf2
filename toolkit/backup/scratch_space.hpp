#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace hdskit {

/// A private folder of one restore test. A lock that the kernel drops with the process tells a running test from one that was killed.
class ScratchSpace {
public:
  /// Under `parent`, 0700: "hdskit-restore-<name>". `limit`: bytes it may hold; nothing: what is free there, less a tenth. Throws Problem no_space when less
  /// than 1.2 times `expected` is to be had, not_found, refused.
  ScratchSpace(const std::filesystem::path& parent, std::string_view name, std::optional<std::uint64_t> limit, std::uint64_t expected);
  ~ScratchSpace(); ///< remove(), whatever it takes
  ScratchSpace(const ScratchSpace&) = delete;
  ScratchSpace& operator=(const ScratchSpace&) = delete;

  const std::filesystem::path& path() const { return path_; }
  std::filesystem::path folder(std::string_view name) const; ///< makes and gives a folder inside, 0700
  void require(std::uint64_t expected) const;                ///< once it is known how much will come: throws Problem no_space as the constructor does
  /// "" as long as the limit is kept and the disk is not full. May be asked often: measuring takes at most a twentieth of the time.
  std::string objection() const;
  bool disk_is_full() const;  ///< now, or when objection() was last asked
  std::uint64_t used() const; ///< bytes of disk
  std::string remove();       ///< all of it, folders without permission too, never following a link; "" or why not

private:
  std::filesystem::path path_;
  std::uint64_t limit_ = 0;
  int lock_ = -1;
  bool removed_ = false;
  mutable bool was_full_ = false;
  mutable std::uint64_t measured_ = 0; ///< bytes, when last measured
  mutable std::chrono::steady_clock::time_point measure_again_{};
};

/// Folders of tests that were killed, which nobody holds any more: removed. Gives what it removed.
std::vector<std::filesystem::path> remove_abandoned_scratch(const std::filesystem::path& parent);

} // namespace hdskit
