#pragma once

#include "toolkit/base/field.hpp"
#include "toolkit/exchange/csv.hpp"
#include "toolkit/organisation/record_kind.hpp"

namespace hdskit {

/// A list of records for a spreadsheet: the number of each, then its fields under their names. Choices stand as their stored words and references
/// as numbers, the same in every language.
template <typename Record> std::string export_records(const std::vector<Record>& records) {
  std::vector<std::string> headings{"id"};
  for (const auto& field : Record::type().fields) headings.emplace_back(field.name);
  std::vector<std::vector<std::string>> rows;
  for (const auto& record : records) {
    std::vector<std::string> row{record.id.text()};
    for (const auto& field : Record::type().fields) row.push_back(field.get(record));
    rows.push_back(std::move(row));
  }
  return write_csv(headings, rows);
}

/// All records of a kind, the same way.
std::string export_kind(const Workspace& workspace, const RecordKind& kind);

} // namespace hdskit
