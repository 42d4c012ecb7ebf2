#include "toolkit/page/tree_lines.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/page/fenced_block.hpp"

#include <algorithm>
#include <optional>

namespace hdskit::page {
namespace {

constexpr int most_levels = 7, most_boxes = 80;

struct TreeLine {
  std::size_t level = 0;
  TreeNode node;
};

TreeLine read_line(std::string_view written, const MarkdownSource& source, int line) {
  const auto blanks = written.find_first_not_of(' ');
  if (written[blanks] == '\t' || blanks % 2 != 0)
    source.fail(line, tr("The indentation of “{1}” is no whole number of levels.", {trimmed(written)}),
                tr("Put two spaces before a line for each level; no tabulation."));
  const auto cells = fenced_cells(written);
  if (cells.size() > 2 || cells[0].empty())
    source.fail(line, tr("“{1}” is no box of a tree.", {trimmed(written)}), tr("Write “Name” or “Name | second line”."));
  return {blanks / 2, {cells[0], cells.size() == 2 ? cells[1] : "", {}}};
}

} // namespace

TreeNode read_tree_lines(std::string_view text, const std::string& name, int line) {
  const MarkdownSource source{.name = name, .first_line = line};
  std::optional<TreeNode> root;
  std::vector<TreeNode*> path; // the last child pushed keeps its place until its next sibling comes, and by then it is no longer on the path
  int number = 1, boxes = 0;
  for (const auto written : lines_of(text)) {
    ++number;
    if (trimmed(written).empty()) continue;
    auto read = read_line(written, source, number);
    if (++boxes > most_boxes) source.fail(number, tr("A tree has at most {1} boxes.", {std::to_string(most_boxes)}), tr("Part it into several figures."));
    if (read.level == 0) {
      if (root)
        source.fail(number, tr("The tree has a second root, “{1}”.", {read.node.name}), tr("Put two spaces before it, or part the tree into two figures."));
      root = std::move(read.node);
      path = {&*root};
      continue;
    }
    if (read.level > path.size())
      source.fail(number, tr("“{1}” is indented more than one level below the line before.", {read.node.name}),
                  tr("Put two spaces before a line for each level."));
    if (read.level >= most_levels)
      source.fail(number, tr("A tree has at most {1} levels.", {std::to_string(most_levels)}), tr("Part it into several figures."));
    path.resize(read.level);
    path.back()->children.push_back(std::move(read.node));
    path.push_back(&path.back()->children.back());
  }
  if (!root) source.fail(1, tr("The tree has no box."), tr("Write a line for each box, two spaces before it for each level."));
  return std::move(*root);
}

int tree_depth(const TreeNode& node) {
  int deepest = 0;
  for (const auto& child : node.children) deepest = std::max(deepest, tree_depth(child));
  return deepest + 1;
}

} // namespace hdskit::page
