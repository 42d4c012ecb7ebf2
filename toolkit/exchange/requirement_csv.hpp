#pragma once

#include "toolkit/evidence/evidence.hpp"
#include "toolkit/exchange/csv.hpp"
#include "toolkit/exchange/sheet.hpp"
#include "toolkit/requirements/answer_store.hpp"

namespace hdskit {

// The checklist with its answers as a table for a spreadsheet: one row an item. See docs/formats/requirement-csv.md.

/// All items in the order of the checklist, answered or not; headings and states in the current language. The evidence column tells which
/// documents name the item; that link is kept with the evidence and is not imported.
Sheet requirement_sheet(const Checklist& checklist, const std::vector<Answer>& answers, const std::vector<Evidence>& evidence);
/// The same as CSV, which import_requirements reads again.
std::string export_requirements(const Checklist& checklist, const std::vector<Answer>& answers, const std::vector<Evidence>& evidence);

struct RequirementImport {
  int added = 0, changed = 0, unchanged = 0; ///< rows
  std::vector<CsvDefect> refused;            ///< all reasons not to import; then nothing is
  std::vector<Answer> answers;               ///< what is to be given: the added and the changed ones
};

/// What an import would do with a table as read_table gives it. A cell that the row does not have, or a column that the file does not have,
/// leaves that part of an answer as it is; an empty cell empties it.
RequirementImport preview_requirements(const Checklist& checklist, const std::vector<Answer>& answers, const CsvReading& table);

/// Does it, all or nothing: throws Problem bad_input that lists every refused cell with its line and column. `name`: of the file.
RequirementImport import_requirements(Change& change, const Checklist& checklist, const CsvReading& table, const std::string& name);

} // namespace hdskit
