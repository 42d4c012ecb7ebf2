#pragma once

#include "toolkit/base/field.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/workspace/workspace.hpp"

#include <string>
#include <vector>

namespace hdskit {

// Reads and writes any record that has `Id<…> id` and `static const RecordType<Record>& type()`. The table bears the name of
// the kind, one TEXT column per field and `id BIGINT PRIMARY KEY`. One place for SQL, journal and validation of all records.

namespace record_rows { // the part that does not depend on the type
std::vector<Row> all(const Workspace&, std::string_view table, const std::vector<std::string_view>& columns);
std::vector<Row> find(const Workspace&, std::string_view table, const std::vector<std::string_view>& columns, std::int64_t id);
void insert(Change&, std::string_view table, const std::vector<std::string_view>& columns, std::int64_t id, const Row& values);
void update(Change&, std::string_view table, const std::vector<std::string_view>& columns, std::int64_t id, const Row& values);
void remove(Change&, std::string_view table, const std::vector<std::string_view>& columns, std::int64_t id);
[[noreturn]] void refuse_missing_field(std::string_view kind, const char* label);
[[noreturn]] void refuse_unknown_record(std::string_view kind, std::int64_t id);
} // namespace record_rows

template <typename Record> std::vector<std::string_view> record_columns() {
  std::vector<std::string_view> columns;
  for (const auto& field : Record::type().fields) columns.push_back(field.name);
  return columns;
}

template <typename Record> Row record_values(const Record& record) {
  Row values;
  for (const auto& field : Record::type().fields) {
    values.push_back(field.get(record));
    if (field.required && values.back().empty()) record_rows::refuse_missing_field(Record::type().kind, field.label);
  }
  return values;
}

/// `row`: the id, then one text per field.
template <typename Record> Record record_of(const Row& row) {
  Record record;
  record.id = decltype(record.id){std::stoll(row[0])};
  for (std::size_t i = 0; i < Record::type().fields.size(); ++i) Record::type().fields[i].set(record, row[i + 1]);
  return record;
}

/// In the order in which they were recorded.
template <typename Record> std::vector<Record> all_records(const Workspace& workspace) {
  std::vector<Record> records;
  for (const auto& row : record_rows::all(workspace, Record::type().kind, record_columns<Record>())) records.push_back(record_of<Record>(row));
  return records;
}

/// Throws Problem not_found.
template <typename Record, typename RecordId> Record find_record(const Workspace& workspace, RecordId id) {
  const auto rows = record_rows::find(workspace, Record::type().kind, record_columns<Record>(), id.number());
  if (rows.empty()) record_rows::refuse_unknown_record(Record::type().kind, id.number());
  return record_of<Record>(rows.front());
}

/// Gives the record its number. Throws Problem bad_input when a required field is empty.
template <typename Record> Record add_record(Change& change, Record record) {
  const auto values = record_values(record);
  record.id = decltype(record.id){change.next_number(Record::type().kind)};
  record_rows::insert(change, Record::type().kind, record_columns<Record>(), record.id.number(), values);
  return record;
}

template <typename Record> void update_record(Change& change, const Record& record) {
  record_rows::update(change, Record::type().kind, record_columns<Record>(), record.id.number(), record_values(record));
}

template <typename Record, typename RecordId> void remove_record(Change& change, RecordId id) {
  record_rows::remove(change, Record::type().kind, record_columns<Record>(), id.number());
}

} // namespace hdskit
