#pragma once

#include "toolkit/continuity/chain_rules.hpp"
#include "toolkit/continuity/critical_path.hpp"
#include "toolkit/organisation/by_reference.hpp"
#include "toolkit/organisation/named_record.hpp"

namespace hdskit {

// The inside of the check: a rule is one function in chain_rules_<theme>.cpp and one line in the table of chain_rules.cpp.

/// A promise that holds for a node, and the way down to it: the node alone when the promise is its own.
struct HeldPromise {
  Minutes minutes;
  std::vector<std::size_t> way;
};

/// What several rules ask of the continuity is found once.
class ChainView {
public:
  ChainView(const Continuity& all, Date day);

  const Continuity& continuity;
  const DependencyGraph graph;
  const std::vector<InheritedObjective> inherited; ///< of each node
  const std::vector<ExerciseCoverage> exercised;   ///< activities, services and components in the order of the nodes, then plans
  const std::vector<PlanSchedule> schedules;       ///< of each plan
  const Date today;

  const DependencyNode& node(std::size_t place) const { return graph.nodes()[place]; }
  /// The tightest of its own promise and of those above; nothing when there is none.
  std::optional<Minutes> rto_of(std::size_t place) const;
  std::optional<Minutes> rpo_of(std::size_t place) const;
  /// The same with the way. Only for a node that has one.
  HeldPromise held_rto(std::size_t place) const;
  HeldPromise held_rpo(std::size_t place) const;
};

std::string_view kind_word(NodeKind kind); ///< of the record: "service"
std::string named(const DependencyNode& node);
template <typename Record> std::string named(const Record& record) {
  if constexpr (requires { record.title; }) return named(record.reference, record.title);
  else if constexpr (requires { record.gap; }) return named(record.reference, record.gap);
  else return named(record.reference, record.name);
}
/// "ACT1 → DPI → … → SV1": references, the middle of a long way left out.
std::string way_text(const ChainView& view, const std::vector<std::size_t>& way);
std::string shown(Minutes minutes); ///< "4 h"

/// Takes down what one rule finds.
class ChainReport {
public:
  ChainReport(std::string_view rule, std::vector<ChainFinding>& findings) : rule_{rule}, findings_{findings} {}
  void add(std::string_view kind, std::string_view reference, std::string sentence, std::vector<std::string> path = {});
  template <typename Record> void add(const Record& record, std::string sentence, std::vector<std::string> path = {}) {
    add(Record::type().kind, record.reference, std::move(sentence), std::move(path));
  }
  void add(const DependencyNode& node, std::string sentence, std::vector<std::string> path = {}) {
    add(kind_word(node.kind), node.reference, std::move(sentence), std::move(path));
  }

private:
  std::string_view rule_;
  std::vector<ChainFinding>& findings_;
};

std::vector<std::string> references_of(const ChainView& view, const std::vector<std::size_t>& way);

// references and durations of every kind
void find_repeated_references(const ChainView& view, ChainReport& report);
void find_citations_leading_nowhere(const ChainView& view, ChainReport& report);
void find_absurd_durations(const ChainView& view, ChainReport& report);
// graph
void find_dependency_circles(const ChainView& view, ChainReport& report);
void find_activities_without_service(const ChainView& view, ChainReport& report);
void find_unneeded(const ChainView& view, ChainReport& report);
void find_late_services(const ChainView& view, ChainReport& report);
void find_late_infrastructure(const ChainView& view, ChainReport& report);
void find_loose_rpos(const ChainView& view, ChainReport& report);
void find_rare_backups(const ChainView& view, ChainReport& report);
void find_unsaved(const ChainView& view, ChainReport& report);
void find_slow_restores(const ChainView& view, ChainReport& report);
void find_unproven(const ChainView& view, ChainReport& report);
// objectives
void find_activities_without_objectives(const ChainView& view, ChainReport& report);
void find_rtos_above_mtpd(const ChainView& view, ChainReport& report);
void find_manual_resumes_above_rto(const ChainView& view, ChainReport& report);
void find_falling_impacts(const ChainView& view, ChainReport& report);
void find_mtpds_after_unbearable_impact(const ChainView& view, ChainReport& report);
// plans
void find_plans_without_decision_maker(const ChainView& view, ChainReport& report);
void find_deputies_who_are_holders(const ChainView& view, ChainReport& report);
void find_plans_without_criteria(const ChainView& view, ChainReport& report);
void find_plans_without_steps(const ChainView& view, ChainReport& report);
void find_plans_without_approval(const ChainView& view, ChainReport& report);
void find_plans_to_review(const ChainView& view, ChainReport& report);
void find_step_circles(const ChainView& view, ChainReport& report);
void find_steps_without_owner(const ChainView& view, ChainReport& report);
void find_steps_without_duration(const ChainView& view, ChainReport& report);
void find_slow_recoveries(const ChainView& view, ChainReport& report);
void find_short_degraded_modes(const ChainView& view, ChainReport& report);
void find_covered_by_no_plan(const ChainView& view, ChainReport& report);
void find_empty_directory(const ChainView& view, ChainReport& report);
void find_cards_without_actions(const ChainView& view, ChainReport& report);
// exercises
void find_never_exercised(const ChainView& view, ChainReport& report);
void find_exercised_long_ago(const ChainView& view, ChainReport& report);
void find_achieved_above_objective(const ChainView& view, ChainReport& report);
void find_corrections_without_owner(const ChainView& view, ChainReport& report);
void find_corrections_without_date(const ChainView& view, ChainReport& report);
void find_late_corrections(const ChainView& view, ChainReport& report);

} // namespace hdskit
