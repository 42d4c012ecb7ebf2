#pragma once

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
  std::string objection() const;                             ///< "" as long as the limit is kept and the disk is not full
  bool disk_is_full() const;
  std::string remove(); ///< all of it, folders without permission too, never following a link; "" or why not

private:
  std::filesystem::path path_;
  std::uint64_t limit_ = 0, free_at_start_ = 0;
  int lock_ = -1;
  bool removed_ = false;
};

/// Folders of tests that were killed, which nobody holds any more: removed. Gives what it removed.
std::vector<std::filesystem::path> remove_abandoned_scratch(const std::filesystem::path& parent);

} // namespace hdskit
