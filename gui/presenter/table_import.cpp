#include "gui/presenter/table_import.hpp"

#include "toolkit/base/file.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/exchange/continuity_sheet.hpp"
#include "toolkit/exchange/record_sheet.hpp"
#include "toolkit/exchange/risk_sheet.hpp"
#include "toolkit/exchange/table_reader.hpp"

#include <unordered_map>

namespace hdskit::gui {
namespace {

std::string place_of(int number) { return number > 0 ? std::to_string(number) : ""; }

/// The beginning of a text, on one line.
std::string beginning(const std::string& text) {
  constexpr std::size_t longest = 200; // bytes, cut between two characters
  auto line = replaced(replaced(text, "\r", " "), "\n", " ");
  if (line.size() <= longest) return line;
  auto end = longest;
  while (end > 0 && (static_cast<unsigned char>(line[end]) & 0xC0u) == 0x80u) --end;
  return line.substr(0, end) + "…";
}

class ImportRows {
public:
  ImportRows(const RecordKind& kind, const std::vector<RecordView>& existing) : kind_{kind} {
    for (const auto& record : existing) existing_.emplace(record.id, &record);
  }

  std::vector<ListRow> of(const RecordImport& import) const {
    std::vector<ListRow> rows;
    const auto add = [&](Cell what, int line, int column, const std::string& reference, const std::string& words) {
      rows.push_back({std::to_string(rows.size()), {std::move(what), {place_of(line)}, {place_of(column)}, {reference}, {words}}});
    };
    for (const auto& defect : import.refused) add({"✖ " + tr("refused"), Tone::bad}, defect.line, defect.column, "", defect.sentence);
    for (const auto& planned : import.planned)
      if (planned.id == 0) add({"+ " + tr("added"), Tone::good}, planned.line, 0, planned.reference, planned.title);
    for (const auto& planned : import.planned)
      if (planned.id != 0) add({"≠ " + tr("changed"), Tone::warning}, planned.line, 0, planned.reference, changes_in_words(planned));
    return rows;
  }

private:
  std::string changes_in_words(const PlannedRecord& planned) const {
    const auto before = existing_.find(planned.id);
    std::vector<std::string> changes;
    for (const auto& [name, text] : planned.values) {
      const auto place = kind_.index_of(name);
      const auto was = before == existing_.end() ? "" : before->second->values[place];
      changes.push_back(tr("{1}: “{2}” → “{3}”", {tr(kind_.fields[place].label), beginning(was), beginning(text)}));
    }
    return joined(changes, "\n");
  }

  const RecordKind& kind_;
  std::unordered_map<std::int64_t, const RecordView*> existing_;
};

std::string counts(const RecordImport& import) {
  return tr("{1} added, {2} changed, {3} as they were.", {std::to_string(import.added), std::to_string(import.changed), std::to_string(import.unchanged)});
}

} // namespace

const TableWays& risk_tables() {
  static const TableWays ways{preview_risk_table, import_records, risk_sheet};
  return ways;
}

const TableWays& continuity_tables() {
  static const TableWays ways{
      [](const Workspace& workspace, const RecordKind& kind, CsvReading table) { return preview_continuity_table(workspace, kind, table); },
      import_continuity_table, labelled_sheet};
  return ways;
}

TableImport read_table_import(const Workspace& workspace, const TableWays& ways, const RecordKind& kind, const std::filesystem::path& file) {
  const auto name = file.filename().string();
  TableImport table{.ways = &ways, .kind = &kind, .file = name, .import = {}, .rows = {}};
  table.import = ways.preview(workspace, kind, read_table(read_file(file, workbook_size_limit), name));
  table.rows = rows_at_hand({{tr("What")}, {tr("Line"), CellKind::number}, {tr("Column"), CellKind::number}, {tr("Ref.")}, {tr("Content")}},
                            ImportRows{kind, kind.all(workspace)}.of(table.import));
  return table;
}

Cell import_sentence(const TableImport& table) {
  const auto refused = static_cast<std::int64_t>(table.import.refused.size());
  if (refused > 0)
    return {"✖ " + trn("{1} cell is refused: nothing is taken from this file. Correct it there, then import it again.",
                       "{1} cells are refused: nothing is taken from this file. Correct them there, then import it again.", refused),
            Tone::bad};
  if (table.import.planned.empty()) return {tr("This file brings nothing new: all is recorded as it says.")};
  return {tr("If you import it: {1}", {counts(table.import)})};
}

std::string content_of(const TableImport& table, const std::string& key) {
  for (std::size_t row = 0; row < table.rows.count; ++row)
    if (table.rows.key(row) == key) return table.rows.cells(row).back().text;
  return "";
}

JournalSpan import_table(Workspace& workspace, const Acting& acting, const TableImport& table) {
  return change_and_note(workspace, acting, [&](Change& change) { table.ways->take(change, *table.kind, table.import, table.file); });
}

std::string import_title(const TableImport& table) { return tr("import of “{1}”", {table.file}); }
std::string imported_sentence(const TableImport& table) { return tr("“{1}” was imported: {2}", {table.file, counts(table.import)}); }

} // namespace hdskit::gui
