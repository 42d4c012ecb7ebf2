#pragma once

#include "toolkit/base/finding.hpp"
#include "toolkit/continuity/dependency_graph.hpp"
#include "toolkit/continuity/exercise_programme.hpp"

#include <array>

namespace hdskit {

/// What the objectives of the programme ask of a workspace again and again.
class CareView {
public:
  CareView(const Continuity& all, Date day);

  const Continuity& continuity;
  const DependencyGraph graph;
  const Date today;

  /// The three natures that objective 1 c asks for.
  struct Wanted {
    const char* label;                   ///< marked message
    std::vector<std::size_t> activities; ///< analysed, and covered by an approved plan
  };
  std::array<Wanted, 3> wanted;
  std::vector<std::size_t> critical; ///< all of them
  std::vector<std::size_t> below;    ///< what these activities need, directly or not

  bool is_approved(const ContinuityPlan& plan) const;
  std::vector<std::size_t> critical_services() const;
  std::vector<const BackupArrangement*> backups_below(std::size_t node) const;

private:
  void look_for_wanted();
};

struct CareJudgement {
  Verdict verdict = Verdict::not_assessed;
  std::string sentence;
};
/// Nothing when the workspace cannot judge this objective.
std::optional<CareJudgement> judge_care_objective(const CareView& view, std::string_view id);
/// What the workspace holds of an objective that it cannot judge; "" for nothing.
std::string care_remark(const CareView& view, std::string_view id);

} // namespace hdskit
