#include "toolkit/exchange/record_import.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/exchange/import_cells.hpp"
#include "toolkit/exchange/import_columns.hpp"
#include "toolkit/exchange/xlsx_text.hpp"
#include "toolkit/organisation/record_key.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace hdskit {
namespace {

constexpr std::size_t absent = static_cast<std::size_t>(-1);

bool is_blank(const CsvRow& row) {
  return std::ranges::all_of(row.cells, [](const std::string& cell) { return trimmed(cell).empty(); });
}

std::string with_unix_lines(const std::string& text) { return text.find('\r') == std::string::npos ? text : replaced(text, "\r\n", "\n"); }

class Preview {
public:
  Preview(const RecordKind& kind, const std::vector<RecordView>& existing, const ImportRules& rules)
      : kind_{kind}, rules_{rules}, cells_{kind, rules}, key_{key_fields(kind)}, numbered_{kind.fields[key_.front()].name == "reference"},
        place_of_(kind.fields.size(), absent) {
    for (const auto& record : existing) {
      const auto [place, fresh] = existing_.emplace(reference_key(record_key(kind, record.values)), &record);
      if (!fresh) place->second = nullptr; // which one is meant?
    }
    for (std::size_t i = 0; i < kind.fields.size(); ++i) fresh_values_.push_back(kind.fields[i].required ? "" : kind.normalised(i, ""));
  }

  RecordImport of(const CsvReading& reading) {
    result_.refused = reading.defects;
    if (!reading.table.headings.empty()) {
      read_headings(reading.table);
      if (knows_references(reading.table)) read_rows(reading.table);
    }
    std::ranges::stable_sort(result_.refused, {}, &CsvDefect::line);
    return std::move(result_);
  }

private:
  struct Column {
    std::size_t place, field;
  };

  void read_headings(const CsvTable& table) {
    const ImportColumns known{kind_, rules_};
    for (std::size_t i = 0; i < table.headings.size(); ++i) {
      const auto& heading = table.headings[i];
      if (trimmed(heading).empty()) continue; // left by a spreadsheet beside the table
      const auto meanings = known.meanings_of(heading);
      if (meanings.empty()) refuse(table.heading_line, i, known.unknown_heading(shortened(heading)));
      else if (meanings.size() > 1) refuse(table.heading_line, i, several_meanings(heading, meanings));
      else if (meanings[0] != ImportColumns::passed_over) take_column(table, i, meanings[0]);
    }
  }

  void take_column(const CsvTable& table, std::size_t place, std::size_t field) {
    const auto earlier = place_of_[field];
    if (earlier != absent)
      return refuse(table.heading_line, place,
                    tr("“{1}” means the same as “{2}” in column {3}: keep one of them.",
                       {shortened(table.headings[place]), shortened(table.headings[earlier]), std::to_string(earlier + 1)}));
    place_of_[field] = place;
    columns_.push_back({place, field});
  }

  std::string several_meanings(const std::string& heading, const std::vector<std::size_t>& fields) const {
    std::vector<std::string> names;
    for (const auto field : fields) names.emplace_back(kind_.fields[field].name);
    return tr("“{1}” may mean several fields: write one of {2} instead.", {shortened(heading), joined(names, ", ")});
  }

  bool knows_references(const CsvTable& table) {
    if (numbered_ && rules_.next_reference) return true;
    for (const auto field : key_)
      if (place_of_[field] == absent)
        refuse_row(table.heading_line, tr("The column “{1}” is missing: it says which record each row is about.", {tr(kind_.fields[field].label)}));
    return std::ranges::none_of(key_, [&](const std::size_t field) { return place_of_[field] == absent; });
  }

  void read_rows(const CsvTable& table) {
    bool any = false;
    for (const auto& row : table.rows)
      if (const auto reference = numbered_ ? reference_of(row) : ""; !reference.empty()) given_.insert(reference_key(reference));
    for (const auto& row : table.rows) {
      if (is_blank(row)) continue;
      any = true;
      if (result_.refused.size() < csv_defect_limit) read_row(row); // beyond, no one would be told
    }
    if (!any) refuse_row(table.heading_line, tr("No row follows the headings: there is nothing to import."));
  }

  std::string reference_of(const CsvRow& row) const {
    const auto place = place_of_[key_.front()];
    return place < row.cells.size() ? std::string{trimmed(row.cells[place])} : "";
  }

  /// Of a record without reference: all that must be filled in, as it is stored.
  std::string key_of(const CsvRow& row) {
    std::vector<std::string> key;
    for (const auto field : key_) {
      const auto place = place_of_[field];
      key.push_back(read_text(row, field, place < row.cells.size() ? row.cells[place] : "").value_or(""));
    }
    return record_key(key);
  }

  void read_row(const CsvRow& row) {
    refused_fields_.clear();
    const auto key_place = place_of_[key_.front()];
    auto reference = numbered_ ? reference_of(row) : key_of(row);
    if (!refused_fields_.empty()) return;
    const bool given = !numbered_ || !reference.empty();
    if (!given && !rules_.next_reference) return refuse(row.line, key_place, tr("The row has no reference."));
    if (!given) reference = fresh_reference();
    const auto [earlier, fresh] = lines_.emplace(reference_key(reference), row.line);
    if (!fresh) return refuse(row.line, key_place, tr("“{1}” already stands in line {2}.", {shortened(reference), std::to_string(earlier->second)}));
    const auto known = existing_.find(reference_key(reference));
    if (known != existing_.end() && !known->second)
      return refuse(row.line, key_place, tr("Several records bear the reference “{1}”: which one is meant?", {shortened(reference)}));
    PlannedRecord planned{.line = row.line, .id = 0, .reference = std::move(reference), .title = {}, .values = {}};
    if (known == existing_.end()) read_added(row, planned);
    else read_changed(row, *known->second, planned);
    if (!refused_fields_.empty()) return;
    ++(planned.id == 0 ? result_.added : planned.values.empty() ? result_.unchanged : result_.changed);
    if (planned.id == 0 || !planned.values.empty()) result_.planned.push_back(std::move(planned));
  }

