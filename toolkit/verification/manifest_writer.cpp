#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/verification/escaped_path.hpp"
#include "toolkit/verification/manifest.hpp"
#include "toolkit/verification/repeated_sha256.hpp"

#include <stdexcept>

namespace hdskit {

struct ManifestWriter::State {
  PendingFile file;
  RepeatedSha256 sha;
  ManifestTotals totals;
  std::string previous, lines;

  explicit State(const std::filesystem::path& path) : file{path} { sha.begin(); }

  void write(std::string_view line) {
    constexpr std::size_t piece = 64 * 1024;
    lines += line;
    lines += '\n';
    if (lines.size() >= piece) flush();
  }
  void flush() {
    sha.update(lines);
    file.write(lines);
    lines.clear();
  }
};

ManifestWriter::ManifestWriter(const std::filesystem::path& file, const ManifestHeading& heading) : state_{std::make_unique<State>(file)} {
  state_->write("hdskit-manifest 1");
  state_->write("made " + (heading.made_at ? heading.made_at->iso() : "-"));
  state_->write("host " + escaped_path(heading.host));
  state_->write("root " + escaped_path(heading.root));
  state_->write("tool " + escaped_path(heading.tool));
  state_->write(heading.complete ? "content all" : "content some");
}

ManifestWriter::~ManifestWriter() = default;

void ManifestWriter::add(const TreeEntry& entry) {
  auto& state = *state_;
  if (compare_paths(state.previous, entry.path) >= 0) throw std::logic_error{"entries of a manifest must come in the order of trees"};
  state.previous = entry.path;
  state.totals.count(entry);
  state.write(manifest_line(entry));
}

ManifestTotals ManifestWriter::commit() {
  auto& state = *state_;
  state.flush();
  state.write(state.totals.last_line(state.sha.so_far()));
  state.flush();
  state.file.commit();
  state.totals.digest = state.sha.finish();
  return state.totals;
}

void ManifestTotals::count(const TreeEntry& entry) {
  ++entries;
  if (entry.kind != EntryKind::file) return;
  newest = files++ == 0 ? entry.modified : std::max(newest, entry.modified);
  bytes += entry.size;
}

std::string ManifestTotals::last_line(const Digest& before) const {
  return "end " + std::to_string(entries) + " " + std::to_string(files) + " " + std::to_string(bytes) + " " + std::to_string(newest) + " " + before.hex();
}

} // namespace hdskit
