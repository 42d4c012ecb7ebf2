#pragma once

#include "toolkit/base/date.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/verification/read_tree.hpp"

#include <memory>

namespace hdskit {

// A manifest: a text file that says what a tree was at a moment (docs/formats/manifest.md). First the heading, then one line an entry in the order of trees,
// at the end the totals and the SHA-256 of all lines before, so that a cut or altered manifest shows.

struct ManifestHeading {
  std::optional<Instant> made_at; ///< when reading began
  std::string host, root, tool;   ///< for people; root as it was named
  bool complete = true;           ///< the content of every file was hashed
  bool operator==(const ManifestHeading&) const = default;
};

struct ManifestTotals {
  std::uint64_t entries = 0, files = 0, bytes = 0;
  std::int64_t newest = 0;      ///< the latest mtime of a file, nanoseconds since 1970
  std::uint64_t unreadable = 0; ///< of write_manifest: entries with a failure
  std::optional<Digest> digest; ///< of the whole manifest file, its last line included

  void count(const TreeEntry& entry);
  std::string last_line(const Digest& before) const; ///< "end …", with the digest of all lines before
};

class ManifestWriter {
public:
  ManifestWriter(const std::filesystem::path& file, const ManifestHeading& heading);
  ~ManifestWriter();
  /// In the order of trees: throws std::logic_error otherwise.
  void add(const TreeEntry& entry);
  ManifestTotals commit(); ///< the file appears only now

private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Streams a manifest: memory does not grow with it. Throws Problem bad_input (no manifest), newer_format, damaged (cut, altered, out of order) with the line.
class ManifestReader {
public:
  explicit ManifestReader(const std::filesystem::path& file);
  ~ManifestReader();
  ManifestReader(ManifestReader&&) noexcept;
  const ManifestHeading& heading() const;
  bool next(TreeEntry& entry);   ///< false once the last line has proved the whole
  ManifestTotals totals() const; ///< once next() gave false

private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Reads the whole of it and throws what ManifestReader does.
ManifestTotals examine_manifest(const std::filesystem::path& file);

/// One line of a manifest without its end, and back. Paths of any bytes. Throws Problem damaged.
std::string manifest_line(const TreeEntry& entry);
TreeEntry entry_of_manifest_line(std::string_view line);

/// The line of `sha256sum`, with its escapes for names that hold a backslash or a line feed.
std::string checksum_line(const Digest& content, std::string_view path);

/// Makes the manifest of a tree. With `checksums`, also a file that `sha256sum -c` reads from within the tree. Throws Problem bad_input when either file would
/// stand in the tree, and what read_tree throws; then there is no new file. `see` is shown every entry.
ManifestTotals write_manifest(const std::filesystem::path& root, const std::filesystem::path& file, const ManifestHeading& heading, const TreeReading& reading,
                              const std::filesystem::path& checksums = {}, const std::function<void(const TreeEntry&)>& see = {});

} // namespace hdskit
