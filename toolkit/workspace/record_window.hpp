#pragma once

#include "toolkit/workspace/record_store.hpp"

#include <span>

namespace hdskit {

// Lists that scroll: the numbers of all records in the order wished, then the records of the few lines that are seen.

/// Texts are compared byte by byte (SQLite's collation "binary", PostgreSQL's "C", which are the same for UTF-8), so that both engines
/// give one order: capitals before small letters, letters with accents last. Whole numbers are compared as numbers, dates by the calendar;
/// what is empty comes first. Equals stay in the order in which they were recorded.
struct RecordOrder {
  std::string_view field; ///< of the record; "" orders by its number
  bool descending = false;
};

constexpr std::size_t record_window_limit = 500;

namespace record_rows { // the part that does not depend on the type
struct ColumnOrder {
  std::string_view column;
  bool as_number = false, descending = false;
};
std::vector<std::int64_t> ids(const Workspace&, std::string_view table, const ColumnOrder& order);
std::vector<std::int64_t> ids_holding(const Workspace&, std::string_view table, const std::vector<std::string_view>& columns, std::string_view words,
                                      const ColumnOrder& order);
std::vector<Row> numbered(const Workspace&, std::string_view table, const std::vector<std::string_view>& columns, std::span<const std::int64_t> ids);
[[noreturn]] void refuse_unknown_column(std::string_view table, std::string_view column); ///< a defect of the program: std::logic_error
} // namespace record_rows

template <typename Record> void require_field(std::string_view name) {
  if (!Record::type().find(name)) record_rows::refuse_unknown_column(Record::type().kind, name);
}

template <typename Record> record_rows::ColumnOrder column_order(const RecordOrder& order) {
  if (order.field.empty()) return {.descending = order.descending};
  require_field<Record>(order.field);
  const auto kind = Record::type().find(order.field)->kind;
  return {order.field, kind == FieldKind::number || kind == FieldKind::reference, order.descending};
}

/// Reads the numbers only.
template <typename Record> std::vector<std::int64_t> record_ids(const Workspace& workspace, const RecordOrder& order = {}) {
  return record_rows::ids(workspace, Record::type().kind, column_order<Record>(order));
}

/// Those in which every word of `words` occurs in one of the fields, letter case and accents aside; reads these fields only. Without words: all.
template <typename Record>
std::vector<std::int64_t> record_ids_holding(const Workspace& workspace, const std::vector<std::string_view>& fields, std::string_view words,
                                             const RecordOrder& order = {}) {
  for (const auto field : fields) require_field<Record>(field);
  return record_rows::ids_holding(workspace, Record::type().kind, fields, words, column_order<Record>(order));
}

/// In the order of `ids`, at most record_window_limit of them (std::logic_error beyond); those that have gone meanwhile are left out.
template <typename Record> std::vector<Record> records_numbered(const Workspace& workspace, std::span<const std::int64_t> ids) {
  std::vector<Record> records;
  for (const auto& row : record_rows::numbered(workspace, Record::type().kind, record_columns<Record>(), ids)) records.push_back(record_of<Record>(row));
  return records;
}

} // namespace hdskit
