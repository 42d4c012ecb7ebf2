#pragma once

#include <filesystem>

namespace hdskit {

/// A folder that is being filled for its owner only (0700): made, or taken when it stands empty. Unless keep() was reached, all that was put there goes, and
/// the folder too if it was made here. Throws Problem bad_input (something stands there), not_found (no parent), refused.
class OutputFolder {
public:
  explicit OutputFolder(std::filesystem::path path);
  ~OutputFolder();
  OutputFolder(const OutputFolder&) = delete;
  OutputFolder& operator=(const OutputFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }
  void add_folder(const char* name); ///< 0700
  void keep() { kept_ = true; }

private:
  std::filesystem::path path_;
  bool made_ = false, kept_ = false;
};

/// Throws Problem no_space, with both numbers, when fewer than `needed` bytes are free for `path`, a folder that stands.
void require_free_space(const std::filesystem::path& path, std::uint64_t needed);

} // namespace hdskit
