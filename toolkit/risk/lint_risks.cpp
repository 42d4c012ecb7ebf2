#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/risk/lint_rules.hpp"

namespace hdskit {
namespace {

std::string level_word(const LintView& view, std::int64_t level) {
  const auto& classes = view.study.scale.classes;
  return level >= 1 && level <= static_cast<std::int64_t>(classes.size()) ? classes[static_cast<std::size_t>(level - 1)].in_current_language()
                                                                          : std::to_string(level);
}

bool is_above(const Standpoint& one, const Standpoint& other) {
  return one.level > other.level || one.gravity > other.gravity || one.likelihood > other.likelihood || one.asset_value > other.asset_value;
}

/// Both standpoints are known, and the comparison means something.
bool are_comparable(const RiskAssessment& assessment) { return assessment.residual_rated && assessment.initial.level != 0 && assessment.residual.level != 0; }

} // namespace

void find_unrated_risks(const LintView& view, LintReport& report) {
  for (const auto& assessment : view.assessments) {
    if (assessment.initial.level != 0) continue;
    const auto& risk = *assessment.risk;
    if (risk.method == RiskMethod::asset)
      report.add(risk,
                 tr("The risk {1} has no level: its impact, the likelihood of its threat or its vulnerability is not rated within the scale.", {named(risk)}));
    else report.add(risk, tr("The risk {1} has no level: its gravity or its likelihood is not rated within the scale.", {named(risk)}));
  }
}

void find_contradicted_levels(const LintView& view, LintReport& report) {
  for (const auto& assessment : view.assessments) {
    const auto& risk = *assessment.risk;
    const auto contradicts = [](Rating declared, const Standpoint& standpoint) {
      return declared && standpoint.computed_level != 0 && declared.value != standpoint.computed_level;
    };
    if (contradicts(risk.level, assessment.initial))
      report.add(risk, tr("The initial level of the risk {1} is declared “{2}”, but the matrix gives “{3}”: correct the level or the grades.",
                          {named(risk), level_word(view, risk.level.value), level_word(view, assessment.initial.computed_level)}));
    if (contradicts(risk.residual_level, assessment.residual))
      report.add(risk, tr("The residual level of the risk {1} is declared “{2}”, but the matrix gives “{3}”: correct the level or the grades.",
                          {named(risk), level_word(view, risk.residual_level.value), level_word(view, assessment.residual.computed_level)}));
  }
}

void find_risks_without_strategy(const LintView& view, LintReport& report) {
  for (const auto& risk : view.study.risks)
    if (risk.strategy == Strategy::undecided)
      report.add(risk, tr("The risk {1} has no strategy: decide whether it is reduced, accepted, avoided or shared.", {named(risk)}));
}

void find_risks_without_owner(const LintView& view, LintReport& report) {
  for (const auto& risk : view.study.risks)
    if (trimmed(risk.owner).empty()) report.add(risk, tr("The risk {1} has no owner: nobody answers for it.", {named(risk)}));
}

void find_unrated_residuals(const LintView& view, LintReport& report) {
  for (const auto& assessment : view.assessments) {
    const auto& risk = *assessment.risk;
    const bool treated = risk.strategy == Strategy::reduce || risk.strategy == Strategy::avoid || risk.strategy == Strategy::share;
    if (treated && !assessment.residual_rated && assessment.initial.level > view.study.scale.acceptable)
      report.add(risk, tr("The risk {1} is treated, but nobody has judged what will remain of it.", {named(risk)}));
  }
}

void find_raised_residuals(const LintView& view, LintReport& report) {
  for (const auto& assessment : view.assessments) {
    if (!are_comparable(assessment) || !is_above(assessment.residual, assessment.initial)) continue;
    const auto& risk = *assessment.risk;
    if (assessment.residual.level > assessment.initial.level)
      report.add(risk, tr("What remains of the risk {1} is “{2}”, above the “{3}” from before its treatment: one of both is wrong.",
                          {named(risk), level_word(view, assessment.residual.level), level_word(view, assessment.initial.level)}));
    else report.add(risk, tr("A residual grade of the risk {1} is higher than the one from before its treatment: one of both is wrong.", {named(risk)}));
  }
}

void find_unexplained_residuals(const LintView& view, LintReport& report) {
  for (const auto& assessment : view.assessments) {
    const auto& risk = *assessment.risk;
    if (are_comparable(assessment) && is_above(assessment.initial, assessment.residual) && !view.is_treated(risk))
      report.add(risk, tr("The risk {1} is said to fall, but no measure is done or planned that would lower it.", {named(risk)}));
  }
}

void find_unsigned_acceptances(const LintView& view, LintReport& report) {
  for (const auto& assessment : view.assessments) {
    const auto& risk = *assessment.risk;
    if (assessment.accepted) continue;
    if (risk.strategy == Strategy::accept)
      report.add(risk, tr("The risk {1} is accepted, but nobody has signed for it: record who accepted it, and when.", {named(risk)}));
    else if (assessment.residual_rated && assessment.needs_acceptance) // what nobody has judged cannot be signed: residual-not-rated
      report.add(risk, tr("What remains of the risk {1} is “{2}”, more than is borne without a signature: record who accepts it, and when.",
                          {named(risk), level_word(view, assessment.residual.level)}));
  }
}

void find_late_reviews(const LintView& view, LintReport& report) {
  const auto& frame = view.study.frame;
  if (frame.strategic_review && *frame.strategic_review < view.today)
    report.add(frame, tr("The strategic cycle of the study {1} should have begun again on {2}.", {named(frame), tr_date(*frame.strategic_review)}));
  if (frame.operational_review && *frame.operational_review < view.today)
    report.add(frame, tr("The operational cycle of the study {1} should have begun again on {2}.", {named(frame), tr_date(*frame.operational_review)}));
  for (const auto& risk : view.study.risks)
    if (risk.review && *risk.review < view.today)
      report.add(risk, tr("The risk {1} should have been looked at again on {2}: do so and set the next date.", {named(risk), tr_date(*risk.review)}));
}

} // namespace hdskit
