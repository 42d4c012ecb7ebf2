#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

namespace hdskit {

// What hdskit writes maps a hospital's weaknesses: every file is created for its owner only (0600, folders 0700).

/// The whole file. Throws Problem not_found, refused (rights), bad_input (a folder, or more than `limit` bytes).
std::string read_file(const std::filesystem::path& path, std::uint64_t limit = 64u << 20);

/// Hands over the file piece by piece (at most 1 MiB), so that memory does not grow with its size. Same problems as read_file.
void read_in_pieces(const std::filesystem::path& path, const std::function<void(std::string_view)>& take);

/// At most the first `count` bytes, whatever the size of the file. Same problems as read_file.
std::string read_start(const std::filesystem::path& path, std::size_t count);

/// Writes beside, flushes to the disk, then puts in place: a reader sees the old file or the new one, never half of one.
/// Throws Problem no_space, refused, not_found (no such folder).
void write_file(const std::filesystem::path& path, std::string_view bytes);

/// A file written piece by piece that appears at `path` only when commit() has flushed it; it vanishes if commit() was not reached.
class PendingFile {
public:
  explicit PendingFile(std::filesystem::path path);
  ~PendingFile();
  PendingFile(const PendingFile&) = delete;
  PendingFile& operator=(const PendingFile&) = delete;

  void write(std::string_view bytes);
  std::uint64_t size() const { return size_; }
  const std::filesystem::path& temporary() const { return temporary_; } ///< where the bytes are until commit()
  void commit();

private:
  void flush_buffer();
  std::filesystem::path path_, temporary_;
  std::string buffer_;
  std::uint64_t size_ = 0;
  int descriptor_ = -1;
};

/// A private folder under `parent` that is removed with all it holds when this goes out of scope.
class ScratchFolder {
public:
  explicit ScratchFolder(const std::filesystem::path& parent = std::filesystem::temp_directory_path());
  ~ScratchFolder();
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  const std::filesystem::path& path() const { return path_; }

private:
  std::filesystem::path path_;
};

/// Throws the Problem that `errno` calls for after a failed operation on `path`.
[[noreturn]] void fail_on_file(const std::filesystem::path& path, int error);

} // namespace hdskit
