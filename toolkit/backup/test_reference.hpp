#pragma once

#include "toolkit/backup/restore_drill.hpp"

namespace hdskit {

/// What a restored tree is compared with: always a manifest, made on the spot of a live tree.
struct TestReference {
  ReferenceKind kind = ReferenceKind::none;
  std::filesystem::path manifest;
  std::string note;                    ///< for people
  std::optional<Instant> live_since;   ///< see ComparisonPolicy
  std::int64_t live_root_modified = 0; ///< nanoseconds
};

/// That of the order, else that of the source, else what an earlier test of the same backup left, else the tool's own digests when it verified them. A
/// reference that was asked for and cannot be read is a Problem: the drill is broken, the backup is not.
TestReference reference_of_test(RestoreDrill& drill);

/// A dump comes back as a database, not as files: what a manifest can tell of is the file of the dump. A check that decides, when the manifest of the order or
/// of the source knows a file of that name; otherwise nothing is compared. Throws Problem when the manifest cannot be read.
void compare_artefact(RestoreDrill& drill);

/// Where the reference begins in the restored tree: archives and repositories often hold the folders above it too. `tree` itself, or the folder below it that
/// is reached through folders which hold nothing else and of which the reference knows nothing.
std::filesystem::path aligned_root(const std::filesystem::path& tree, const std::filesystem::path& manifest);

} // namespace hdskit
