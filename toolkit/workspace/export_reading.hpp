#pragma once

#include "toolkit/workspace/dialect.hpp"
#include "toolkit/workspace/export_defects.hpp"
#include "toolkit/workspace/export_writing.hpp"
#include "toolkit/workspace/foreign_folder.hpp"
#include "toolkit/workspace/table_lines.hpp"

namespace hdskit {

/// Reads an export into an empty workspace of its format, and notes all that is wrong with it.
class ExportReader {
public:
  ExportReader(const ForeignFolder& root, const ExportManifest& manifest, const std::vector<TableShape>& shapes, ExportDefects& defects,
               const Progress& progress);

  void read_into(Dialect& dialect);

private:
  void look_at_names();
  void look_for_strangers(const ForeignFolder& folder, const std::string& prefix, const std::function<bool(const std::string&)>& known);
  void match_tables();
  void read_tables(Dialect& dialect);
  void read_table(Dialect& dialect, const TableShape& shape, const ExportedTable& table);
  void read_documents(Dialect& dialect);
  void read_document(Dialect& dialect, const std::string& digest, std::uint64_t size);
  void compare_sums();
  void compare_with(const ExportManifest& read);

  const ForeignFolder& root_;
  ForeignFolder records_, documents_;
  const ExportManifest& manifest_;
  const std::vector<TableShape>& shapes_;
  ExportDefects& defects_;
  const Progress& progress_;
  ExportSums sums_;
};

} // namespace hdskit
