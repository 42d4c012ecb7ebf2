#pragma once

#include "toolkit/page/set_block.hpp"
#include "toolkit/page/typesetter.hpp"

#include <vector>

namespace hdskit::page {

/// What a column needs: the width of its longest word, and that of its longest line.
using ColumnNeeds = std::vector<NaturalWidth>;

/// Parts `width` among columns. Weights decide when every column has one; else the contents do: nobody gets less than its longest word
/// while there is room, and the rest goes where lines are long. The widths add up to `width`.
std::vector<double> column_widths(const std::vector<TableColumn>& columns, ColumnNeeds needs, double width);

/// Sets a table `width` points wide; its text becomes smaller, down to three quarters, before words are divided.
TableBox lay_out_table(Typesetter& typesetter, const Table& table, double width);

} // namespace hdskit::page
