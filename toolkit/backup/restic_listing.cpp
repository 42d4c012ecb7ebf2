#include "toolkit/backup/restic_listing.hpp"

#include "toolkit/backup/restic_command.hpp"
#include "toolkit/base/file.hpp"

#include <algorithm>
#include <utility>

namespace hdskit {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD"; // U+FFFD, which stands for a byte that is not UTF-8

/// A path as `ls --json` told it, and where its lines stand in the plain listing, which has one for each node and one more for each line feed in its name.
struct OddName {
  std::string path;
  std::uint64_t first_line = 0, lines = 1;
};

/// Whether `json_path` is what restic makes of `raw`: the same bytes, but for U+FFFD in the place of each one that is not UTF-8.
bool is_shown_as(std::string_view raw, std::string_view json_path) {
  while (!json_path.empty()) {
    if (!raw.empty() && raw.front() == json_path.front() && !json_path.starts_with(replacement)) raw.remove_prefix(1), json_path.remove_prefix(1);
    else if (json_path.starts_with(replacement) && !raw.empty()) {
      raw.remove_prefix(raw.starts_with(replacement) ? replacement.size() : 1);
      json_path.remove_prefix(replacement.size());
    } else return false;
  }
  return raw.empty();
}

void read_lines(const SourceAccess& access, std::vector<std::string> words, const std::function<void(std::string_view)>& take) {
  LineCutter lines{"restic", take};
  const auto result = access.run(restic_command(access, std::move(words)), restic_package, [&](std::string_view piece) { lines.see(piece); });
  require_success_of_restic(access, result);
  lines.finish();
}

/// Names as they are, from the plain listing, which escapes nothing. What does not fit keeps the name of the JSON.
void name_odd_nodes(const SourceAccess& access, const std::string& id, std::vector<OddName>& odd) {
  std::uint64_t line_number = 0;
  auto next = odd.begin();
  std::string raw;
  read_lines(access, {"--quiet", "ls", id}, [&](std::string_view line) {
    const auto number = line_number++;
    if (next == odd.end() || number < next->first_line) return;
    raw += (number == next->first_line ? "" : "\n") + std::string{line};
    if (number + 1 < next->first_line + next->lines) return;
    if (is_shown_as(raw, next->path)) next->path = raw;
    raw.clear();
    ++next;
  });
}

} // namespace

ResticRoot::ResticRoot(const ResticSnapshot& snapshot) {
  if (snapshot.paths.size() != 1 || !snapshot.paths[0].starts_with('/') || snapshot.paths[0].find(replacement) != std::string::npos) return;
  path_ = snapshot.paths[0];
  while (path_.ends_with('/')) path_.pop_back();
}

void ResticRoot::see(const ResticNode& node) {
  if (reached_ || path_.empty()) return;
  if (node.folder && node.path == path_) reached_ = true;
  else if (!node.folder || !path_.starts_with(node.path + "/")) path_.clear(); // the snapshot was taken from within the folder: its names begin there
}

std::optional<std::string> ResticRoot::within(std::string_view path) const {
  if (path_.empty()) return std::string{path.substr(1)};
  if (path.size() <= path_.size() + 1 || !path.starts_with(path_) || path[path_.size()] != '/') return {};
  return std::string{path.substr(path_.size() + 1)};
}

void walk_restic_snapshot(const SourceAccess& access, const std::string& id, const std::function<void(const ResticSnapshot&)>& begin,
                          const std::function<void(const ResticNode&)>& take) {
  const auto kept = access.workshop / "restic-nodes";
  std::vector<OddName> odd;
  {
    PendingFile file{kept};
    bool begun = false;
    std::uint64_t line_number = 0;
    read_lines(access, {"--json", "ls", id}, [&](std::string_view line) {
      if (!std::exchange(begun, true)) return begin(read_restic_heading(line));
      const auto node = read_restic_node(line);
      if (!node) return;
      file.write(std::string{line} + "\n");
      const auto lines = 1 + static_cast<std::uint64_t>(std::ranges::count(node->path, '\n'));
      if (node->path.find(replacement) != std::string::npos) odd.push_back({node->path, line_number, lines});
      line_number += lines;
    });
    file.commit();
  }
  if (!odd.empty()) name_odd_nodes(access, id, odd);
  auto next = odd.begin();
  LineCutter lines{"restic", [&](std::string_view line) {
                     auto node = *read_restic_node(line);
                     if (node.path.find(replacement) != std::string::npos) node.path = (next++)->path;
                     take(node);
                   }};
  read_in_pieces(kept, [&](std::string_view piece) { lines.see(piece); });
  std::filesystem::remove(kept);
}

} // namespace hdskit
