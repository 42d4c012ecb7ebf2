#include "toolkit/workspace/record_window.hpp"

#include "toolkit/workspace/dialect.hpp"
#include "toolkit/workspace/numbered_rows.hpp"
#include "toolkit/workspace/sought_words.hpp"

#include <stdexcept>
#include <unordered_map>

namespace hdskit {

std::vector<Row> numbered_rows(const Workspace& workspace, const std::string& select, std::string_view key, std::span<const std::int64_t> numbers) {
  if (numbers.size() > record_window_limit) throw std::logic_error{"a window of too many rows was asked for"};
  if (numbers.empty()) return {};
  std::string list;
  for (const auto number : numbers) list += (list.empty() ? "" : ", ") + std::to_string(number);
  std::unordered_map<std::int64_t, Row> found;
  workspace.read_each(select + " where " + std::string{key} + " in (" + list + ")", {}, [&](const Row& row) { found.emplace(std::stoll(row[0]), row); });
  std::vector<Row> rows;
  for (const auto number : numbers)
    if (const auto row = found.find(number); row != found.end()) rows.push_back(row->second);
  return rows;
}

namespace record_rows {
namespace {

std::string quoted(std::string_view name) { return "\"" + std::string{name} + "\""; }

std::string select(std::string_view table, const std::vector<std::string_view>& columns) {
  std::string list = "id";
  for (const auto column : columns) list += ", " + quoted(column);
  return "select " + list + " from " + quoted(table);
}

std::string order_by(const Workspace& workspace, const ColumnOrder& order) {
  const std::string way = order.descending ? " desc" : "";
  if (order.column.empty()) return " order by id" + way;
  const auto column = quoted(order.column);
  const auto length = order.as_number ? "length(" + column + ")" + way + ", " : ""; // whole numbers without leading zeros: the longer, the larger
  return " order by " + length + workspace.dialect().byte_order(column) + way + ", id";
}

} // namespace

std::vector<std::int64_t> ids(const Workspace& workspace, std::string_view table, const ColumnOrder& order) {
  std::vector<std::int64_t> found;
  workspace.read_each(select(table, {}) + order_by(workspace, order), {}, [&](const Row& row) { found.push_back(std::stoll(row[0])); });
  return found;
}

std::vector<std::int64_t> ids_holding(const Workspace& workspace, std::string_view table, const std::vector<std::string_view>& columns, std::string_view words,
                                      const ColumnOrder& order) {
  const SoughtWords sought{words};
  if (sought.empty()) return ids(workspace, table, order);
  std::vector<std::int64_t> found;
  workspace.read_each(select(table, columns) + order_by(workspace, order), {}, [&](const Row& row) {
    if (sought.are_in(std::span{row}.subspan(1))) found.push_back(std::stoll(row[0]));
  });
  return found;
}

std::vector<Row> numbered(const Workspace& workspace, std::string_view table, const std::vector<std::string_view>& columns, std::span<const std::int64_t> ids) {
  return numbered_rows(workspace, select(table, columns), "id", ids);
}

void refuse_unknown_column(std::string_view table, std::string_view column) {
  throw std::logic_error{"the kind " + std::string{table} + " has no field " + std::string{column}};
}

} // namespace record_rows
} // namespace hdskit
