#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace hdskit {

/// Names and sizes of the files of a backup that were not drawn for a sample: few bytes a file, so that the inventory is always compared in full.
class UnsampledNames {
public:
  void add(std::string_view path, std::uint64_t size) { marks_.push_back(mark_of(path, size)); }
  void close();                                                 ///< once all were added, before any is looked for
  bool take(std::string_view path, std::uint64_t size);         ///< whether such a file was added and not taken yet
  std::uint64_t left() const { return marks_.size() - taken_; } ///< added and never taken

private:
  static std::uint64_t mark_of(std::string_view path, std::uint64_t size);
  std::vector<std::uint64_t> marks_; ///< sorted, 64 bits of a digest: among ten million files two share one once in 370,000 tests
  std::vector<bool> is_taken_;
  std::uint64_t taken_ = 0;
};

} // namespace hdskit
