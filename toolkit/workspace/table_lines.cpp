#include "toolkit/workspace/table_lines.hpp"

#include "toolkit/base/file.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/workspace/journal_chain.hpp"
#include "toolkit/workspace/migration.hpp"
#include "toolkit/workspace/opening.hpp"
#include "toolkit/workspace/record_json.hpp"
#include "toolkit/workspace/sqlite_dialect.hpp"

#include <algorithm>
#include <charconv>

namespace hdskit {
namespace {

constexpr auto pieces_table = "document_piece";

std::string quoted(const std::string& name) { return "\"" + name + "\""; }

TableShape shape_of(Dialect& dialect, const std::string& table) {
  TableShape shape{table, {}, {}, {}};
  for (const auto& column : dialect.read("select name, type from pragma_table_info(:p1) order by cid", {table})) {
    if (shape.columns.empty()) shape.key = column[0]; // every table of a workspace begins with what is its primary key
    shape.columns.push_back(column[0]);
    if (column[1] == "bigint") shape.numbers.insert(column[0]);
  }
  std::ranges::sort(shape.columns);
  return shape;
}

std::string select_of(Dialect& dialect, const TableShape& shape) {
  std::string list;
  for (const auto& column : shape.columns) list += (list.empty() ? "" : ", ") + quoted(column);
  const auto key = quoted(shape.key);
  return "select " + list + " from " + quoted(shape.name) + " order by " + (shape.numbers.contains(shape.key) ? key : dialect.byte_order(key));
}

std::string line_of(const TableShape& shape, const Row& row) {
  std::vector<std::pair<std::string_view, std::string_view>> members;
  members.reserve(row.size());
  for (std::size_t i = 0; i < row.size(); ++i) members.emplace_back(shape.columns[i], row[i]);
  return json_object(members) + '\n';
}

bool is_whole_number(const std::string& text) {
  std::int64_t value = 0;
  const auto end = text.data() + text.size();
  const auto [stopped, error] = std::from_chars(text.data(), end, value);
  return error == std::errc{} && stopped == end && std::to_string(value) == text;
}

std::string fault_of(const TableShape& shape, const std::string& column, const std::string& text) {
  if (text.find('\0') != std::string::npos) return tr("The “{1}” holds a character U+0000, which no workspace keeps.", {column});
  if (shape.numbers.contains(column) && !is_whole_number(text)) return tr("The “{1}” is no whole number.", {column});
  return "";
}

/// The values in the order of the columns, or what is wrong.
std::string values_of(const TableShape& shape, std::string_view line, std::vector<std::string>& values) {
  auto texts = texts_of_json(line);
  if (line.empty() || !texts) return tr("This is no JSON object of texts.");
  for (const auto& column : shape.columns) {
    const auto found = texts->find(column);
    if (found == texts->end()) return tr("The “{1}” is missing.", {column});
    if (auto fault = fault_of(shape, column, found->second); !fault.empty()) return fault;
    values.push_back(std::move(found->second));
  }
  if (texts->size() > shape.columns.size()) return tr("There are fields that the table “{1}” does not have.", {shape.name});
  const auto written = line_of(shape, values); // nothing twice, nothing that is no text, nothing in another order
  if (std::string_view{written}.substr(0, written.size() - 1) != line) return tr("This is not written as hdskit writes it.");
  return "";
}

/// The legal entity that is the host, or the first one.
std::string establishment_of(Dialect& dialect) {
  if (!dialect.has_table("entity")) return "";
  for (const auto* sql : {"select name from entity where role = 'host' order by id limit 1", "select name from entity order by id limit 1"})
    if (const auto rows = dialect.read(sql); !rows.empty()) return rows[0][0];
  return "";
}

} // namespace

std::vector<TableShape> shapes_of_format(int format, const std::filesystem::path& scratch) {
  const ScratchFolder folder{scratch};
  const auto file = folder.path() / "empty.hds";
  create_at_format(file.string(), format, {"", Instant{std::chrono::sys_seconds{}}}, [](Dialect&) {});
  const auto dialect = connect_sqlite(file, usual_patience);
  std::vector<TableShape> shapes;
  for (const auto& table : dialect->tables())
    if (table != pieces_table) shapes.push_back(shape_of(*dialect, table));
  std::ranges::sort(shapes, {}, &TableShape::name);
  return shapes;
}

ExportedTable write_table_lines(Dialect& dialect, const TableShape& shape, const std::function<void(std::string_view line)>& take, const Progress& progress) {
  ExportedTable table{.name = shape.name};
  Sha256 sha;
  dialect.read_each(select_of(dialect, shape), {}, [&](const Row& row) {
    progress.stop_if_cancelled();
    const auto line = line_of(shape, row);
    sha.update(line);
    take(line);
    ++table.records;
    table.bytes += line.size();
  });
  table.sha256 = sha.finish().hex();
  return table;
}

std::string insert_of(const TableShape& shape) {
  std::string list, places;
  for (std::size_t i = 0; i < shape.columns.size(); ++i) {
    list += (i ? ", " : "") + quoted(shape.columns[i]);
    places += (i ? ", :p" : ":p") + std::to_string(i + 1);
  }
  return "insert into " + quoted(shape.name) + " (" + list + ") values (" + places + ")";
}

std::string read_table_line(Dialect& dialect, const TableShape& shape, const std::string& insert, std::string_view line) {
  std::vector<std::string> values;
  if (auto fault = values_of(shape, line, values); !fault.empty()) return fault;
  try {
    dialect.execute(insert, values);
  } catch (const Problem& problem) {
    if (problem.kind() != ProblemKind::bad_input) throw;
    return tr("It repeats what only one record of “{1}” may have.", {shape.name});
  }
  return "";
}

ExportManifest read_manifest(Dialect& dialect, int format, const std::vector<TableShape>& shapes,
                             const std::function<ExportedTable(const TableShape&)>& write_table) {
  ExportManifest manifest;
  manifest.workspace_format = format;
  manifest.establishment = establishment_of(dialect);
  const auto journal = journal_head(dialect);
  manifest.journal_entries = static_cast<std::uint64_t>(journal.number);
  manifest.journal_digest = journal.digest;
  const auto documents = dialect.read("select cast(count(*) as text), cast(coalesce(sum(size), 0) as text) from document").at(0);
  manifest.documents = std::stoull(documents[0]);
  manifest.document_bytes = std::stoull(documents[1]);
  for (const auto& shape : shapes) manifest.tables.push_back(write_table(shape));
  return manifest;
}

} // namespace hdskit
