#pragma once

#include "toolkit/base/progress.hpp"
#include "toolkit/verification/tree_entry.hpp"

#include <filesystem>
#include <functional>

namespace hdskit {

enum class HashEngine {
  fastest,  ///< many short files side by side where the processor can (libipsec-mb), OpenSSL for all others
  reference ///< OpenSSL alone
};

struct TreeReading {
  std::function<bool(const TreeEntry&)> wants_content; ///< which files are hashed, asked in order on one thread; empty: all
  bool look = false;                                   ///< judge what the bytes look like too (ContentLook)
  unsigned threads = 0;                                ///< 0: as many as there are processors; while disks are waited for twice as many, at least 32
  HashEngine engine = HashEngine::fastest;
  std::uint64_t expected_bytes = 0; ///< for the progress; 0: not known
  Progress progress;
};

struct TreeTotals {
  std::uint64_t entries = 0, files = 0, bytes = 0, hashed_files = 0, hashed_bytes = 0, unreadable = 0;
};

/// Reads everything below `root` in the order of trees, each file once, and hands the entries over one by one on the calling thread. Never follows a link,
/// never leaves `root` (openat2 RESOLVE_BENEATH where the kernel has it), waits on no fifo, opens no device, leaves access times alone where it may. A file
/// that changes while it is read, or cannot be read, is an entry with a failure. Memory depends on the largest folder, not on the number of files. Throws
/// Problem not_found, refused, bad_input (no folder) for the root itself; cancelled.
TreeTotals read_tree(const std::filesystem::path& root, const TreeReading& reading, const std::function<void(TreeEntry&)>& take);

} // namespace hdskit
