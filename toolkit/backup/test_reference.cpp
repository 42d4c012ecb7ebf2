#include "toolkit/backup/test_reference.hpp"

#include "toolkit/backup/judge_restore.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/verification/descriptor.hpp"
#include "toolkit/verification/folder_listing.hpp"

#include <algorithm>

#include <fcntl.h>
#include <sys/stat.h>

namespace hdskit {
namespace {

constexpr int deepest_alignment = 64;

TestReference by_manifest(const std::filesystem::path& file) {
  TestReference reference{ReferenceKind::manifest, file, {}, {}, 0};
  const auto heading = ManifestReader{file}.heading();
  reference.note = heading.made_at ? tr("Manifest of the source, made on {1}.", {heading.made_at->iso()}) : tr("Manifest of the source.");
  return reference;
}

/// What was modified in the second in which the backup began may be either: taken for unmodified, so that a fault is not explained away. Of a copy that only
/// its files date it is known when it was written, not when that began.
std::optional<Instant> live_since(const BackupPoint& point) {
  const auto since = point.dated_by_file && point.ended ? point.ended : point.begun;
  if (!since) return {};
  return Instant{since->seconds() + std::chrono::seconds{1}};
}

TestReference by_live_tree(RestoreDrill& drill, const std::filesystem::path& tree) {
  TestReference reference{ReferenceKind::live_tree, drill.scratch->path() / "reference", tr("Live folder, read during the test."), live_since(drill.point), 0};
  struct stat status {};
  if (::stat(tree.c_str(), &status) == 0) reference.live_root_modified = std::int64_t{status.st_mtim.tv_sec} * 1'000'000'000 + status.st_mtim.tv_nsec;
  TreeReading reading;
  reading.progress = drill.progress();
  if (drill.sample) reading.wants_content = [&](const TreeEntry& entry) { return is_sampled(*drill.sample, entry.path); };
  ManifestHeading heading;
  heading.made_at = drill.world.now();
  heading.complete = !drill.sample;
  write_manifest(tree, reference.manifest, heading, reading);
  return reference;
}

/// A dump, a tar or a SQLite file holds no digest of its data: a tool that reads it to its end has compared it with nothing.
bool keeps_digests(SourceKind kind) { return kind == SourceKind::restic || kind == SourceKind::borg || kind == SourceKind::postgresql_base; }

bool tool_verified(SourceKind kind, const RestoreReport& report) {
  return keeps_digests(kind) && std::ranges::any_of(report.checks, [](const NativeCheck& check) { return check.passed && !is_application_check(check); });
}

/// The one folder that is all a folder holds; "" otherwise.
std::string only_folder_in(const std::filesystem::path& folder) {
  const Descriptor opened{::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)};
  int error = opened.is_open() ? 0 : errno;
  if (error != 0) return {};
  FolderListing listing{opened.number(), error};
  if (error != 0 || listing.at_end()) return {};
  const std::string name = listing.next().text;
  struct stat status {};
  const bool alone = listing.at_end() && ::fstatat(opened.number(), name.c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0 && S_ISDIR(status.st_mode);
  return alone ? name : std::string{};
}

bool knows(const std::filesystem::path& manifest, const std::string& name) {
  ManifestReader reader{manifest};
  TreeEntry entry;
  while (reader.next(entry)) {
    if (entry.path == name) return true;
    if (compare_paths(entry.path, name) > 0) return false;
  }
  return false;
}

/// What the manifest has for a file of this name, in whichever of its folders.
std::vector<Digest> digests_of_name(const std::filesystem::path& manifest, const std::string& name) {
  std::vector<Digest> digests;
  ManifestReader reader{manifest};
  TreeEntry entry;
  while (reader.next(entry))
    if (entry.content && (entry.path == name || entry.path.ends_with("/" + name))) digests.push_back(*entry.content);
  return digests;
}

/// Where the earlier test did not say when its backup began, the id decides alone.
bool is_same_backup(const PreviousTest& previous, const BackupPoint& point) {
  return previous.point == point.id && (!previous.begun || !point.begun || *previous.begun == *point.begun);
}

} // namespace

void compare_artefact(RestoreDrill& drill) {
  const auto& order = drill.order;
  auto& report = drill.report;
  const auto& manifest = order.reference_manifest ? *order.reference_manifest : std::filesystem::path{order.source.reference_manifest};
  if (order.reference_tree || manifest.empty() || !report.artefact) return;
  const auto digests = digests_of_name(manifest, std::filesystem::path{drill.point.id}.filename().string());
  if (digests.empty()) return drill.log.add("the manifest does not know the file of the backup");
  const bool same = std::ranges::find(digests, *report.artefact) != digests.end();
  report.checks.push_back({"manifest_digest", same, 0,
                           same ? tr("The source is compared with the manifest {1}.", {manifest.filename().string()})
                                : tr("The content of {1} files is not that of the reference, {2} of them are cut short.", {"1", "0"}),
                           true});
}

TestReference reference_of_test(RestoreDrill& drill) {
  const auto& order = drill.order;
  const auto& source = order.source;
  const bool asked = order.reference_manifest || order.reference_tree || !source.reference_manifest.empty() || !source.reference_tree.empty();
  const auto folder = order.reference_tree ? order.reference_tree->string() : source.reference_tree;
  if (drill.restored.tree.empty() && !folder.empty())
    throw Problem{ProblemKind::bad_input, folder, tr("A database gives back no folder that could be compared with “{1}”.", {folder}),
                  tr("Compare with a manifest that holds the backup file, or ask the database a query.")};
  if (drill.restored.tree.empty() && asked) drill.log.add("no tree was restored: the reference is of no use");
  if (!drill.restored.tree.empty()) {
    if (order.reference_manifest) return by_manifest(*order.reference_manifest);
    if (order.reference_tree) return by_live_tree(drill, *order.reference_tree);
    if (!source.reference_manifest.empty()) return by_manifest(source.reference_manifest);
    if (!source.reference_tree.empty()) return by_live_tree(drill, source.reference_tree);
    const auto& previous = order.previous;
    if (previous && !previous->manifest.empty() && is_same_backup(*previous, drill.point) && !(previous->sample && previous->sample->turns > 1))
      return {ReferenceKind::previous_test, previous->manifest, tr("Earlier restore of the same backup."), {}, 0};
  }
  if (tool_verified(source.kind, drill.report)) return {ReferenceKind::own_digests, {}, tr("Digests that the backup tool keeps of its own data."), {}, 0};
  return {};
}

std::filesystem::path aligned_root(const std::filesystem::path& tree, const std::filesystem::path& manifest) {
  auto root = tree;
  for (int depth = 0; depth < deepest_alignment; ++depth) {
    const auto name = only_folder_in(root);
    if (name.empty() || knows(manifest, name)) return root;
    root /= name;
  }
  return tree;
}

} // namespace hdskit
