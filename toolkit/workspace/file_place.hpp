#pragma once

#include <filesystem>
#include <sys/types.h>

namespace hdskit {

/// Which file a path led to at a moment. SQLite goes on writing to a file whose name has gone, and all of that would be lost.
/// The path alone is looked at: opening the file again, and closing it, would drop the locks that this process holds on it.
class FilePlace {
public:
  /// Throws the Problem of a path that leads nowhere.
  explicit FilePlace(const std::filesystem::path& file);

  /// Throws Problem not_found (it was removed or moved) or refused (another file stands in its place).
  void ensure_unchanged() const;

private:
  std::filesystem::path path_; ///< absolute: the program may go to another folder
  dev_t device_{};
  ino_t inode_{};
};

} // namespace hdskit