  std::string fresh_reference() {
    const auto tries = given_.size() + existing_.size() + lines_.size() + 1; // as many as can be taken, and one more
    auto reference = rules_.next_reference();
    for (std::size_t i = 0; i < tries; ++i) {
      const auto key = reference_key(reference);
      if (!given_.contains(key) && !existing_.contains(key) && !lines_.contains(key)) break;
      reference = rules_.next_reference();
    }
    return reference;
  }

  bool is_key(std::size_t field) const { return std::ranges::find(key_, field) != key_.end(); }
  bool is_reference(std::size_t field) const { return numbered_ && is_key(field); }

  void read_added(const CsvRow& row, PlannedRecord& planned) {
    auto values = fresh_values_;
    for (const auto& column : columns_) {
      if (is_reference(column.field) || column.place >= row.cells.size() || trimmed(row.cells[column.place]).empty()) continue;
      if (auto text = read_text(row, column.field, row.cells[column.place])) assign(planned, values, column.field, std::move(*text));
    }
    if (const auto text = numbered_ ? read_text(row, key_.front(), planned.reference) : std::nullopt) assign(planned, values, key_.front(), *text);
    for (std::size_t i = 0; i < values.size(); ++i)
      if (kind_.fields[i].required && values[i].empty() && std::ranges::find(refused_fields_, i) == refused_fields_.end()) read_text(row, i, "");
    finish(row, planned, values);
  }

  void read_changed(const CsvRow& row, const RecordView& record, PlannedRecord& planned) {
    planned.id = record.id;
    planned.reference = record_key(kind_, record.values);
    auto values = record.values;
    for (const auto& column : columns_) {
      if (is_key(column.field) || column.place >= row.cells.size() || row.cells[column.place] == values[column.field]) continue;
      if (auto text = read_text(row, column.field, row.cells[column.place]); text && *text != with_unix_lines(values[column.field]))
        assign(planned, values, column.field, std::move(*text));
    }
    finish(row, planned, values);
  }

  void assign(PlannedRecord& planned, std::vector<std::string>& values, std::size_t field, std::string text) const {
    values[field] = text;
    planned.values.emplace_back(kind_.fields[field].name, std::move(text));
  }

  void finish(const CsvRow& row, PlannedRecord& planned, const std::vector<std::string>& values) {
    for (const auto name : kind_.columns)
      if (name != "reference" && planned.title.empty()) planned.title = values[kind_.index_of(name)];
    const bool as_it_was = planned.id != 0 && planned.values.empty();
    if (as_it_was || !rules_.check || !refused_fields_.empty()) return;
    for (const auto& [field, sentence] : rules_.check(values)) refuse_field(row, kind_.index_of(field), sentence);
  }

  std::optional<std::string> read_text(const CsvRow& row, std::size_t field, const std::string& text) {
    try {
      return cells_.read(field, text);
    } catch (const Problem& problem) {
      refuse_field(row, field, problem.what());
      return std::nullopt;
    }
  }

  void refuse_field(const CsvRow& row, std::size_t field, std::string sentence) {
    refused_fields_.push_back(field);
    refuse(row.line, place_of_[field], std::move(sentence));
  }

  /// A heading or a reference may hold anything.
  static std::string shortened(const std::string& text) {
    constexpr std::size_t most = 80;
    const auto line = replaced(text, "\n", " ");
    const auto start = first_characters(line, most);
    return std::string{start} + (start.size() < line.size() ? "…" : "");
  }

  /// `place` absent: the whole row is meant.
  void refuse(int line, std::size_t place, std::string sentence) {
    if (result_.refused.size() < csv_defect_limit) result_.refused.push_back({line, place == absent ? 0 : static_cast<int>(place) + 1, std::move(sentence)});
  }
  void refuse_row(int line, std::string sentence) { refuse(line, absent, std::move(sentence)); }

  const RecordKind& kind_;
  const ImportRules& rules_;
  ImportCells cells_;
  std::vector<std::size_t> key_;      ///< of the kind: its reference, or all that must be filled in
  bool numbered_;                     ///< it is a reference
  std::vector<std::size_t> place_of_; ///< the column of each field
  std::vector<Column> columns_;
  std::vector<std::string> fresh_values_;
  std::unordered_map<std::string, const RecordView*> existing_; ///< by reference_key; nullptr: several
  std::unordered_map<std::string, int> lines_;                  ///< of the references so far
  std::unordered_set<std::string> given_;                       ///< references that the table names
  std::vector<std::size_t> refused_fields_;                     ///< of the row that is read
  RecordImport result_;
};

} // namespace

RecordImport preview_records(const RecordKind& kind, const std::vector<RecordView>& existing, const CsvReading& table, const ImportRules& rules) {
  return Preview{kind, existing, rules}.of(table);
}

void import_records(Change& change, const RecordKind& kind, const RecordImport& import, const std::string& name) {
  if (!import.refused.empty())
    throw Problem{ProblemKind::bad_input, name, tr("“{1}” was not imported:", {name}) + "\n" + listed(import.refused),
                  tr("Correct these cells and import the file again; nothing was changed.")};
  for (const auto& record : import.planned)
    if (record.id == 0) kind.add(change, record.values);
    else kind.edit(change, record.id, record.values);
}

} // namespace hdskit
