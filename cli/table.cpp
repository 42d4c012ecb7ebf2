#include "cli/table.hpp"

#include "cli/display_width.hpp"
#include "toolkit/base/text.hpp"

#include <algorithm>
#include <numeric>
#include <ostream>

namespace hdskit::cli {
namespace {

constexpr std::size_t gap = 2, narrowest = 6;

/// Takes columns from the widest until the table fits.
void fit(std::vector<std::size_t>& widths, std::size_t available) {
  const auto total = [&] { return std::accumulate(widths.begin(), widths.end(), gap * (widths.size() - 1)); };
  while (total() > available) {
    const auto widest = std::ranges::max_element(widths);
    if (*widest <= narrowest) return;
    --*widest;
  }
}

void print_row(std::ostream& out, const std::vector<std::string>& row, const std::vector<std::size_t>& widths) {
  std::string line;
  for (std::size_t i = 0; i < row.size(); ++i) {
    const auto cell = shortened(row[i], widths[i]);
    line += cell;
    if (i + 1 < row.size()) line += std::string(widths[i] - display_width(cell) + gap, ' ');
  }
  line.erase(line.find_last_not_of(' ') + 1);
  out << line << '\n';
}

} // namespace

void Table::add(std::vector<std::string> row) {
  row.resize(headings_.size());
  for (auto& cell : row) cell = one_line(cell);
  rows_.push_back(std::move(row));
}

void Table::print(std::ostream& out, int width) const {
  std::vector<std::size_t> widths;
  for (std::size_t i = 0; i < headings_.size(); ++i) {
    auto widest = display_width(headings_[i]);
    for (const auto& row : rows_) widest = std::max(widest, display_width(row[i]));
    widths.push_back(widest);
  }
  if (width > 0) fit(widths, static_cast<std::size_t>(width));
  print_row(out, headings_, widths);
  for (const auto& row : rows_) print_row(out, row, widths);
}

void Sheet::print(std::ostream& out, int width) const {
  std::size_t widest = 0;
  for (const auto& [label, value] : lines_) widest = std::max(widest, display_width(label));
  const std::string indent(widest + 3, ' ');
  const std::size_t available = width > 0 ? std::max<std::size_t>(static_cast<std::size_t>(width), widest + 20) : 100;
  for (const auto& [label, value] : lines_) {
    auto first = label + std::string(widest - display_width(label), ' ') + " : ";
    const auto shown = value.empty() ? std::string_view{"—"} : std::string_view{value};
    for (const auto part : lines_of(shown)) {
      out << wrapped(one_line(part), available, first, indent);
      first = indent;
    }
  }
}

} // namespace hdskit::cli
