#include "toolkit/organisation/record_rules.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/organisation/record_key.hpp"
#include "toolkit/organisation/text_limit.hpp"

#include <algorithm>
#include <optional>

namespace hdskit {
namespace {

[[noreturn]] void refuse(std::string_view field, const std::string& sentence, const std::string& remedy) {
  throw Problem{ProblemKind::bad_input, std::string{field}, sentence, remedy};
}

/// The place of `reference`; nothing for a kind without.
std::optional<std::size_t> reference_field(const RecordKind& kind) {
  const auto found = std::ranges::find(kind.fields, "reference", &FieldView::name);
  return found == kind.fields.end() ? std::nullopt : std::optional{static_cast<std::size_t>(found - kind.fields.begin())};
}

std::vector<std::string_view> columns_of(const RecordKind& kind) {
  std::vector<std::string_view> columns;
  for (const auto& field : kind.fields) columns.push_back(field.name);
  return columns;
}

const char* label_of(const RecordRules& rules, std::string_view word) {
  const auto kinds = rules.kinds();
  const auto own = std::ranges::find(kinds, word, &RecordKind::word);
  return own == kinds.end() ? record_kind(word).label : own->label;
}

[[noreturn]] void refuse_taken(const FieldView& field, const char* label, const std::string& reference) {
  refuse(field.name, tr("There is a {1} with the reference “{2}” already.", {tr(label), reference}),
         tr("Change that one, or give another reference; nothing was changed."));
}

void refuse_taken_key(const RecordRules& rules, RecordMemory& memory, const RecordKind& kind, std::int64_t id, const std::string& key) {
  const auto place = reference_field(kind);
  const auto* known = memory.keys(kind).find(key);
  if (known && known->id != id) {
    if (place) refuse_taken(kind.fields[*place], kind.label, known->reference);
    refuse(kind.fields[key_fields(kind).front()].name, tr("There is this {1} already: {2}.", {tr(kind.label), known->reference}),
           tr("Change that one; nothing was changed."));
  }
  if (!place) return;
  for (const auto word : rules.sharing(kind.word))
    if (const auto* other = word == kind.word ? nullptr : memory.references(word).find(key))
      refuse_taken(kind.fields[*place], label_of(rules, word), other->reference);
}

/// What one field holds: `text` becomes what is stored.
void settle(const RecordRules& rules, RecordMemory& memory, const RecordKind& kind, const FieldView& field, std::string& text) {
  if (field.required && trimmed(text).empty()) record_rows::refuse_missing_field(kind.word, field.label);
  if (text.empty()) return;
  refuse_unfit_text(field, text);
  if (auto defect = rules.defect(memory, kind, field, text); !defect.empty())
    refuse(field.name, defect, tr("Correct the value, then start again; nothing was changed."));
  if (!field.refers_to.empty()) text = settled_citations(memory, field, text);
}

} // namespace

std::int64_t add_under(const RecordRules& rules, Change& change, const RecordKind& kind, Row values) {
  const auto& workspace = change.workspace();
  auto& memory = RecordMemory::of(workspace);
  if (const auto place = reference_field(kind)) {
    auto& reference = values[*place];
    reference = trimmed(reference);
    if (reference.empty()) reference = rules.next_reference(workspace, kind);
  }
  for (std::size_t i = 0; i < values.size(); ++i) settle(rules, memory, kind, kind.fields[i], values[i]);
  const auto id = change.next_number(kind.word);
  rules.check(change, kind, id, {}, values);
  const auto key = record_key(kind, values);
  refuse_taken_key(rules, memory, kind, 0, key);
  record_rows::insert(change, kind.word, columns_of(kind), id, values);
  memory.keys(kind).add(id, key);
  memory.keep_up();
  return id;
}

void edit_under(const RecordRules& rules, Change& change, const RecordKind& kind, std::int64_t id, const Row& before, Row after) {
  auto& memory = RecordMemory::of(change.workspace());
  const auto place = reference_field(kind);
  if (place) after[*place] = trimmed(after[*place]);
  for (std::size_t i = 0; i < after.size(); ++i)
    if (after[i] != before[i]) settle(rules, memory, kind, kind.fields[i], after[i]);
  if (after == before) return;
  const auto old_key = record_key(kind, before), key = record_key(kind, after);
  if (key != old_key) refuse_taken_key(rules, memory, kind, id, key);
  rules.check(change, kind, id, before, after);
  record_rows::update(change, kind.word, columns_of(kind), id, after);
  if (key == old_key) return memory.keep_up();
  if (place) return follow_rename(change, rules.kinds(), kind, old_key, key); // what the memory knew is no longer so
  memory.keys(kind).forget(old_key);
  memory.keys(kind).add(id, key);
  memory.keep_up();
}

void remove_under(const RecordRules& rules, Change& change, const RecordKind& kind, std::int64_t id) {
  std::vector<std::string_view> key_columns;
  for (const auto place : key_fields(kind)) key_columns.push_back(kind.fields[place].name);
  const auto rows = record_rows::find(change.workspace(), kind.word, key_columns, id);
  if (rows.empty()) record_rows::refuse_unknown_record(kind.word, id);
  const auto key = record_key({rows[0].begin() + 1, rows[0].end()});
  if (reference_field(kind))
    if (const auto citing = citing_records(change.workspace(), rules.kinds(), kind, key); !citing.empty())
      throw Problem{ProblemKind::refused, key, tr("{1} {2} is still cited: {3}.", {tr(kind.label), key, joined(citing, ", ")}),
                    tr("Change or remove these records first; nothing was changed.")};
  auto& memory = RecordMemory::of(change.workspace());
  memory.keys(kind); // read before, so that it can be kept up
  record_rows::remove(change, kind.word, columns_of(kind), id);
  memory.keys(kind).forget(key);
  memory.keep_up();
}

} // namespace hdskit
