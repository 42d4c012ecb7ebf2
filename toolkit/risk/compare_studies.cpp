#include "toolkit/base/text.hpp"
#include "toolkit/organisation/record_kind_of.hpp"
#include "toolkit/risk/assessment.hpp"
#include "toolkit/risk/version.hpp"

#include <algorithm>
#include <map>

namespace hdskit {
namespace {

/// A study with what is asked of each of its risks.
class AssessedStudy {
public:
  explicit AssessedStudy(const Study& study) : index_{study}, assessments_{assess_risks(index_)} {
    for (const auto& assessment : assessments_) by_reference_.try_emplace(folded(assessment.risk->reference), &assessment);
  }
  const std::vector<RiskAssessment>& assessments() const { return assessments_; }
  const RiskAssessment* find(const std::string& reference) const {
    const auto found = by_reference_.find(folded(reference));
    return found == by_reference_.end() ? nullptr : found->second;
  }

  /// Everything that is said of a risk and of what is done about it.
  std::vector<std::vector<std::string>> words_of(const Risk& risk) const {
    std::vector<std::vector<std::string>> words{view_of(risk).values};
    for (const auto* measure : index_.measures_of_risk(risk.reference)) words.push_back(view_of(*measure).values);
    return words;
  }

private:
  StudyIndex index_;
  std::vector<RiskAssessment> assessments_;
  std::map<std::string, const RiskAssessment*> by_reference_;
};

/// Above 0 when it rose, below when it fell; what was unknown on one side did neither.
int moved(int before, int after) { return before == 0 || after == 0 ? 0 : after - before; }

} // namespace

StudyComparison compare_studies(const Study& before, const Study& after) {
  const AssessedStudy old{before}, present{after};
  StudyComparison result;
  result.other_scale = !(before.scale == after.scale);
  for (const auto& now : present.assessments()) {
    LevelChange change{.reference = now.risk->reference, .name = now.risk->name, .initial_after = now.initial.level, .residual_after = now.residual.level};
    const auto* was = old.find(now.risk->reference);
    if (!was) {
      result.appeared.push_back(std::move(change));
      continue;
    }
    change.initial_before = was->initial.level;
    change.residual_before = was->residual.level;
    const auto residual = moved(change.residual_before, change.residual_after);
    const auto direction = residual != 0 ? residual : moved(change.initial_before, change.initial_after);
    if (direction > 0) result.up.push_back(std::move(change));
    else if (direction < 0) result.down.push_back(std::move(change));
    else if (old.words_of(*was->risk) != present.words_of(*now.risk)) result.reworded.push_back(now.risk->reference);
    else ++result.unchanged;
  }
  for (const auto& was : old.assessments())
    if (!present.find(was.risk->reference))
      result.gone.push_back(
          {.reference = was.risk->reference, .name = was.risk->name, .initial_before = was.initial.level, .residual_before = was.residual.level});
  return result;
}

} // namespace hdskit
