#pragma once

#include "unpack/archive_input.hpp"

#include <archive.h>
#include <exception>
#include <memory>

namespace hdskit::unpack {

struct LibraryArchiveEnd {
  void operator()(archive* of) const { ::archive_read_free(of); }
};
using LibraryArchive = std::unique_ptr<archive, LibraryArchiveEnd>;

/// Throws Stop no_space when there is no memory.
LibraryArchive new_library_archive();

/// Its words for what went wrong last.
std::string words_of(archive* of);

/// Hands an input to libarchive. What the input throws is kept, because it must not pass through C, until rethrow().
class InputHook {
public:
  explicit InputHook(ArchiveInput& input) : input_{input} {}
  std::string_view peek(); ///< the first piece, not lost to who reads afterwards
  std::string_view next(); ///< piece by piece, the one that was peeked at first
  void open(archive* of, bool by_place);
  void rethrow();
  ArchiveInput& input() { return input_; }

private:
  static la_ssize_t read(archive* of, void* hook, const void** bytes);
  static la_int64_t skip(archive* of, void* hook, la_int64_t count);
  static la_int64_t seek(archive* of, void* hook, la_int64_t offset, int whence);
  ArchiveInput& input_;
  std::string first_;
  bool peeked_ = false;
  std::exception_ptr thrown_;
};

} // namespace hdskit::unpack
