#include "toolkit/exchange/table_title.hpp"

#include "toolkit/base/text.hpp"

#include <algorithm>

namespace hdskit {
namespace {

constexpr std::size_t rows_of_title = 10;
constexpr std::ptrdiff_t fewest_headings = 3;

std::ptrdiff_t filled(const std::vector<std::string>& cells) {
  return std::ranges::count_if(cells, [](const std::string& cell) { return !trimmed(cell).empty(); });
}

} // namespace

void pass_over_title(CsvTable& table) {
  if (filled(table.headings) > 1) return;
  const auto end = table.rows.begin() + static_cast<std::ptrdiff_t>(std::min(rows_of_title, table.rows.size()));
  const auto headings = std::find_if(table.rows.begin(), end, [](const CsvRow& row) { return filled(row.cells) >= fewest_headings; });
  if (headings == end || std::any_of(table.rows.begin(), headings, [](const CsvRow& row) { return filled(row.cells) > 1; })) return;
  table.heading_line = headings->line;
  table.headings = std::move(headings->cells);
  table.rows.erase(table.rows.begin(), headings + 1);
}

} // namespace hdskit
