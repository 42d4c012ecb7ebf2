#include "gui/presenter/rows.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

#include <algorithm>
#include <charconv>
#include <memory>
#include <numeric>

namespace hdskit::gui {
namespace {

std::optional<double> number_in(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

struct SortKey {
  std::string text;
  std::optional<double> number;
  bool operator<(const SortKey& other) const { return number && other.number ? *number < *other.number : text < other.text; }
};

std::vector<std::string> texts_of(const std::vector<Cell>& cells) {
  std::vector<std::string> texts;
  for (const auto& cell : cells) texts.push_back(cell.text);
  return texts;
}

} // namespace

ListRows rows_at_hand(std::vector<SheetColumn> columns, std::vector<ListRow> rows) {
  const auto held = std::make_shared<const std::vector<ListRow>>(std::move(rows));
  return {std::move(columns), held->size(), [held](std::size_t row) { return held->at(row).cells; }, [held](std::size_t row) { return held->at(row).key; }};
}

ListRows sorted_rows(const ListRows& rows, std::size_t column, bool descending) {
  std::vector<SortKey> keys;
  for (std::size_t row = 0; row < rows.count; ++row) {
    const auto text = rows.cells(row).at(column).text;
    keys.push_back({folded(text), number_in(text)});
  }
  std::vector<std::size_t> order(rows.count);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) { return descending ? keys[b] < keys[a] : keys[a] < keys[b]; });
  const auto held = std::make_shared<const std::vector<std::size_t>>(std::move(order));
  return {rows.columns, rows.count, [rows, held](std::size_t row) { return rows.cells(held->at(row)); },
          [rows, held](std::size_t row) { return rows.key(held->at(row)); }};
}

Sheet sheet_of(const ListRows& rows, std::string title) {
  Sheet sheet{std::move(title), rows.columns, {}};
  for (std::size_t row = 0; row < rows.count; ++row) sheet.rows.push_back(texts_of(rows.cells(row)));
  return sheet;
}

Sheet sheet_of(const TreeRows& rows, std::string title) {
  Sheet sheet{std::move(title), rows.columns, {}};
  sheet.columns.insert(sheet.columns.begin(), {tr("Level"), CellKind::number});
  std::vector<int> depths;
  for (const auto& node : rows.nodes) {
    depths.push_back(node.parent == TreeNode::none ? 1 : depths.at(node.parent) + 1);
    auto texts = texts_of(node.cells);
    texts.insert(texts.begin(), std::to_string(depths.back()));
    sheet.rows.push_back(std::move(texts));
  }
  return sheet;
}

} // namespace hdskit::gui
