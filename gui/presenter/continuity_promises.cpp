#include "gui/presenter/continuity_promises.hpp"

#include "gui/presenter/continuity_records.hpp"
#include "toolkit/base/duration_text.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/organisation/by_reference.hpp"
#include "toolkit/workspace/sought_words.hpp"

#include <algorithm>
#include <array>

namespace hdskit::gui {
namespace {

constexpr std::size_t findings_told = 5, steps_told = 12, steps_at_each_end = 5;

bool is_promise(const DependencyNode& node) { return node.kind == NodeKind::activity || node.kind == NodeKind::service; }

bool covers(const std::vector<std::string>& references, const std::string& reference) {
  const auto key = reference_key(reference);
  return std::ranges::any_of(references, [&](const std::string& one) { return reference_key(one) == key; });
}

std::int64_t record_id(const ContinuityMap& map, const DependencyNode& node) {
  const auto& all = map.continuity;
  switch (node.kind) {
    case NodeKind::activity: return all.activities.at(node.record).id.number();
    case NodeKind::service: return all.services.at(node.record).id.number();
    case NodeKind::component: return all.components.at(node.record).id.number();
    case NodeKind::backup: break;
  }
  return all.backups.at(node.record).id.number();
}

Cell mtpd_cell(const ContinuityMap& map, const DependencyNode& node) {
  return node.kind == NodeKind::activity ? minutes_cell(map.continuity.activities.at(node.record).mtpd) : minutes_cell({});
}

/// A measured or planned time beyond the promise is marked, so that the eye finds it.
Cell against(const std::optional<Minutes>& time, const std::optional<Minutes>& promise) {
  auto cell = minutes_cell(time);
  if (time && promise && *time > *promise) cell = {"✖ " + cell.text, Tone::bad};
  return cell;
}

} // namespace

PromiseState state_of_rule(std::string_view rule) {
  constexpr std::string_view broken[] = {"rto-above-mtpd",     "manual-resume-above-rto", "service-rto-above-activity", "infrastructure-rto-above-service",
                                         "rpo-above-promise",  "backup-period-above-rpo", "rpo-without-backup",         "restore-above-rto",
                                         "recovery-above-rto", "achieved-above-objective"};
  constexpr std::string_view untried[] = {"unproven", "never-exercised", "exercised-long-ago"};
  if (std::ranges::find(broken, rule) != std::end(broken)) return PromiseState::not_kept;
  return std::ranges::find(untried, rule) != std::end(untried) ? PromiseState::unproven : PromiseState::at_risk;
}

PromiseState promise_state(const ContinuityMap& map, std::size_t place) {
  const auto& node = map.graph.nodes().at(place);
  auto state = is_promise(node) && !node.rto && !node.rpo ? PromiseState::nothing : PromiseState::kept;
  for (const auto* finding : map.findings_of(kind_of(node.kind), node.reference)) state = std::max(state, state_of_rule(finding->finding.rule));
  return state;
}

Cell promise_cell(PromiseState state) {
  switch (state) {
    case PromiseState::nothing: return {"○ " + tr("nothing promised"), Tone::faint};
    case PromiseState::kept: return {"✔ " + tr("kept"), Tone::good};
    case PromiseState::unproven: return {"◔ " + tr("unproven"), Tone::warning};
    case PromiseState::at_risk: return {"⚠ " + tr("at risk"), Tone::warning};
    case PromiseState::not_kept: break;
  }
  return {"✖ " + tr("not kept"), Tone::bad};
}

std::string_view kind_of(NodeKind kind) {
  switch (kind) {
    case NodeKind::activity: return Activity::type().kind;
    case NodeKind::service: return HostedService::type().kind;
    case NodeKind::component: return Component::type().kind;
    case NodeKind::backup: break;
  }
  return BackupArrangement::type().kind;
}

std::optional<Minutes> planned_time(const ContinuityMap& map, const DependencyNode& node) {
  std::optional<Minutes> fastest;
  for (std::size_t i = 0; i < map.schedules.size(); ++i) {
    const auto& plan = map.continuity.plans[i];
    const auto& schedule = map.schedules[i];
    if (plan.kind != PlanKind::recovery || schedule.steps.empty()) continue;
    auto back = planned_return(schedule, node.reference);
    if (!back && covers(plan.covers, node.reference)) back = schedule.total;
    if (back && (!fastest || *back < *fastest)) fastest = back;
  }
  return fastest;
}

std::optional<Minutes> measured_time(const ContinuityMap& map, const DependencyNode& node) {
  if (node.measured_restore) return node.measured_restore;
  const Exercise* last = nullptr;
  for (const auto& exercise : map.continuity.exercises)
    if (was_held(exercise, map.day) && exercise.achieved_rto && covers(exercise.covers, node.reference) && (!last || *last->held_on <= *exercise.held_on))
      last = &exercise;
  return last ? last->achieved_rto : std::nullopt;
}

Cell minutes_cell(const std::optional<Minutes>& minutes) { return minutes ? Cell{duration_text(*minutes)} : Cell{"–", Tone::faint}; }

ListRows promise_rows(const ContinuityMap& map, std::string_view words) {
  const SoughtWords sought{words};
  std::vector<ListRow> rows;
  const auto& nodes = map.graph.nodes();
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const auto& node = nodes[i];
    if (!is_promise(node)) continue;
    const auto what = node.kind == NodeKind::activity ? tr("activity") : tr("hosted service");
    const auto state = promise_cell(promise_state(map, i));
    if (!sought.are_in(std::vector<std::string>{node.reference, node.name, what, state.text})) continue;
    rows.push_back({record_row_key(kind_of(node.kind), record_id(map, node)),
                    {{node.reference},
                     {node.name},
                     state,
                     minutes_cell(node.rto),
                     minutes_cell(node.rpo),
                     mtpd_cell(map, node),
                     against(planned_time(map, node), node.rto),
                     against(measured_time(map, node), node.rto),
                     {what}}});
  }
  return rows_at_hand(
      {{tr("Ref.")}, {tr("Name")}, {tr("Status")}, {tr("RTO")}, {tr("RPO")}, {tr("MTPD")}, {tr("Planned")}, {tr("Measured")}, {tr("What it is")}},
      std::move(rows));
}

