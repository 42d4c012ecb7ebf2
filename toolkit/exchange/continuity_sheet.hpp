#pragma once

#include "toolkit/exchange/record_import.hpp"

namespace hdskit {

// Tables of continuity that people keep in a spreadsheet: docs/formats/continuity.md. They are written by labelled_sheet().

/// What an import would do. Understands the headings of hospitals in French and English (DMIA and RTO, PDMA and RPO, …) and moments as spreadsheets write them.
RecordImport preview_continuity_table(const Workspace& workspace, const RecordKind& kind, const CsvReading& table);

/// Does it, all or nothing. Records keep the order of the table; steps may come after steps that follow in it,
/// even in a circle: the check names it. Throws Problem bad_input that lists
/// every refused cell.
void import_continuity_table(Change& change, const RecordKind& kind, const RecordImport& import, const std::string& name);

/// The kinds whose table this may be: all headings are columns of the kind, and none is missing that must be filled in.
std::vector<const RecordKind*> continuity_kinds_of(const CsvTable& table);
/// The one kind. Throws Problem bad_input with the kinds that could be meant when there are several, or none.
const RecordKind& continuity_kind_of(const CsvTable& table, const std::string& name);

} // namespace hdskit
