#pragma once

#include "toolkit/verification/tree_entry.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hdskit {

/// The names of one folder, sorted byte by byte, packed: a folder may hold millions.
class FolderListing {
public:
  FolderListing() = default;
  /// Reads the open folder from its beginning; `error`: errno when it could not be read to its end.
  FolderListing(int folder, int& error);

  struct Name {
    const char* text = nullptr;
    std::optional<EntryKind> kind; ///< nothing where the file system does not say
  };
  bool at_end() const { return next_ == places_.size(); }
  Name next();

private:
  std::string bytes_;                 ///< per name: one byte of kind, the name, a zero
  std::vector<std::uint64_t> places_; ///< where they begin
  std::size_t next_ = 0;
};

} // namespace hdskit
