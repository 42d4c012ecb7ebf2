#include "toolkit/continuity/continuity_record_rules.hpp"

#include "toolkit/continuity/continuity_store.hpp"
#include "toolkit/continuity/exercise_programme.hpp"
#include "toolkit/organisation/by_reference.hpp"

#include <charconv>

namespace hdskit {
namespace {

struct Prefix {
  std::string_view kind, prefix;
};
constexpr Prefix prefixes[] = {{"activity", "ACT"},      {"component", "CMP"},  {"backup_arrangement", "SV"}, {"continuity_plan", "PC"},  {"plan_step", "ET"},
                               {"crisis_contact", "AN"}, {"action_card", "FR"}, {"exercise", "EX"},           {"corrective_action", "AC"}};

constexpr std::string_view nodes[] = {"activity", "service", "component", "backup_arrangement"};

struct Range {
  std::string_view kind, field;
  std::int64_t greatest;
};
constexpr std::int64_t unbearable = 4;         // 0: not rated
constexpr std::int64_t hundred_years = 36'525; // days
constexpr Range ranges[] = {{"activity_impact", "patient", unbearable}, {"activity_impact", "care", unbearable},
                            {"activity_impact", "legal", unbearable},   {"activity_impact", "finance", unbearable},
                            {"activity_impact", "image", unbearable},   {"backup_arrangement", "retention_days", hundred_years},
                            {"crisis_contact", "order", 10'000}};

std::string next_reference_of(const Workspace& workspace, const RecordKind& kind) {
  auto& memory = RecordMemory::of(workspace);
  const std::string prefix{continuity_prefix(kind.word)};
  auto reference = memory.references(kind.word).next(prefix);
  const auto is_taken = [&](std::string_view word) { return memory.references(word).find(reference) != nullptr; };
  const auto sharing = continuity_record_rules.sharing(kind.word);
  for (auto number = std::stoll(reference.substr(prefix.size())); std::ranges::any_of(sharing, is_taken);) reference = prefix + std::to_string(++number);
  return reference;
}

std::span<const std::string_view> sharing_references(std::string_view kind) {
  return std::ranges::find(nodes, kind) == std::end(nodes) ? std::span<const std::string_view>{} : std::span{nodes};
}

std::string defect_of(const RecordMemory&, const RecordKind& kind, const FieldView& field, std::string_view text) {
  return continuity_value_defect(kind, field, text);
}

std::string self_dependency(std::string_view reference) { return tr("“{1}” cannot depend on itself.", {reference}); }
std::string self_step(std::string_view reference) { return tr("The step “{1}” cannot come after itself.", {reference}); }
std::string step_of_other_plan(std::string_view step, std::string_view other) {
  return tr("The steps “{1}” and “{2}” come one after the other, but belong to different plans.", {step, other});
}

[[noreturn]] void refuse(std::string_view field, const std::string& sentence) {
  throw Problem{ProblemKind::bad_input, std::string{field}, sentence, tr("Correct the value, then start again; nothing was changed.")};
}

bool same(std::string_view one, std::string_view other) { return reference_key(one) == reference_key(other); }

void check_step(const Workspace& workspace, const RecordKind& kind, std::int64_t id, const Row& before, const Row& after) {
  const auto plan = kind.index_of("plan"), reference = kind.index_of("reference"), predecessors = kind.index_of("after");
  if (!before.empty() && before[plan] == after[plan] && before[predecessors] == after[predecessors]) return;
  const auto cited = citations_in(kind.fields[predecessors], after[predecessors]);
  const auto& own = before.empty() ? after[reference] : before[reference]; // as the others cite it still
  for (const auto& other : cited)
    if (same(other, own)) refuse("after", self_step(own));
  if (cited.empty() && before.empty()) return;
  workspace.read_each("select id, reference, plan, \"after\" from plan_step order by id", {}, [&](const Row& row) {
    if (row[0] == std::to_string(id) || same(row[2], after[plan])) return;
    const auto is_own = [&](const std::string& text) { return same(text, own); };
    const auto is_other = [&](const std::string& text) { return same(text, row[1]); };
    if (std::ranges::any_of(cited, is_other) || std::ranges::any_of(citations_in(kind.fields[predecessors], row[3]), is_own))
      refuse("after", step_of_other_plan(own, row[1]));
  });
}

void check_record(Change& change, const RecordKind& kind, std::int64_t id, const Row& before, const Row& after) {
  if (kind.word == PlanStep::type().kind) return check_step(change.workspace(), kind, id, before, after);
  if (kind.word != Dependency::type().kind) return;
  const auto from = kind.index_of("from"), to = kind.index_of("to");
  if (same(after[from], after[to])) refuse("to", self_dependency(after[to]));
}

void examine_steps(const Continuity& continuity, RecordExamination& examination) {
  const auto& kind = continuity_kind(PlanStep::type().kind);
  const ByReference<PlanStep> steps{continuity.steps};
  for (const auto& step : continuity.steps)
    for (const auto& reference : step.after)
      if (same(reference, step.reference)) examination.report_in(kind, step.reference, self_step(reference));
      else if (const auto* other = steps.find(reference); other && !same(other->plan, step.plan))
        examination.report_in(kind, step.reference, step_of_other_plan(step.reference, other->reference));
}

} // namespace

const RecordRules continuity_record_rules = {continuity_kinds, next_reference_of, sharing_references, defect_of, check_record};

std::string_view continuity_prefix(std::string_view kind) {
  const auto found = std::ranges::find(prefixes, kind, &Prefix::kind);
  return found == std::end(prefixes) ? std::string_view{} : found->prefix;
}

std::string_view space_of_references(std::string_view kind) { return std::ranges::find(nodes, kind) == std::end(nodes) ? kind : "node"; }

std::string continuity_value_defect(const RecordKind& kind, const FieldView& field, std::string_view text) {
  if (kind.word == ExerciseEntry::type().kind && field.name == "at" && !moment_of(text))
    return tr("“{1}” is “{2}”: a moment such as 2026-03-12T14:05 is expected.", {tr(field.label), text});
  if (field.kind != FieldKind::number) return "";
  const auto range = std::ranges::find_if(ranges, [&](const Range& known) { return known.kind == kind.word && known.field == field.name; });
  if (range == std::end(ranges)) return "";
  std::int64_t value = -1;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error == std::errc{} && end == text.data() + text.size() && value >= 0 && value <= range->greatest) return "";
  return tr("“{1}” is {2}: a number from 0 to {3} is expected.", {tr(field.label), text, std::to_string(range->greatest)});
}

std::vector<std::string> continuity_defects(const Continuity& continuity) {
  RecordExamination examination{
      continuity_kinds(), [](const RecordKind& kind, const FieldView& field, const std::string& text) { return continuity_value_defect(kind, field, text); }};
  for_each_continuity_list(
      continuity, [&]<typename Record>(const char*, const std::vector<Record>& list) { examination.know(list, space_of_references(Record::type().kind)); });
  const ByReference<Activity> activities{continuity.activities};
  const ByReference<Component> components{continuity.components};
  const ByReference<BackupArrangement> backups{continuity.backups};
  for (const auto& service : continuity.services)
    if (activities.find(service.code) || components.find(service.code) || backups.find(service.code))
      examination.report(tr("{1}: a hosted service bears this code already.", {service.code}));
  for_each_continuity_list(continuity, [&](const char*, const auto& list) {
    for (const auto& record : list) examination.examine(record);
  });
  for (const auto& dependency : continuity.dependencies)
    if (same(dependency.from, dependency.to)) examination.report(self_dependency(dependency.to));
  examine_steps(continuity, examination);
  return examination.defects();
}

} // namespace hdskit
