#pragma once

#include "gui/presenter/rows.hpp"
#include "gui/presenter/session.hpp"
#include "toolkit/exchange/record_import.hpp"

#include <filesystem>
#include <string>

namespace hdskit::gui {

/// How the tables of a room are read and written.
struct TableWays {
  RecordImport (*preview)(const Workspace&, const RecordKind&, CsvReading);
  void (*take)(Change&, const RecordKind&, const RecordImport&, const std::string& name);
  Sheet (*sheet)(const Workspace&, const RecordKind&);
};
const TableWays& risk_tables();
const TableWays& continuity_tables();

/// What reading a table would do, before anybody decides.
struct TableImport {
  const TableWays* ways = nullptr;
  const RecordKind* kind = nullptr;
  std::string file; ///< its name, without folders
  RecordImport import;
  ListRows rows; ///< what is refused first, then what is added, then what changes and how

  bool possible() const { return import.refused.empty() && !import.planned.empty(); }
};

/// Reads CSV or XLSX. Meant for a thread of its own. Throws Problem for what is no table.
TableImport read_table_import(const Workspace& workspace, const TableWays& ways, const RecordKind& kind, const std::filesystem::path& file);

/// “12 added, 3 changed, 30 as they were.”, or how many cells are refused and that nothing is taken.
Cell import_sentence(const TableImport& table);

/// All that a row of the table says, by its key.
std::string content_of(const TableImport& table, const std::string& key);

/// All or nothing, in a workspace of its own; the span is for Session::remember.
JournalSpan import_table(Workspace& workspace, const Acting& acting, const TableImport& table);
std::string import_title(const TableImport& table);      ///< for undo
std::string imported_sentence(const TableImport& table); ///< to tell afterwards

} // namespace hdskit::gui
