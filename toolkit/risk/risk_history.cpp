#include "toolkit/base/closest.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/risk/assessment.hpp"
#include "toolkit/risk/study_store.hpp"
#include "toolkit/risk/version.hpp"

#include <algorithm>

namespace hdskit {
namespace {

/// "G4 V3", or the product of an asset-based risk; "" when nothing is rated.
std::string place_of(const Standpoint& point) {
  if (point.asset_value != 0) return std::to_string(point.asset_value);
  std::string text;
  if (point.gravity != 0) text = "G" + std::to_string(point.gravity);
  if (point.likelihood != 0) text += (text.empty() ? "V" : " V") + std::to_string(point.likelihood);
  return text;
}

RiskMoment moment_of(const Study& study, std::string_view reference) {
  RiskMoment moment;
  const StudyIndex index{study};
  const auto* risk = index.risks.find(reference);
  if (!risk) return moment;
  const auto assessment = assess(index, *risk);
  moment.there = true;
  moment.initial = assessment.initial.level;
  moment.residual = assessment.residual.level;
  moment.gravity_likelihood = place_of(assessment.initial);
  if (assessment.residual_rated) moment.gravity_likelihood += " → " + place_of(assessment.residual);
  moment.strategy = to_field_text(risk->strategy);
  return moment;
}

[[noreturn]] void refuse_unknown_risk(const Study& study, std::string_view reference) {
  std::vector<std::string_view> known;
  for (const auto& risk : study.risks) known.push_back(risk.reference);
  const auto near = closest(reference, known, 3);
  throw Problem{ProblemKind::not_found, std::string{reference}, tr("Neither the study nor one of its versions has a risk {1}.", {reference}),
                near.empty() ? tr("List what is there, then start again with one of its references.") : tr("Did you mean: {1}?", {joined(near, ", ")})};
}

} // namespace

std::vector<RiskMoment> history_of(const Workspace& workspace, std::string_view reference) {
  std::vector<RiskMoment> history;
  for (const auto& version : study_versions(workspace)) {
    auto moment = moment_of(study_at(workspace, version), reference);
    moment.version = version.number;
    moment.day = version.frozen_on;
    history.push_back(std::move(moment));
  }
  const auto now = read_study(workspace);
  history.push_back(moment_of(now, reference));
  if (std::ranges::none_of(history, &RiskMoment::there)) refuse_unknown_risk(now, reference);
  return history;
}

} // namespace hdskit
