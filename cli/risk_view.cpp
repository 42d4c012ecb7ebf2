#include "cli/risk_view.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/dossier/risk_figures.hpp"
#include "toolkit/exchange/risk_grades.hpp"
#include "toolkit/organisation/record_kind_of.hpp"

#include <algorithm>

namespace hdskit::cli {
namespace {

json::object standpoint_json(const Standpoint& before, const Standpoint& after) {
  const auto known = [](std::int64_t value) -> json::value { return value ? json::value(value) : json::value(); };
  json::object object{{"gravity", known(before.gravity)},         {"likelihood", known(before.likelihood)},         {"level", known(before.level)},
                      {"residual_gravity", known(after.gravity)}, {"residual_likelihood", known(after.likelihood)}, {"residual_level", known(after.level)}};
  if (before.asset_value) object["asset_value"] = before.asset_value;
  if (after.asset_value) object["residual_asset_value"] = after.asset_value;
  return object;
}

std::int64_t number_of(const std::string& text) { return text.empty() ? 0 : std::stoll(text); }

std::string with_name(const Workspace& workspace, const FieldView& field, const std::string& reference) {
  for (const auto& [cited, name] : citable(workspace, field.refers_to))
    if (folded(cited) == folded(reference)) return name.empty() || name == cited ? cited : tr("{1}, {2}", {cited, name});
  return reference;
}

} // namespace

AssessedStudy::AssessedStudy(Study study) : study_{std::move(study)}, index_{study_}, assessments_{assess_risks(index_)} {}

const RiskAssessment& AssessedStudy::assessment_of(std::string_view reference) const {
  if (const auto* risk = index_.risks.find(reference)) return *std::ranges::find(assessments_, risk, &RiskAssessment::risk);
  throw Problem{ProblemKind::not_found, std::string{reference}, tr("There is no {1} with the reference “{2}”.", {tr(Risk::type().label), reference}),
                tr("See the risks with: hdskit risk list")};
}

json::object risk_json(const AssessedStudy& assessed, const RiskAssessment& assessment) {
  constexpr std::size_t computed_and_more = 10; // beside the fields, here and in standing_json
  json::object object;
  object.reserve(Risk::type().fields.size() + computed_and_more);
  object.emplace("id", assessment.risk->id.number());
  for (const auto& field : Risk::type().fields) object.emplace(field.name, field_json(field.kind, field.get(*assessment.risk)));
  object["computed"] = standpoint_json(assessment.initial, assessment.residual);
  json::array measures;
  for (const auto* measure : assessed.index().measures_of_risk(assessment.risk->reference)) measures.emplace_back(json_text(measure->reference));
  object["measures"] = std::move(measures);
  return object;
}

std::string shown_risk_value(const Workspace& workspace, const RiskScale& scale, const RecordKind& kind, const FieldView& field, const std::string& text) {
  if (const auto* words = grade_words(scale, kind.word, field.name)) return text.empty() ? "" : grade_text(*words, number_of(text));
  if (field.refers_to.empty()) return shown_value(workspace, field, text);
  std::vector<std::string> references{text}, names;
  if (field.kind == FieldKind::list) from_field_text(text, references);
  for (const auto& reference : references)
    if (!reference.empty()) names.push_back(with_name(workspace, field, reference));
  return joined(names, "\n");
}

std::string shown_grades(const Standpoint& standpoint) {
  if (standpoint.asset_value) return std::to_string(standpoint.asset_value);
  const auto grade = [](const char* letter, int value) { return value ? letter + std::to_string(value) : letter + std::string{"–"}; };
  return standpoint.gravity || standpoint.likelihood ? grade("G", standpoint.gravity) + " " + grade("V", standpoint.likelihood) : "–";
}

} // namespace hdskit::cli