Cell promises_sentence(const ContinuityMap& map) {
  std::array<std::int64_t, 5> count{};
  const auto& nodes = map.graph.nodes();
  for (std::size_t i = 0; i < nodes.size(); ++i)
    if (is_promise(nodes[i])) ++count[static_cast<std::size_t>(promise_state(map, i))];
  const auto of = [&](PromiseState state) { return std::to_string(count[static_cast<std::size_t>(state)]); };
  if (map.continuity.activities.empty())
    return {tr("Begin with the activities: press “New”, or import a table with “Import…”; name for each how long it may stop and how much data it may lose."),
            Tone::faint};
  return {tr("Promises: {1} kept, {2} unproven, {3} at risk, {4} not kept; {5} without any.",
             {of(PromiseState::kept), of(PromiseState::unproven), of(PromiseState::at_risk), of(PromiseState::not_kept), of(PromiseState::nothing)}),
          of(PromiseState::not_kept) == "0" ? Tone::neutral : Tone::bad};
}

std::string way_in_words(const std::vector<std::string>& path) {
  if (path.size() <= steps_told) return joined(path, " → ");
  const auto end = static_cast<std::ptrdiff_t>(steps_at_each_end);
  return joined({path.begin(), path.begin() + end}, " → ") + " → … → " + joined({path.end() - end, path.end()}, " → ");
}

Cell finding_cell(const ChainFinding& finding) {
  const auto state = state_of_rule(finding.finding.rule);
  auto sentence = finding.finding.sentence;
  const auto way = way_in_words(finding.path);
  if (finding.path.size() > 1 && sentence.find(way) == std::string::npos) sentence += " (" + way + ")";
  const auto sign = state == PromiseState::not_kept ? "✖ " : state == PromiseState::unproven ? "◔ " : "⚠ ";
  return {sign + sentence, state == PromiseState::not_kept ? Tone::bad : Tone::warning};
}

std::vector<Cell> findings_in_words(const ContinuityMap& map, std::string_view kind, std::string_view reference) {
  auto found = map.findings_of(kind, reference);
  std::ranges::stable_sort(
      found, [](const ChainFinding* one, const ChainFinding* other) { return state_of_rule(one->finding.rule) > state_of_rule(other->finding.rule); });
  std::vector<Cell> lines;
  const auto told = found.size() <= findings_told + 1 ? found.size() : findings_told;
  for (std::size_t i = 0; i < told; ++i) lines.push_back(finding_cell(*found[i]));
  const auto rest = static_cast<std::int64_t>(found.size() - told);
  if (rest > 0) lines.push_back({trn("and {1} more: see the tab “Checks”", "and {1} more: see the tab “Checks”", rest), Tone::warning});
  return lines;
}

} // namespace hdskit::gui
