#pragma once

#include "cli/continuity_options.hpp"
#include "toolkit/base/duration_text.hpp"
#include "toolkit/continuity/chain_rules.hpp"
#include "toolkit/continuity/critical_path.hpp"

#include <unordered_map>

namespace hdskit::cli {

// What the commands of continuity show.

/// The continuity of a workspace with what the check finds.
struct CheckedContinuity {
  CheckedContinuity(const Workspace& workspace, Date today);
  Continuity continuity;
  DependencyGraph graph;
  std::vector<InheritedObjective> inherited;
  std::vector<ChainFinding> findings;

  std::vector<const ChainFinding*> findings_about(std::string_view reference) const;

private:
  std::unordered_map<std::string, std::vector<std::size_t>> by_subject_; ///< indices of findings by the folded reference
};

/// {"rule", "subject", "path", "sentence"}
json::object finding_json(const ChainFinding& finding);
json::array findings_json(const std::vector<ChainFinding>& findings);
void print_finding(Context& context, const ChainFinding& finding);

json::value duration_json(const std::optional<Minutes>& minutes); ///< "4 h"; null
std::string day_text(const std::optional<Date>& day);

/// Every activity and service with what it promises and what is wrong with it.
json::object overview_json(const CheckedContinuity& checked);
void print_overview(Context& context, const CheckedContinuity& checked);

/// What one node of the dependencies needs and serves, and the tightest promise above it. Nothing for what is no node.
json::object standing_json(const CheckedContinuity& checked, std::string_view reference);
void print_standing(Context& context, const CheckedContinuity& checked, std::string_view reference);

json::object schedule_json(const ContinuityPlan& plan, const PlanSchedule& schedule);
void print_schedule(Context& context, const ContinuityPlan& plan, const PlanSchedule& schedule);

} // namespace hdskit::cli
