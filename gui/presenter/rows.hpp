#pragma once

#include "gui/presenter/cell.hpp"
#include "toolkit/exchange/sheet.hpp"

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace hdskit::gui {

/// A list as a page shows it. Rows are asked for when they come into view, so that a long list opens at once.
struct ListRows {
  std::vector<SheetColumn> columns;
  std::size_t count = 0;
  std::function<std::vector<Cell>(std::size_t row)> cells; ///< one per column; may read the workspace
  std::function<std::string(std::size_t row)> key;         ///< what the row stands for: the number of a record, a code
};

/// A list whose rows are all there.
struct ListRow {
  std::string key;
  std::vector<Cell> cells;
};
ListRows rows_at_hand(std::vector<SheetColumn> columns, std::vector<ListRow> rows);

/// The same rows in another order: by the text of `column`, numbers by their value. Reads all rows.
ListRows sorted_rows(const ListRows& rows, std::size_t column, bool descending);

/// A node of a tree; its parent stands before it.
struct TreeNode {
  static constexpr std::size_t none = static_cast<std::size_t>(-1);
  std::string key; ///< unique within the tree
  std::size_t parent = none;
  std::vector<Cell> cells; ///< one per column
};
struct TreeRows {
  std::vector<SheetColumn> columns;
  std::vector<TreeNode> nodes;
};

/// All rows for a spreadsheet.
Sheet sheet_of(const ListRows& rows, std::string title);
/// The same for a tree: a first column gives the depth, from 1.
Sheet sheet_of(const TreeRows& rows, std::string title);

} // namespace hdskit::gui
