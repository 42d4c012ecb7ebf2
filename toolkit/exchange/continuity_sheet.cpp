#include "toolkit/exchange/continuity_sheet.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/continuity/continuity_record_rules.hpp"
#include "toolkit/continuity/continuity_store.hpp"
#include "toolkit/exchange/continuity_headings.hpp"
#include "toolkit/exchange/import_citations.hpp"
#include "toolkit/exchange/import_columns.hpp"
#include "toolkit/organisation/by_reference.hpp"

#include <algorithm>
#include <set>

namespace hdskit {
namespace {

/// "12/03/2026 14:05" and "2026-03-12 14:05:30" as the moments of a chronicle are kept.
std::optional<std::string> moment_text(std::string_view cell) {
  const auto text = trimmed(cell);
  const auto space = text.find_first_of(" T");
  if (space == std::string_view::npos) return std::nullopt;
  const auto parts = split(text.substr(0, space), '/');
  const auto day = parts.size() == 3 ? parts[2] + "-" + parts[1] + "-" + parts[0] : std::string{text.substr(0, space)};
  return day + "T" + std::string{trimmed(text.substr(space + 1))};
}

/// Moments are texts that any cell fits: they are settled before the table is read.
void settle_moments(const ImportColumns& columns, std::size_t at, CsvReading& reading) {
  for (std::size_t place = 0; place < reading.table.headings.size(); ++place)
    if (columns.meanings_of(reading.table.headings[place]) == std::vector{at})
      for (auto& row : reading.table.rows)
        if (place < row.cells.size()) row.cells[place] = moment_text(row.cells[place]).value_or(row.cells[place]);
}

FieldDefects defects_of(const RecordKind& kind, CitableReferences& known, const std::vector<std::string>& values) {
  FieldDefects defects;
  for (std::size_t i = 0; i < values.size(); ++i)
    if (!values[i].empty())
      if (auto sentence = continuity_value_defect(kind, kind.fields[i], values[i]); !sentence.empty())
        defects.emplace_back(kind.fields[i].name, std::move(sentence));
  known.find_lost(kind, values, defects);
  return defects;
}

std::set<std::string> labels_of(const FieldView& field) {
  std::set<std::string> labels;
  for (const auto language : {Language::french, Language::english}) {
    const LanguageScope scope{language};
    labels.insert(name_key(tr(field.label)));
  }
  return labels;
}

/// What an export writes is read as the field that it was written for, whatever else people call by that word.
void yield_to_labels(const RecordKind& kind, ImportRules& rules) {
  for (const auto& field : kind.fields) {
    const auto labels = labels_of(field);
    for (auto& [name, headings] : rules.headings)
      if (name != field.name) std::erase_if(headings, [&](const std::string& heading) { return labels.contains(name_key(heading)); });
  }
}

ImportRules headings_of(const RecordKind& kind) {
  ImportRules rules;
  add_continuity_headings(rules, kind.word);
  yield_to_labels(kind, rules);
  return rules;
}

bool means(const RecordKind& kind, const CsvTable& table) {
  const auto rules = headings_of(kind);
  const ImportColumns columns{kind, rules};
  std::vector<std::size_t> found;
  for (const auto& heading : table.headings) {
    if (trimmed(heading).empty()) continue;
    const auto fields = columns.meanings_of(heading);
    if (fields.size() != 1) return false;
    found.push_back(fields.front());
  }
  for (std::size_t i = 0; i < kind.fields.size(); ++i)
    if (kind.fields[i].required && kind.fields[i].name != "reference" && std::ranges::find(found, i) == found.end()) return false;
  std::ranges::sort(found);
  const auto twice = std::ranges::adjacent_find(found);
  return twice == found.end() || *twice == ImportColumns::passed_over;
}

std::string options_of(const std::vector<const RecordKind*>& kinds) {
  std::vector<std::string> options;
  for (const auto* kind : kinds) options.push_back("--kind " + replaced(std::string{kind->word}, "_", "-"));
  return joined(options, ", ");
}

} // namespace

RecordImport preview_continuity_table(const Workspace& workspace, const RecordKind& kind, const CsvReading& table) {
  CitableReferences known{[&](std::string_view kinds) { return citable_in_continuity(workspace, kinds); }};
  auto rules = headings_of(kind);
  rules.check = [&](const std::vector<std::string>& values) { return defects_of(kind, known, values); };
  if (const auto first = next_continuity_reference(workspace, kind); !first.empty()) rules.next_reference = references_from(first);
  auto settled = table;
  if (kind.word == ExerciseEntry::type().kind) settle_moments(ImportColumns{kind, rules}, kind.index_of("at"), settled);
  auto import = preview_records(kind, kind.all(workspace), settled, rules);
  known.refuse_lost(kind, import);
  return import;
}

void import_continuity_table(Change& change, const RecordKind& kind, const RecordImport& import, const std::string& name) {
  auto first = import;
  std::unordered_set<std::string> written; // what a row cites further down is written once both records are there
  for (const auto& record : import.planned)
    if (record.id != 0) written.insert(reference_key(record.reference));
  CitableReferences known{[&](std::string_view kinds) { return citable_in_continuity(change.workspace(), kinds); }};
  std::vector<std::pair<std::string, Assignments>> later;
  for (auto& record : first.planned) {
    std::erase_if(record.values, [&](const auto& value) {
      const auto& field = kind.fields[kind.index_of(value.first)];
      if (field.refers_to != kind.word) return false;
      const auto cited = citations_in(field, value.second);
      const auto is_there = [&](const std::string& reference) { return written.contains(reference_key(reference)) || known.has(field, reference); };
      if (std::ranges::all_of(cited, is_there)) return false;
      later.push_back({record.reference, {value}});
      return true;
    });
    written.insert(reference_key(record.reference));
  }
  import_records(change, kind, first, name);
  for (const auto& [reference, values] : later) kind.edit(change, record_referenced(change.workspace(), kind, reference), values);
}

std::vector<const RecordKind*> continuity_kinds_of(const CsvTable& table) {
  std::vector<const RecordKind*> kinds;
  for (const auto& kind : continuity_kinds())
    if (means(kind, table)) kinds.push_back(&kind);
  return kinds;
}

const RecordKind& continuity_kind_of(const CsvTable& table, const std::string& name) {
  auto kinds = continuity_kinds_of(table);
  if (kinds.size() == 1) return *kinds.front();
  if (!kinds.empty())
    throw Problem{ProblemKind::bad_input, name, tr("The headings of “{1}” do not tell what kind of record its rows are.", {name}),
                  tr("Say which one is meant: {1}.", {options_of(kinds)})};
  for (const auto& kind : continuity_kinds()) kinds.push_back(&kind);
  throw Problem{ProblemKind::bad_input, name, tr("The headings of “{1}” are those of no kind of record of continuity.", {name}),
                tr("Say which one is meant, then every unknown heading is named: {1}.", {options_of(kinds)})};
}

} // namespace hdskit
