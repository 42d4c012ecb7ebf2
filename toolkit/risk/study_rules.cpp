#include "toolkit/risk/study_rules.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/risk/field_limit.hpp"
#include "toolkit/risk/likelihood.hpp"
#include "toolkit/risk/study_store.hpp"

#include <algorithm>

namespace hdskit {
namespace {

struct Prefix {
  std::string_view kind, prefix;
};
constexpr Prefix prefixes[] = {{"risk_study", "EBIOS"},
                               {"mission", "M"},
                               {"business_value", "VM"},
                               {"supporting_asset", "BS"},
                               {"feared_event", "ER"},
                               {"baseline_item", "SOC"},
                               {"source_objective", "SR"},
                               {"stakeholder", "PP"},
                               {"strategic_scenario", "SS"},
                               {"attack_path", "CA"},
                               {"operational_scenario", "SO"},
                               {"elementary_action", "AE"},
                               {"risk", "R"},
                               {"measure", "MS"}};

/// Parsed once for as long as the workspace stands still.
const RiskScale& scale_of(const RecordMemory& memory) {
  thread_local std::uint64_t state = 0;
  thread_local RiskScale scale;
  if (state != memory.state()) scale = workspace_scale(memory.workspace());
  state = memory.state();
  return scale;
}

[[noreturn]] void refuse_other_scenario(const std::string& one, const std::string& other) {
  throw Problem{ProblemKind::bad_input, "after", tr("“{1}” and “{2}” come one after the other, but belong to different operational scenarios.", {one, other}),
                tr("Let each scenario have actions of its own; nothing was changed.")};
}

/// A new action is cited by none, so that it closes no circle.
void check_predecessors(Change& change, const ElementaryAction& added) {
  if (added.after.empty()) return;
  auto& memory = RecordMemory::of(change.workspace());
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

std::string next_reference_of(const Workspace& workspace, const RecordKind& kind) {
  const auto prefix = reference_prefix(kind.word);
  const auto& references = RecordMemory::of(workspace).references(kind.word);
  if (kind.word == RiskStudy::type().kind && references.size() == 0) return std::string{prefix}; // there is but one
  return references.next(prefix);
}

std::span<const std::string_view> references_apart(std::string_view) { return {}; } // each kind of the study has its own

std::string defect_of(const RecordMemory& memory, const RecordKind& kind, const FieldView& field, std::string_view text) {
  return field.kind == FieldKind::number ? number_defect(scale_of(memory), kind.word, field, text) : "";
}

void check_record(Change& change, const RecordKind& kind, std::int64_t id, const Row& before, const Row& after) {
  if (before.empty() && kind.word == RiskStudy::type().kind && RecordMemory::of(change.workspace()).references(kind.word).size() > 0)
    throw Problem{ProblemKind::refused, std::string{kind.word}, tr("This workspace has the frame of its study already."),
                  tr("Change that one: a workspace has one living study; nothing was changed.")};
  if (kind.word != ElementaryAction::type().kind) return;
  auto is = action_of(id, after);
  if (before.empty()) return check_predecessors(change, is);
  const auto was = action_of(id, before);
  is.reference = was.reference; // as the others cite it still
  if (was.after != is.after || was.operational_scenario != is.operational_scenario) check_action(change, is);
}

} // namespace

std::string_view reference_prefix(std::string_view kind) { return std::ranges::find(prefixes, kind, &Prefix::kind)->prefix; }

const RecordRules study_rules = {risk_kinds, next_reference_of, references_apart, defect_of, check_record};

} // namespace hdskit
