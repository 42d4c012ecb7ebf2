#include "toolkit/verification/manifest.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"

namespace hdskit {
namespace {

/// A manifest within its own tree would change what it describes.
void refuse_within(const std::filesystem::path& root, const std::filesystem::path& file) {
  namespace fs = std::filesystem;
  std::error_code ignored;
  const auto tree = fs::weakly_canonical(root / "", ignored), place = fs::weakly_canonical(fs::absolute(file).parent_path(), ignored);
  const auto inside = place.lexically_relative(tree.has_filename() ? tree : tree.parent_path());
  if (inside.empty() || *inside.begin() == "..") return;
  throw Problem{ProblemKind::bad_input, file.string(), tr("“{1}” would stand in the folder that it describes.", {file.string()}),
                tr("Choose a place outside of it.")};
}

} // namespace

ManifestTotals write_manifest(const std::filesystem::path& root, const std::filesystem::path& file, const ManifestHeading& heading, const TreeReading& reading,
                              const std::filesystem::path& checksums, const std::function<void(const TreeEntry&)>& see) {
  refuse_within(root, file);
  std::optional<PendingFile> sums;
  if (!checksums.empty()) {
    refuse_within(root, checksums);
    sums.emplace(checksums);
  }
  ManifestWriter writer{file, heading};
  const auto read = read_tree(root, reading, [&](TreeEntry& entry) {
    if (see) see(entry);
    writer.add(entry);
    if (sums && entry.content) sums->write(checksum_line(*entry.content, entry.path) + "\n");
  });
  auto totals = writer.commit();
  if (sums) sums->commit();
  totals.unreadable = read.unreadable;
  return totals;
}

} // namespace hdskit
