#pragma once

#include "toolkit/workspace/dialect.hpp"
#include "toolkit/workspace/export_layout.hpp"

#include <set>

namespace hdskit {

// The rows of a workspace as lines of JSON, one object of texts a record, members in the order of their names.

struct TableShape {
  std::string name;
  std::string key;                  ///< the column that orders the records
  std::vector<std::string> columns; ///< in the order of their names
  std::set<std::string> numbers;    ///< the columns that hold a whole number, told in digits
};

/// The tables of a format, in the order of their names, as its migrations make them: whatever a later migration adds is among them. Made in a workspace
/// that stands in `scratch` for the time. Left out: the pieces of documents, which travel as files. All else that stands in tables is the hospital's; what
/// belongs to one machine (the note of who holds the file, drafts, preferences) is not in the workspace.
std::vector<TableShape> shapes_of_format(int format, const std::filesystem::path& scratch);

/// Hands over all records, each with its line feed, in the order of their keys, and tells how many there are, of how many bytes, with which digest.
ExportedTable write_table_lines(Dialect& dialect, const TableShape& shape, const std::function<void(std::string_view line)>& take, const Progress& progress);

/// Writes one record into the workspace from its line, without line feed. What keeps it from being one is the sentence given back; "" when it was written.
std::string read_table_line(Dialect& dialect, const TableShape& shape, const std::string& insert, std::string_view line);
std::string insert_of(const TableShape& shape); ///< the statement for read_table_line

/// What the manifest of an export of `dialect` says; `write_table` is asked for each table in turn, and may call write_table_lines.
ExportManifest read_manifest(Dialect& dialect, int format, const std::vector<TableShape>& shapes,
                             const std::function<ExportedTable(const TableShape&)>& write_table);

} // namespace hdskit
