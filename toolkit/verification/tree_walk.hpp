#pragma once

#include "toolkit/verification/descriptor.hpp"
#include "toolkit/verification/folder_listing.hpp"
#include "toolkit/verification/tree_entry.hpp"

#include <atomic>
#include <memory>
#include <vector>

#include <sys/stat.h>

namespace hdskit {

/// A folder that is open as long as an entry in it is still to be read.
class OpenFolder {
public:
  OpenFolder(Descriptor descriptor, std::atomic<unsigned>& count) : descriptor_{std::move(descriptor)}, count_{count} { ++count_; }
  OpenFolder(const OpenFolder&) = delete;
  OpenFolder& operator=(const OpenFolder&) = delete;
  ~OpenFolder() { --count_; }
  int number() const { return descriptor_.number(); }

private:
  Descriptor descriptor_;
  std::atomic<unsigned>& count_;
};

/// What tells whether a file is still the one that was seen, and unchanged.
struct SeenFile {
  std::uint64_t device = 0, number = 0, size = 0, links = 0;
  std::int64_t modified = 0, changed = 0;
  bool operator==(const SeenFile&) const = default;
};
EntryKind kind_of_mode(mode_t mode);
SeenFile seen_file(const struct stat& status);

/// An entry on its way: first its name and kind, then what fstatat says, then what its bytes say.
struct WalkedEntry {
  TreeEntry entry;
  std::shared_ptr<const OpenFolder> parent; ///< null: it could not be opened again
  std::shared_ptr<const OpenFolder> self;   ///< of a folder that could be opened
  std::size_t name_at = 0;                  ///< where its name begins in its path
  SeenFile seen;
  bool wanted = false;   ///< its content is to be hashed
  bool was_read = false; ///< with the first look: nothing was to be decided
  bool is_twin = false;  ///< another name of a file seen before, which is not read again
  const char* name() const { return entry.path.c_str() + name_at; }
};

/// Why an entry could not be read, for people.
std::string failure_of(int error);
std::string failure_changed();

/// Goes through a tree in its order, on one thread. Keeps few folders open, however deep it is.
class TreeWalk {
public:
  explicit TreeWalk(Descriptor root);
  bool next(WalkedEntry& found); ///< false at the end
  unsigned open_folders() const { return open_; }

private:
  struct Level {
    std::shared_ptr<const OpenFolder> folder; ///< null while it is closed to spare descriptors
    std::string path;                         ///< "" or "a/b/"
    SeenFile seen;
    FolderListing names;
    bool lost = false;
  };
  void enter(WalkedEntry& found);
  void reopen(Level& level);
  void close_distant();
  std::atomic<unsigned> open_{0}; ///< outlives nothing: entries must be gone before the walk
  std::shared_ptr<const OpenFolder> root_;
  std::vector<Level> levels_;
};

} // namespace hdskit
