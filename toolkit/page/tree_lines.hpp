#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hdskit::page {

/// A box of an organisation chart and those below it.
struct TreeNode {
  std::string name, second;
  std::vector<TreeNode> children;
};

/// Reads indented lines, two spaces a level, "Name | second line". Throws Problem bad_input naming `name`; `line` is the one before the first.
TreeNode read_tree_lines(std::string_view text, const std::string& name, int line);

int tree_depth(const TreeNode& node); ///< 1 for a node alone

} // namespace hdskit::page
