#pragma once

#include "cli/json.hpp"
#include "cli/risk_options.hpp"
#include "toolkit/risk/assessment.hpp"
#include "toolkit/risk/study_store.hpp"

#include <string>
#include <vector>

namespace hdskit::cli {

// What the commands of the risk study show.

/// The study of a workspace with all that is judged from it. Points into itself.
class AssessedStudy {
public:
  explicit AssessedStudy(const Workspace& workspace) : AssessedStudy{read_study(workspace)} {}
  explicit AssessedStudy(Study study);
  AssessedStudy(const AssessedStudy&) = delete;
  AssessedStudy& operator=(const AssessedStudy&) = delete;

  const Study& study() const { return study_; }
  const RiskScale& scale() const { return study_.scale; }
  const StudyIndex& index() const { return index_; }
  const std::vector<RiskAssessment>& assessments() const { return assessments_; }
  const RiskAssessment& assessment_of(std::string_view reference) const; ///< throws Problem not_found

private:
  Study study_;
  StudyIndex index_;
  std::vector<RiskAssessment> assessments_;
};

/// All fields, then "computed" (gravity, likelihood and level before and after treatment) and "measures".
json::object risk_json(const AssessedStudy& assessed, const RiskAssessment& assessment);

/// The text of a field as people read it: grades with their words, choices by their labels, citations with the names of what they cite.
std::string shown_risk_value(const Workspace& workspace, const RiskScale& scale, const RecordKind& kind, const FieldView& field, const std::string& text);

/// "G4 V3"; "–" for what is not rated.
std::string shown_grades(const Standpoint& standpoint);

} // namespace hdskit::cli
