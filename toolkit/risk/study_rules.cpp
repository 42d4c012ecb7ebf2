#include "toolkit/risk/study_rules.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/risk/citations.hpp"
#include "toolkit/risk/field_limit.hpp"
#include "toolkit/risk/likelihood.hpp"
#include "toolkit/risk/study_store.hpp"

#include <algorithm>

namespace hdskit {
namespace {

struct Prefix {
  std::string_view kind, prefix;
};
constexpr Prefix prefixes[] = {{"risk_study", "EBIOS"},       {"mission", "M"},           {"business_value", "VM"},       {"supporting_asset", "BS"},
                               {"feared_event", "ER"},        {"baseline_item", "SOC"},   {"source_objective", "SR"},     {"stakeholder", "PP"},
                               {"strategic_scenario", "SS"},  {"attack_path", "CA"},      {"operational_scenario", "SO"}, {"elementary_action", "AE"},
                               {"risk", "R"},                 {"measure", "MS"}};

constexpr std::size_t reference_field = 0; // the first one of every kind of the study

[[noreturn]] void refuse(std::string_view field, const std::string& sentence, const std::string& remedy) {
  throw Problem{ProblemKind::bad_input, std::string{field}, sentence, remedy};
}

std::string correct_it() { return tr("Correct the value, then start again; nothing was changed."); }

std::vector<std::string_view> columns_of(const RecordKind& kind) {
  std::vector<std::string_view> columns;
  for (const auto& field : kind.fields) columns.push_back(field.name);
  return columns;
}

void refuse_taken_reference(StudyMemory& memory, const RecordKind& kind, std::int64_t id, const std::string& reference) {
  const auto* known = memory.references(kind.word).find(reference);
  if (!known || known->id == id) return;
  refuse(kind.fields[reference_field].name, tr("There is a {1} with the reference “{2}” already.", {tr(kind.label), known->reference}),
         tr("Change that one, or give another reference; nothing was changed."));
}

/// What one field holds: `text` becomes what is stored.
void settle(StudyMemory& memory, const RecordKind& kind, const FieldView& field, std::string& text) {
  if (field.required && trimmed(text).empty()) record_rows::refuse_missing_field(kind.word, field.label);
  if (text.empty()) return;
  refuse_unfit_text(field, text);
  if (field.kind == FieldKind::number)
    if (auto defect = number_defect(memory.scale(), kind.word, field, text); !defect.empty()) refuse(field.name, defect, correct_it());
  if (!field.refers_to.empty()) text = settled_citations(memory, field, text);
}

[[noreturn]] void refuse_other_scenario(const std::string& one, const std::string& other) {
  refuse("after", tr("“{1}” and “{2}” come one after the other, but belong to different operational scenarios.", {one, other}),
         tr("Let each scenario have actions of its own; nothing was changed."));
}

/// A new action is cited by none, so that it closes no circle.
void check_predecessors(Change& change, StudyMemory& memory, const ElementaryAction& added) {
  for (const auto& reference : added.after) {
    const auto* known = memory.references(ElementaryAction::type().kind).find(reference);
    const auto rows = change.workspace().read("select operational_scenario from elementary_action where id = :p1", {std::to_string(known->id)});
    if (folded(rows.at(0).at(0)) != folded(added.operational_scenario)) refuse_other_scenario(added.reference, reference);
  }
}

/// An action comes after actions of its own scenario, never after itself: neither at once nor around a circle.
void check_action(Change& change, const ElementaryAction& changed) {
  const auto actions = all_records<ElementaryAction>(change.workspace());
  for (const auto& action : actions) {
    const auto comes_after = [](const ElementaryAction& one, const ElementaryAction& other) {
      return std::ranges::any_of(one.after, [&](const auto& text) { return folded(text) == folded(other.reference); });
    };
    const bool other_scenario = folded(action.operational_scenario) != folded(changed.operational_scenario);
    if (action.id != changed.id && other_scenario && (comes_after(changed, action) || comes_after(action, changed)))
      refuse_other_scenario(changed.reference, action.reference);
  }
  refuse_cycle(actions, changed);
}

ElementaryAction action_of(std::int64_t id, const Row& values) {
  Row row{std::to_string(id)};
  row.insert(row.end(), values.begin(), values.end());
  return record_of<ElementaryAction>(row);
}

} // namespace

std::string_view reference_prefix(std::string_view kind) { return std::ranges::find(prefixes, kind, &Prefix::kind)->prefix; }

void refuse_unfit_text(const FieldView& field, std::string_view text) {
  if (auto defect = text_defect(field, text); !defect.empty()) refuse(field.name, defect, tr("Shorten or correct the text; nothing was changed."));
}

std::int64_t add_to_study(Change& change, const RecordKind& kind, Row values) {
  auto& memory = StudyMemory::of(change.workspace());
  auto& reference = values[reference_field];
  reference = trimmed(reference);
  if (kind.word == RiskStudy::type().kind && memory.references(kind.word).size() > 0)
    throw Problem{ProblemKind::refused, std::string{kind.word}, tr("This workspace has the frame of its study already."),
                  tr("Change that one: a workspace has one living study; nothing was changed.")};
  if (reference.empty()) reference = next_reference(change.workspace(), kind);
  for (std::size_t i = 0; i < values.size(); ++i) settle(memory, kind, kind.fields[i], values[i]);
  refuse_taken_reference(memory, kind, 0, reference);
  const auto id = change.next_number(kind.word);
  if (kind.word == ElementaryAction::type().kind)
    check_predecessors(change, memory, action_of(id, values));
  record_rows::insert(change, kind.word, columns_of(kind), id, values);
  memory.references(kind.word).add(id, reference);
  memory.keep_up();
  return id;
}

void edit_in_study(Change& change, const RecordKind& kind, std::int64_t id, const Row& before, Row after) {
  auto& memory = StudyMemory::of(change.workspace());
  auto& reference = after[reference_field];
  reference = trimmed(reference);
  for (std::size_t i = 0; i < after.size(); ++i)
    if (after[i] != before[i]) settle(memory, kind, kind.fields[i], after[i]);
  if (after == before) return;
  const auto& old_reference = before[reference_field];
  if (reference != old_reference) refuse_taken_reference(memory, kind, id, reference);
  if (kind.word == ElementaryAction::type().kind) {
    auto was = action_of(id, before), is = action_of(id, after);
    is.reference = was.reference; // as the others cite it still
    if (was.after != is.after || was.operational_scenario != is.operational_scenario) check_action(change, is);
  }
  record_rows::update(change, kind.word, columns_of(kind), id, after);
  if (reference == old_reference) memory.keep_up();
  else follow_rename(change, kind, old_reference, reference); // what the memory knew is no longer so
}

void remove_from_study(Change& change, const RecordKind& kind, std::int64_t id) {
  const auto rows = record_rows::find(change.workspace(), kind.word, {"reference"}, id);
  if (rows.empty()) record_rows::refuse_unknown_record(kind.word, id);
  const auto& reference = rows[0][1];
  if (const auto citing = citing_records(change.workspace(), kind, reference); !citing.empty())
    throw Problem{ProblemKind::refused, reference, tr("{1} {2} is still cited: {3}.", {tr(kind.label), reference, joined(citing, ", ")}),
                  tr("Change or remove these records first; nothing was changed.")};
  auto& memory = StudyMemory::of(change.workspace());
  record_rows::remove(change, kind.word, columns_of(kind), id);
  memory.references(kind.word).forget(reference);
  memory.keep_up();
}

} // namespace hdskit
