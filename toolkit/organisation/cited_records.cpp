#include "toolkit/organisation/cited_records.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/organisation/record_key.hpp"
#include "toolkit/workspace/record_store.hpp"

#include <algorithm>

namespace hdskit {
namespace {

/// Records of one room that cite those of a room beside it, which does not know them: just enough of their kinds to find and follow the citation.
std::span<const RecordKind> kinds_citing_across_rooms() {
  static const RecordKind kinds[] = {{.word = "backup_source",
                                      .label = marked("backup source"),
                                      .fields = {{"reference", marked("Name"), FieldKind::text, true, {}},
                                                 {"arrangement", marked("Backup arrangement"), FieldKind::text, false, {}, "backup_arrangement"}},
                                      .columns = {"reference"},
                                      .all = nullptr,
                                      .find = nullptr,
                                      .add = nullptr,
                                      .edit = nullptr,
                                      .remove = nullptr,
                                      .normalised = nullptr}};
  return kinds;
}

bool same_reference(std::string_view one, std::string_view other) { return folded(one) == folded(other); }

/// Whether `reference` in that field means the record of `kind`: not when a kind named before has one of that reference.
bool means(RecordMemory& memory, const std::vector<std::string>& kinds, std::string_view kind, std::string_view reference) {
  for (const auto& word : kinds) {
    if (word == kind) return true;
    if (memory.references(word).find(reference)) return false;
  }
  return false;
}

std::string closest_cited(RecordMemory& memory, const std::vector<std::string>& kinds, std::string_view reference) {
  for (const auto& kind : kinds)
    if (const auto near = memory.references(kind).closest_to(reference); !near.empty()) return tr("Did you mean “{1}”?", {near.front()});
  return tr("Record what it cites first, or empty the field; nothing was changed.");
}

/// The number, the field, then what tells the record from others.
std::string select_citing(const RecordKind& kind, const FieldView& field) {
  const auto quoted = [](std::string_view name) { return "\"" + std::string{name} + "\""; };
  std::string sql = "select id, " + quoted(field.name);
  for (const auto place : key_fields(kind)) sql += ", " + quoted(kind.fields[place].name);
  return sql + " from " + quoted(kind.word) + " where " + quoted(field.name) + " <> '' order by id";
}

} // namespace

std::vector<std::string> cited_kinds(const FieldView& field) { return field.refers_to.empty() ? std::vector<std::string>{} : split(field.refers_to, ' '); }

std::vector<std::string> citations_in(const FieldView& field, std::string_view text) {
  std::vector<std::string> references;
  if (text.empty()) return references;
  if (field.kind != FieldKind::list) return {std::string{trimmed(text)}};
  from_field_text(text, references);
  return references;
}

const KnownReferences::Known* find_cited(RecordMemory& memory, const std::vector<std::string>& kinds, std::string_view reference) {
  for (const auto& kind : kinds)
    if (const auto* known = memory.references(kind).find(reference)) return known;
  return nullptr;
}

std::string dangling_citation(const FieldView& field, std::string_view reference) {
  return tr("“{1}” cites “{2}”, which is not there.", {tr(field.label), reference});
}

std::string settled_citations(RecordMemory& memory, const FieldView& field, std::string_view text) {
  const auto kinds = cited_kinds(field);
  std::vector<std::string> settled;
  for (const auto& reference : citations_in(field, text)) {
    const auto* known = find_cited(memory, kinds, reference);
    if (!known) throw Problem{ProblemKind::bad_input, std::string{field.name}, dangling_citation(field, reference), closest_cited(memory, kinds, reference)};
    if (std::ranges::find(settled, known->reference) == settled.end()) settled.push_back(known->reference);
  }
  return joined(settled, "; ");
}

std::vector<CitingField> citing_fields(const Workspace& workspace, std::span<const RecordKind> kinds, const RecordKind& kind, std::string_view reference) {
  std::vector<CitingField> found;
  auto& memory = RecordMemory::of(workspace);
  const auto look_at = [&](const RecordKind& other) {
    for (const auto& field : other.fields) {
      const auto cited_words = cited_kinds(field);
      if (std::ranges::find(cited_words, kind.word) == cited_words.end() || !means(memory, cited_words, kind.word, reference)) continue;
      workspace.read_each(select_citing(other, field), {}, [&](const Row& row) {
        const auto cited = citations_in(field, row[1]);
        if (std::ranges::any_of(cited, [&](const auto& text) { return same_reference(text, reference); }))
          found.push_back({&other, std::stoll(row[0]), record_key({row.begin() + 2, row.end()}), &field, row[1]});
      });
    }
  };
  for (const auto& other : kinds) look_at(other);
  for (const auto& other : kinds_citing_across_rooms())
    if (std::ranges::find(kinds, other.word, &RecordKind::word) == kinds.end()) look_at(other);
  return found;
}

void follow_rename(Change& change, std::span<const RecordKind> kinds, const RecordKind& kind, const std::string& old_reference,
                   const std::string& new_reference) {
  for (const auto& citing : citing_fields(change.workspace(), kinds, kind, old_reference)) {
    auto cited = citations_in(*citing.field, citing.text);
    for (auto& text : cited)
      if (same_reference(text, old_reference)) text = new_reference;
    record_rows::update(change, citing.kind->word, {citing.field->name}, citing.id, {joined(cited, "; ")});
  }
}

std::vector<std::string> citing_records(const Workspace& workspace, std::span<const RecordKind> kinds, const RecordKind& kind, std::string_view reference) {
  std::vector<std::string> names;
  for (const auto& citing : citing_fields(workspace, kinds, kind, reference)) {
    auto name = tr("{1} {2}", {tr(citing.kind->label), citing.reference});
    if (std::ranges::find(names, name) == names.end()) names.push_back(std::move(name));
  }
  return names;
}

std::vector<std::pair<std::string, std::string>> citable_records(const Workspace& workspace, std::span<const RecordKind> kinds, std::string_view words) {
  std::vector<std::pair<std::string, std::string>> found;
  for (const auto& word : split(words, ' ')) {
    if (word.empty()) continue;
    const auto own = std::ranges::find(kinds, word, &RecordKind::word);
    const auto sql = word == "service"         ? std::string{"select code, name from service order by id"}
                     : word == "subcontractor" ? std::string{"select name, service from subcontractor order by id"}
                     : own == kinds.end()      ? std::string{word == "backup_arrangement" ? "select reference, name from backup_arrangement order by id" : ""}
                                               : "select reference, \"" + std::string{own->columns.front()} + "\" from \"" + word + "\" order by id";
    if (!sql.empty()) workspace.read_each(sql, {}, [&](const Row& row) { found.emplace_back(row[0], row[1]); });
  }
  return found;
}

} // namespace hdskit
