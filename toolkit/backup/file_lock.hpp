#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace hdskit {

/// Held as long as this lives; the kernel drops it with the process, however that ends. The file stays, empty.
class FileLock {
public:
  enum class Wait { no, yes };
  /// Throws Problem busy, naming `what` is held ("the source DPI"), or what a file that cannot be made gives.
  FileLock(const std::filesystem::path& file, const std::string& what, Wait wait = Wait::no);
  ~FileLock();
  FileLock(const FileLock&) = delete;
  FileLock& operator=(const FileLock&) = delete;

private:
  int descriptor_ = -1;
};

/// The file by which one process at a time tests a source: in the folder of scratch spaces, by the mark of the workspace (or of the plan) and the name.
std::filesystem::path source_lock_file(const std::filesystem::path& scratch_parent, std::string_view workspace_mark, std::string_view source);

} // namespace hdskit
