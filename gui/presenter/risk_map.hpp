#pragma once

#include "toolkit/base/finding.hpp"
#include "toolkit/risk/assessment.hpp"
#include "toolkit/risk/version.hpp"

#include <memory>

namespace hdskit::gui {

/// The risk study at one revision of the workspace, with all that is computed from it: read once, in the background, and shared by the panes of the page.
/// Neither copied nor moved, because the index points into the study.
struct RiskMap {
  explicit RiskMap(Study read, Date today);
  RiskMap(const RiskMap&) = delete;
  RiskMap& operator=(const RiskMap&) = delete;

  const Study study;
  const StudyIndex index;
  const std::vector<RiskAssessment> assessments; ///< in the order of the register
  const RiskMatrix matrix;
  const std::vector<Finding> findings; ///< of the linter
  std::vector<StudyVersion> versions;
  std::vector<std::pair<std::string, std::string>> obligations; ///< of the checklist that the workspace follows: id and title
  Date day;
};

std::shared_ptr<const RiskMap> read_risk_map(const Workspace& workspace, Date today);

} // namespace hdskit::gui
