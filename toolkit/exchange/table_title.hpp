#pragma once

#include "toolkit/exchange/csv.hpp"

namespace hdskit {

/// Registers kept in a spreadsheet often begin with a title and a date, alone in their rows: the first row with three cells or more, among the first
/// ten, has the headings then. A table whose first row has two headings or more stays as it is.
void pass_over_title(CsvTable& table);

} // namespace hdskit
