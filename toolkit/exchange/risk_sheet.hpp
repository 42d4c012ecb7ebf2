#pragma once

#include "toolkit/exchange/record_import.hpp"
#include "toolkit/exchange/sheet.hpp"

namespace hdskit {

// The register of risks, and every other kind of the study, as a table for a spreadsheet. See docs/formats/risk-csv.md.

/// All records of a kind: headings, choices and levels in the current language, grades as numbers. Beside what is recorded stands what is computed: of a risk
/// the level that counts, before and after treatment, and its measures; of a stakeholder the threat and its zone.
Sheet risk_sheet(const Workspace& workspace, const RecordKind& kind);

/// What an import would do; import_records() does it. Understands the headings of registers that hospitals and other tools keep, the words of the workspace's
/// scale for grades and levels, and refuses grades out of scale and citations that lead nowhere with line and column. A level that is the one of the matrix, or
/// the one that an export had written, is not stored: only a level that somebody declares against the matrix is.
RecordImport preview_risk_table(const Workspace& workspace, const RecordKind& kind, CsvReading table);

} // namespace hdskit
