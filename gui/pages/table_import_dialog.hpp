#pragma once

#include "gui/desk.hpp"
#include "gui/presenter/table_import.hpp"

namespace hdskit::gui::pages {

/// Asks for a table of records of a kind, shows what it would add, change and what of it is refused, then takes all of it or nothing. Reading and writing go on
/// in the background.
void import_records_from_file(const Desk& desk, wxWindow* owner, const TableWays& ways, const RecordKind& kind);

/// Asks where to and writes all records of the kind with what is computed beside, as XLSX or CSV that can be imported again.
void export_records_to_file(const Desk& desk, wxWindow* owner, const TableWays& ways, const RecordKind& kind);

} // namespace hdskit::gui::pages
