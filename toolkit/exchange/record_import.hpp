#pragma once

#include "toolkit/exchange/csv.hpp"
#include "toolkit/organisation/record_kind.hpp"

#include <functional>
#include <map>
#include <optional>

namespace hdskit {

// Records of a kind that people keep in a spreadsheet. The field “reference” says which record a row is about, of a kind without it all fields that must
// be filled in (key_fields); columns are found by name.

/// What a domain adds to what the kind's table of fields says already.
struct ImportRules {
  /// Other headings of a field, in any language: {"gravity", {"Gravité", "G", "Impact"}}. The field's name and its labels in French and English
  /// are always understood, letter case, accents and punctuation aside.
  std::map<std::string, std::vector<std::string>, std::less<>> headings;
  /// Headings that are known and passed over: what is computed.
  std::vector<std::string> passed_over;
  /// The text as it is to be stored, for cells that the kind's own reading does not understand ("Importante" for 3). Nothing: no opinion.
  std::function<std::optional<std::string>(std::string_view field, std::string_view text)> read_cell;
  /// Defects of a whole row once read: {field, sentence}. `values`: one text per field of the kind.
  std::function<std::vector<std::pair<std::string, std::string>>(const std::vector<std::string>& values)> check;
  /// A row without a reference gets this one; empty function: it is refused.
  std::function<std::string()> next_reference;
};

struct PlannedRecord {
  int line = 0;
  std::int64_t id = 0;          ///< 0: to be added
  std::string reference, title; ///< reference: or its record_key
  Assignments values;           ///< only what changes
};

struct RecordImport {
  int added = 0, changed = 0, unchanged = 0; ///< rows
  std::vector<CsvDefect> refused;            ///< all reasons not to import; then nothing is
  std::vector<PlannedRecord> planned;
};

constexpr std::size_t import_cell_limit = 32'767; ///< characters in one cell, what a spreadsheet can hold: longer is refused with its place

/// What an import would do. A cell that the row does not have, or a column that the file does not have, leaves the field as it is; an empty cell empties
/// it. Decimal commas, dates as 22/11/2026, choices by word or by label in French or English are understood. `existing`: kind.all(workspace).
RecordImport preview_records(const RecordKind& kind, const std::vector<RecordView>& existing, const CsvReading& table, const ImportRules& rules);

/// Does it, all or nothing: throws Problem bad_input that lists every refused cell with its line and column. `name`: of the file.
void import_records(Change& change, const RecordKind& kind, const RecordImport& import, const std::string& name);

} // namespace hdskit
