#include "toolkit/continuity/care_judgement.hpp"

#include "toolkit/base/duration_text.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/continuity/plan_coverage.hpp"
#include "toolkit/organisation/by_reference.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_set>

namespace hdskit {
namespace {

constexpr std::int64_t major_impact = 3; // of four grades

std::vector<std::size_t> all_below(const DependencyGraph& graph, const std::vector<std::size_t>& tops) {
  std::vector<bool> seen(graph.nodes().size());
  std::vector<std::size_t> open = tops, below;
  while (!open.empty()) {
    const auto node = open.back();
    open.pop_back();
    for (const auto next : graph.nodes()[node].needs) {
      if (seen[next]) continue;
      seen[next] = true;
      below.push_back(next);
      open.push_back(next);
    }
  }
  std::ranges::sort(below);
  return below;
}

std::string list_of(const std::vector<std::string>& names) { return joined(names, ", "); }

Verdict verdict_of(std::size_t kept, std::size_t asked) { return kept == 0 ? Verdict::not_met : kept < asked ? Verdict::at_risk : Verdict::met; }

std::string told_share(const GroupShare& share) {
  if (!share.unknown.empty()) return tr("The activity carried by these entities is not known: {1}.", {list_of(share.unknown)});
  const auto percent = std::to_string(static_cast<int>(std::floor(share.share * 100)));
  return tr("The entities served carry {1} % of the combined activity; at least 66 % are asked for.", {percent});
}

/// A group must reach the share as well: what else stands is then only a part.
CareJudgement with_share(CareJudgement judgement, const GroupShare& share) {
  if (!share.applies) return judgement;
  judgement.sentence += " " + told_share(share);
  if (!share.met && judgement.verdict == Verdict::met) judgement.verdict = Verdict::at_risk;
  return judgement;
}

CareJudgement judge_plans(const CareView& view) {
  std::vector<std::string> kept, missing;
  for (const auto& each : view.wanted) {
    if (each.activities.empty()) missing.push_back(tr(each.label));
    else kept.push_back(tr("{1} ({2})", {tr(each.label), view.continuity.activities[each.activities.front()].name}));
  }
  auto sentence = kept.empty() ? tr("No activity is both analysed and covered by an approved plan.")
                               : tr("Analysed and covered by an approved plan: {1}.", {list_of(kept)});
  if (!missing.empty()) sentence += " " + tr("Missing: {1}.", {list_of(missing)});
  return with_share({verdict_of(kept.size(), view.wanted.size()), std::move(sentence)},
                    group_share(view.continuity, [&](const ContinuityPlan& plan) { return view.is_approved(plan); }));
}

CareJudgement judge_field_tests(const CareView& view) {
  std::vector<std::string> tried, unscheduled;
  for (const auto& exercise : view.continuity.exercises)
    if (exercise.kind != ExerciseKind::table_top && is_recent(exercise.held_on, view.today) && !exercise.plans.empty()) tried.push_back(exercise.reference);
  for (const auto& covered : exercise_coverage(view.continuity, view.today))
    if (covered.kind == ContinuityPlan::type().kind && !covered.last && !covered.next) unscheduled.push_back(covered.reference);
  if (tried.empty()) return {Verdict::not_met, tr("No plan was tried in the field within the last twelve months.")};
  auto sentence = tr("Tried in the field within the last twelve months: {1}.", {list_of(tried)});
  if (!unscheduled.empty()) sentence += " " + tr("Never exercised and not planned: {1}.", {list_of(unscheduled)});
  return with_share({unscheduled.empty() ? Verdict::met : Verdict::at_risk, std::move(sentence)}, group_share(view.continuity, view.today));
}

using Suffices = bool (*)(const std::vector<const BackupArrangement*>&);

CareJudgement judge_services(const CareView& view, Suffices suffices, const char* all_kept, const char* some_lack) {
  const auto services = view.critical_services();
  if (services.empty()) return {Verdict::not_met, tr("No service is known that an activity of objective O1.c needs.")};
  std::vector<std::string> lacking;
  for (const auto service : services)
    if (!suffices(view.backups_below(service))) lacking.push_back(view.graph.nodes()[service].reference);
  const auto verdict = verdict_of(services.size() - lacking.size(), services.size());
  if (lacking.empty()) return {verdict, tr(all_kept, {std::to_string(services.size())})};
  return {verdict, tr(some_lack, {std::to_string(services.size()), list_of(lacking)})};
}

bool is_described(const BackupArrangement& backup) { return !trimmed(backup.method).empty() && backup.period && backup.retention_days; }

bool follow_3_2_1(const std::vector<const BackupArrangement*>& backups) {
  const auto is_elsewhere = [](const BackupArrangement* backup) { return backup->place == BackupArrangement::Place::other_site; };
  const auto is_out_of_reach = [](const BackupArrangement* backup) { return backup->copy != BackupArrangement::Copy::connected; };
  return backups.size() >= 2 && std::ranges::any_of(backups, is_elsewhere) && std::ranges::any_of(backups, is_out_of_reach);
}

CareJudgement judge_backup_plans(const CareView& view) {
  return judge_services(
      view,
      [](const std::vector<const BackupArrangement*>& backups) {
        return std::ranges::any_of(backups, [](const BackupArrangement* backup) { return is_described(*backup); });
      },
      marked("Critical services: {1}. Each has a backup whose method, period and retention are told."),
      marked("Critical services: {1}. Without a backup whose method, period and retention are told: {2}."));
}

CareJudgement judge_copies(const CareView& view) {
  return judge_services(view, follow_3_2_1, marked("Critical services: {1}. Each has two backups, one on another site and one offline or immutable."),
                        marked("Critical services: {1}. Without two backups, one on another site and one offline or immutable: {2}."));
}

CareJudgement judge_restore_tests(const CareView& view) {
  const DependencyNode* last = nullptr;
  for (const auto place : view.below) {
    const auto& node = view.graph.nodes()[place];
    if (node.measured_restore && is_recent(node.last_test, view.today) && (!last || *node.last_test > *last->last_test)) last = &node;
  }
  if (!last) return {Verdict::not_met, tr("No restore of a system of objective O1.c was measured within the last twelve months.")};
  return {Verdict::met, tr("{1} was restored on {2} in {3}.", {last->reference, tr_date(*last->last_test), duration_text(*last->measured_restore)})};
}

CareJudgement judge_referents(const CareView& view) {
  if (view.critical.empty()) return {Verdict::not_met, tr("No activity of objective O1.c is known.")};
  std::vector<std::string> named, lacking;
  for (const auto place : view.critical) {
    const auto& activity = view.continuity.activities[place];
    if (trimmed(activity.owner).empty()) lacking.push_back(activity.reference);
    else if (std::ranges::find(named, activity.owner) == named.end()) named.push_back(activity.owner); // one person may answer for several
  }
  const auto verdict = verdict_of(view.critical.size() - lacking.size(), view.critical.size());
  if (lacking.empty()) return {verdict, tr("Named: {1}.", {list_of(named)})};
  return {verdict, tr("Activities without an owner: {1}.", {list_of(lacking)})};
}

struct Judge {
  std::string_view id;
  CareJudgement (*judge)(const CareView&);
};
constexpr Judge judges[] = {{"O1.c", judge_plans},  {"O1.d", judge_field_tests},   {"O2.b", judge_backup_plans},
                            {"O3.c", judge_copies}, {"O4.a", judge_restore_tests}, {"O4.b", judge_referents}};

} // namespace

CareView::CareView(const Continuity& all, Date day)
    : continuity{all}, graph{all}, today{day}, wanted{{{marked("care service with a major impact on patients"), {}},
                                                       {marked("most critical administrative process"), {}},
                                                       {marked("technical platform"), {}}}} {
  look_for_wanted();
  for (const auto& each : wanted) critical.insert(critical.end(), each.activities.begin(), each.activities.end());
  below = all_below(graph, critical);
}

bool CareView::is_approved(const ContinuityPlan& plan) const { return !trimmed(plan.approved_by).empty() && plan.approved_on && *plan.approved_on <= today; }

void CareView::look_for_wanted() {
  const PlanCoverage coverage{continuity, graph, [&](const ContinuityPlan& plan) { return is_approved(plan); }};
  std::unordered_set<std::string> rated, hurting; // keys of activities with an impact over time, and with a major one on patients
  for (const auto& impact : continuity.impacts) {
    if (impact.after) rated.insert(reference_key(impact.activity));
    if (impact.patient.value_or(0) >= major_impact) hurting.insert(reference_key(impact.activity));
  }
  std::optional<Minutes> most_critical; // the administrative process that can be missed for the shortest time
  for (const auto& activity : continuity.activities)
    if (activity.nature == ActivityNature::administration && activity.mtpd)
      most_critical = most_critical ? std::min(*most_critical, *activity.mtpd) : activity.mtpd;
  for (std::size_t i = 0; i < continuity.activities.size(); ++i) { // the graph begins with the activities
    const auto& activity = continuity.activities[i];
    const auto key = reference_key(activity.reference);
    if (!activity.rto || !activity.rpo || !activity.mtpd || !rated.contains(key) || !coverage.covers(i)) continue;
    if (activity.nature == ActivityNature::care_unit && hurting.contains(key)) wanted[0].activities.push_back(i);
    if (activity.nature == ActivityNature::administration && activity.mtpd == most_critical) wanted[1].activities.push_back(i);
    if (activity.nature == ActivityNature::technical_platform) wanted[2].activities.push_back(i);
  }
}

std::vector<std::size_t> CareView::critical_services() const {
  std::vector<std::size_t> services;
  for (const auto node : below)
    if (graph.nodes()[node].kind == NodeKind::service) services.push_back(node);
  return services;
}

std::vector<const BackupArrangement*> CareView::backups_below(std::size_t node) const {
  std::vector<const BackupArrangement*> backups;
  for (const auto each : all_below(graph, {node}))
    if (graph.nodes()[each].kind == NodeKind::backup) backups.push_back(&continuity.backups[graph.nodes()[each].record]);
  return backups;
}

std::optional<CareJudgement> judge_care_objective(const CareView& view, std::string_view id) {
  const auto found = std::ranges::find(judges, id, &Judge::id);
  return found == std::end(judges) ? std::nullopt : std::optional{found->judge(view)};
}

std::string care_remark(const CareView& view, std::string_view id) {
  const auto& plans = view.continuity.plans;
  const auto counted = [](auto count) { return std::to_string(count); };
  if (id == "O1.a") {
    const auto led =
        std::ranges::count_if(plans, [](const ContinuityPlan& plan) { return !trimmed(plan.decision_maker).empty() && !trimmed(plan.deputy).empty(); });
    return tr("Plans: {1}; of these with a decision maker and a deputy: {2}.", {counted(plans.size()), counted(led)});
  }
  if (id == "O1.b")
    return tr("Lines of the crisis directory: {1}; action cards: {2}.", {counted(view.continuity.contacts.size()), counted(view.continuity.cards.size())});
  if (id == "O3.b") {
    const auto isolating = std::ranges::count_if(plans, [](const ContinuityPlan& plan) { return !trimmed(plan.isolation).empty(); });
    return tr("Plans: {1}; of these with isolation measures: {2}.", {counted(plans.size()), counted(isolating)});
  }
  return {};
}

} // namespace hdskit
