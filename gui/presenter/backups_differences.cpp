#include "gui/presenter/backups_differences.hpp"

#include "gui/presenter/shown.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/workspace/sought_words.hpp"

#include <map>

namespace hdskit::gui {
namespace {

struct Folder {
  std::size_t node = TreeNode::none;
  std::uint64_t count = 0;
};

/// Names of any bytes as text for people: what is no UTF-8 shows as \xHH.
std::string readable(std::string_view path) {
  if (is_utf8(path)) return std::string{path};
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80) text += c;
    else text += std::string{"\\x"} + digits[byte >> 4] + digits[byte & 15u];
  }
  return text;
}

Tone tone_of(const Difference& difference) {
  if (difference.explained || difference.aspects.empty()) return Tone::faint;
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

class TreeBuilder {
public:
  explicit TreeBuilder(TreeRows& tree) : tree_{tree} {}

  void add(const Difference& difference) {
    const auto slash = difference.path.rfind('/');
    const auto parent = slash == std::string::npos ? TreeNode::none : folder(difference.path.substr(0, slash));
    const auto name = slash == std::string::npos ? difference.path : difference.path.substr(slash + 1);
    const auto shown = difference.kind == EntryKind::file ? shown_bytes(difference.expected_size) + " → " + shown_bytes(difference.found_size) : "";
    tree_.nodes.push_back({"=" + readable(difference.path), parent,
                           {{readable(name)}, {label_of(difference.verdict), tone_of(difference)}, {what_differs(difference)}, {shown, Tone::faint}}});
  }

  void finish() {
    for (const auto& [path, folder] : folders_)
      tree_.nodes[folder.node].cells[1].text = trn("{1} difference", "{1} differences", static_cast<std::int64_t>(folder.count));
  }

private:
  std::size_t folder(const std::string& path) {
    auto& known = folders_[path];
    if (known.node == TreeNode::none) {
      const auto slash = path.rfind('/');
      const auto parent = slash == std::string::npos ? TreeNode::none : folder(path.substr(0, slash));
      known.node = tree_.nodes.size();
      tree_.nodes.push_back({readable(path) + "/", parent, {{readable(slash == std::string::npos ? path : path.substr(slash + 1)) + "/"}, {}, {}, {}}});
    } else if (const auto slash = path.rfind('/'); slash != std::string::npos) {
      folder(path.substr(0, slash)); // counts above too
    }
    ++known.count;
    return known.node;
  }

  TreeRows& tree_;
  std::map<std::string, Folder> folders_; // references stay valid while it grows
};

} // namespace

TreeRows difference_tree(std::span<const Difference> differences, std::string_view words) {
  TreeRows tree{{{tr("Name")}, {tr("Verdict")}, {tr("What differs")}, {tr("Size")}}, {}};
  const SoughtWords sought{words};
  TreeBuilder builder{tree};
  for (const auto& difference : differences)
    if (const std::string path = readable(difference.path); sought.are_in({&path, 1})) builder.add(difference);
  builder.finish();
  return tree;
}

} // namespace hdskit::gui
