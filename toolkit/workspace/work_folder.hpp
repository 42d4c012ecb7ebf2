#pragma once

#include <filesystem>

namespace hdskit {

/// A private folder (0700) "hdskit-work-XXXXXX" under `parent`, for work that a kill may cut short: it is locked as long as this stands and removed after it,
/// and whoever makes the next one there removes those that nobody holds any more. A stranger's folder of that name is left alone. Throws Problem.
class WorkFolder {
public:
  explicit WorkFolder(const std::filesystem::path& parent);
  ~WorkFolder();
  WorkFolder(const WorkFolder&) = delete;
  WorkFolder& operator=(const WorkFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }

private:
  std::filesystem::path path_;
  int lock_ = -1;
};

/// Those that were removed: of this user, in `parent` itself, locked by nobody.
int remove_abandoned_work(const std::filesystem::path& parent);

} // namespace hdskit
