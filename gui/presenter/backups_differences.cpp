#include "gui/presenter/backups_differences.hpp"

#include "gui/presenter/shown.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/verification/escaped_path.hpp"
#include "toolkit/workspace/sought_words.hpp"

#include <map>

namespace hdskit::gui {
namespace {

enum Column { name_column, verdict_column, aspect_column, size_column };

Tone tone_of(const Difference& difference) {
  if (difference.explained || difference.verdict == EntryVerdict::same) return Tone::faint;
  return difference.verdict == EntryVerdict::extra ? Tone::warning : Tone::bad;
}

std::string what_differs(const Difference& difference) {
  std::vector<std::string> words;
  for (std::size_t i = 0; i < aspect_count; ++i)
    if (const auto aspect = static_cast<Aspect>(i); (difference.aspects | difference.noted).has(aspect)) words.push_back(label_of(aspect));
  if (!difference.failure.empty()) words.push_back(difference.failure);
  if (difference.explained) words.push_back(tr("changed after the backup"));
  return joined(words, ", ");
}

std::string sizes(const Difference& difference) {
  if (difference.kind != EntryKind::file) return "";
  if (difference.verdict == EntryVerdict::missing) return shown_bytes(difference.expected_size);
  if (difference.verdict == EntryVerdict::extra) return shown_bytes(difference.found_size);
  return shown_bytes(difference.expected_size) + " → " + shown_bytes(difference.found_size);
}

std::string folder_of(const std::string& path) {
  const auto slash = path.rfind('/');
  return slash == std::string::npos ? "" : path.substr(0, slash);
}
std::string name_of(const std::string& path) { return path.substr(path.rfind('/') + 1); } // npos + 1 is 0

/// In the order of trees a folder stands before what is in it: its own difference, when it has one, is the line under which the others are.
class TreeBuilder {
public:
  explicit TreeBuilder(TreeRows& tree) : tree_{tree} {}

  void add(const Difference& difference) {
    const auto path = escaped_path(difference.path);
    const bool folder = difference.kind == EntryKind::folder;
    count_above(path);
    const auto place = folder ? folder_at(path) : append(path, parent_of(path), name_of(path));
    auto& cells = tree_.nodes[place].cells;
    cells[verdict_column] = {label_of(difference.verdict), tone_of(difference)};
    cells[aspect_column] = {what_differs(difference)};
    cells[size_column] = {sizes(difference), Tone::faint};
  }

  void finish() {
    for (const auto& [path, folder] : folders_) {
      if (folder.count == 0) continue;
      auto& verdict = tree_.nodes[folder.place].cells[verdict_column];
      const auto words = trn("{1} difference", "{1} differences", folder.count);
      verdict.text = verdict.text.empty() ? words : verdict.text + ", " + words;
    }
  }

private:
  struct Folder {
    std::size_t place = TreeNode::none;
    std::int64_t count = 0; ///< of what is below it
  };

  std::size_t append(const std::string& key, std::size_t parent, const std::string& name) {
    tree_.nodes.push_back({key, parent, {{name}, {}, {}, {}}});
    return tree_.nodes.size() - 1;
  }

  std::size_t parent_of(const std::string& path) {
    const auto folder = folder_of(path);
    return folder.empty() ? TreeNode::none : folder_at(folder);
  }

  std::size_t folder_at(const std::string& path) {
    if (const auto found = folders_.find(path); found != folders_.end() && found->second.place != TreeNode::none) return found->second.place;
    const auto parent = parent_of(path);
    return folders_[path].place = append(path + "/", parent, name_of(path) + "/");
  }

  void count_above(const std::string& path) {
    for (auto folder = folder_of(path); !folder.empty(); folder = folder_of(folder)) {
      folder_at(folder);
      ++folders_[folder].count;
    }
  }

  TreeRows& tree_;
  std::map<std::string, Folder> folders_;
};

} // namespace

TreeRows difference_tree(std::span<const Difference> differences, std::string_view words) {
  TreeRows tree{{{tr("Name")}, {tr("Verdict")}, {tr("What differs")}, {tr("Size")}}, {}};
  const SoughtWords sought{words};
  TreeBuilder builder{tree};
  for (const auto& difference : differences)
    if (const auto path = escaped_path(difference.path); sought.are_in({&path, 1})) builder.add(difference);
  builder.finish();
  return tree;
}

Cell differences_sentence(const RestoreRun& run, std::size_t listed) {
  const auto count = static_cast<std::size_t>(run.differences);
  if (run.differences_list.empty())
    return count == 0 ? Cell{tr("Nothing was compared file by file."), Tone::faint}
                      : Cell{"⚠ " + tr("The list of the {1} differences was too large to be kept.", {std::to_string(count)}), Tone::warning};
  if (listed >= most_differences_shown)
    return {"⚠ " + tr("The first {1} differences are shown. “hdskit backup report {2} --names” writes all that were kept.",
                      {std::to_string(listed), run.reference}),
            Tone::warning};
  if (count == 0 && listed == 0) return {"✔ " + tr("No file differs."), Tone::good};
  if (count == 0) return {"✔ " + tr("No file differs in anything that counts; what is listed is explained or does not count."), Tone::good};
  return {trn("{1} file or folder differs.", "{1} files or folders differ.", run.differences), Tone::bad};
}

} // namespace hdskit::gui
