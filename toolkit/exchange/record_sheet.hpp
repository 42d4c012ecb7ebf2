#pragma once

#include "toolkit/base/field.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/exchange/sheet.hpp"
#include "toolkit/organisation/record_kind.hpp"

namespace hdskit {

// Lists of records for a spreadsheet: the number of each, then its fields under their names. Choices stand as their stored words and
// references as numbers, the same in every language.

SheetColumn column_of(std::string_view field, FieldKind kind);

template <typename Record> Sheet record_sheet(const std::vector<Record>& records) {
  Sheet sheet{.title = tr(Record::type().label), .columns = {{"id", CellKind::number}}, .rows = {}};
  for (const auto& field : Record::type().fields) sheet.columns.push_back(column_of(field.name, field.kind));
  for (const auto& record : records) {
    std::vector<std::string> row{record.id.text()};
    for (const auto& field : Record::type().fields) row.push_back(field.get(record));
    sheet.rows.push_back(std::move(row));
  }
  return sheet;
}

/// The values of a record as people read them: choices by their labels, in the current language.
std::vector<std::string> shown_row(const RecordKind& kind, const std::vector<std::string>& values);

/// All records of a kind, with the labels of the fields for headings and choices by their labels: for people, and read again all the same.
Sheet labelled_sheet(const Workspace& workspace, const RecordKind& kind);

/// All records of a kind.
Sheet kind_sheet(const Workspace& workspace, const RecordKind& kind);

} // namespace hdskit
