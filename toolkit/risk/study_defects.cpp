#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/organisation/record_examination.hpp"
#include "toolkit/risk/field_limit.hpp"
#include "toolkit/risk/likelihood.hpp"
#include "toolkit/risk/study_merge.hpp"
#include "toolkit/risk/study_store.hpp"
#include "toolkit/workspace/json_place.hpp"

namespace hdskit {
namespace {

void examine_circles(const Study& study, RecordExamination& examination) {
  const StudyIndex index{study};
  for (const auto& scenario : study.operational_scenarios) {
    const auto& kind = risk_kind(OperationalScenario::type().kind);
    if (const auto circle = likelihood_of(index, scenario).cycle; !circle.empty())
      examination.report(
          tr("{1} {2}: {3}", {tr(kind.label), scenario.reference, tr("its actions come after each other in a circle: {1}.", {joined(circle, " → ")})}),
          {std::string{ElementaryAction::type().kind}, circle.front(), "after"});
  }
  const ByReference<ElementaryAction> actions{study.elementary_actions};
  for (const auto& action : study.elementary_actions)
    for (const auto& reference : action.after)
      if (const auto* before = actions.find(reference); before && folded(before->operational_scenario) != folded(action.operational_scenario))
        examination.report_in(risk_kind(ElementaryAction::type().kind), action.reference,
                              tr("it comes after {1}, which belongs to another operational scenario.", {before->reference}), "after");
}

void examine(const Study& study, RecordExamination& examination) {
  for_each_list(study, [&]<typename Record>(const char*, const std::vector<Record>& list) { examination.know(list, Record::type().kind); });
  if (!study.frame.reference.empty()) examination.examine(study.frame);
  for_each_list(study, [&](const char*, const auto& list) {
    for (const auto& record : list) examination.examine(record);
  });
  examine_circles(study, examination);
}

/// Where it stands in the document, the last of those that bear the same reference; "" when it is not there.
std::string way_to(const Study& study, const ExaminedPlace& place) {
  std::string way = place.kind == RiskStudy::type().kind ? "frame." + place.field : "";
  for_each_list(study, [&]<typename Record>(const char* key, const std::vector<Record>& list) {
    if (Record::type().kind != place.kind) return;
    for (std::size_t i = 0; i < list.size(); ++i)
      if (reference_key(list[i].reference) == reference_key(place.reference)) way = std::string{key} + "[" + std::to_string(i) + "]." + place.field;
  });
  return way;
}

} // namespace

void refuse_defects(const Study& study, const Study& imported, const StudyFile& file) {
  RecordExamination examination{risk_kinds(), [&](const RecordKind& kind, const FieldView& field, const std::string& text) {
                                  return number_defect(study.scale, kind.word, field, text);
                                }};
  examine(study, examination);
  if (examination.defects().empty()) return;
  std::vector<std::string> ways;
  for (const auto& place : examination.places()) ways.push_back(way_to(imported, place));
  const JsonPlaces places{file.json, {ways.begin(), ways.end()}};
  auto sentence = tr("This study cannot be kept:");
  for (std::size_t i = 0; i < ways.size(); ++i)
    sentence += "\n" + (ways[i].empty() ? examination.defects()[i] : places.placed(ways[i], examination.defects()[i]));
  throw Problem{ProblemKind::bad_input, file.name, sentence, tr("Correct these places, then start again; nothing was changed.")};
}

} // namespace hdskit
