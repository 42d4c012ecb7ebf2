#pragma once

#include "toolkit/continuity/chain_rules.hpp"
#include "toolkit/continuity/critical_path.hpp"
#include "toolkit/workspace/workspace.hpp"

#include <memory>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace hdskit::gui {

/// Continuity at one revision of the workspace, with all that is computed from it: read once, in the background, and shared by the panes of the page.
/// Neither copied nor moved, because schedules point into it.
struct ContinuityMap {
  ContinuityMap(Continuity read, Date today);
  ContinuityMap(const ContinuityMap&) = delete;
  ContinuityMap& operator=(const ContinuityMap&) = delete;

  const Continuity continuity;
  const DependencyGraph graph;
  const std::vector<ChainFinding> findings;
  const std::vector<PlanSchedule> schedules; ///< of each plan
  const Date day;

  /// What the check found about a record: it is the subject, or stands on the way that the finding tells.
  std::vector<const ChainFinding*> findings_of(std::string_view kind, std::string_view reference) const;
  const ContinuityPlan* plan(std::string_view reference) const; ///< nullptr: there is none
  const Exercise* exercise(std::string_view reference) const;

private:
  std::unordered_map<std::string, std::vector<std::size_t>> by_reference_;
};

std::shared_ptr<const ContinuityMap> read_continuity_map(const Workspace& workspace, Date today);

/// What a finding is about: the word of its kind, and the reference or key; "" for a kind as a whole.
struct ContinuitySubject {
  std::string kind, reference;
  bool operator==(const ContinuitySubject&) const = default;
};
ContinuitySubject subject_of(const ChainFinding& finding);
/// "activity:ACT3", "exercise": what Desk::go_to says to the page; nothing when continuity has no such kind.
std::optional<ContinuitySubject> continuity_subject(std::string_view subject);

} // namespace hdskit::gui
