#pragma once

#include <string_view>

namespace hdskit {

// Cells of a worksheet have names: column letters, then the number of the row, "AB12".

/// 28 for "AB", 12 for "12"; 0 for what is neither, or absurdly large.
int number_of_place(std::string_view text);

/// "AB" of "AB12".
std::string_view column_letters(std::string_view place);

struct CellRange {
  int first_row = 0, first_column = 0, last_row = 0, last_column = 0;
};
/// Of "A1:C2", or of one cell; all 0 when it is no range.
CellRange cell_range(std::string_view text);

} // namespace hdskit
