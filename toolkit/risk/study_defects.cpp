#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/organisation/record_examination.hpp"
#include "toolkit/risk/field_limit.hpp"
#include "toolkit/risk/likelihood.hpp"
#include "toolkit/risk/study_merge.hpp"
#include "toolkit/risk/study_store.hpp"

namespace hdskit {
namespace {

void examine_circles(const Study& study, RecordExamination& examination) {
  const StudyIndex index{study};
  for (const auto& scenario : study.operational_scenarios) {
    const auto& kind = risk_kind(OperationalScenario::type().kind);
    if (const auto circle = likelihood_of(index, scenario).cycle; !circle.empty())
      examination.report_in(kind, scenario.reference, tr("its actions come after each other in a circle: {1}.", {joined(circle, " → ")}));
  }
  const ByReference<ElementaryAction> actions{study.elementary_actions};
  for (const auto& action : study.elementary_actions)
    for (const auto& reference : action.after)
      if (const auto* before = actions.find(reference); before && folded(before->operational_scenario) != folded(action.operational_scenario))
        examination.report_in(risk_kind(ElementaryAction::type().kind), action.reference,
                              tr("it comes after {1}, which belongs to another operational scenario.", {before->reference}));
}

} // namespace

std::vector<std::string> study_defects(const Study& study) {
  RecordExamination examination{risk_kinds(), [&](const RecordKind& kind, const FieldView& field, const std::string& text) {
                                  return number_defect(study.scale, kind.word, field, text);
                                }};
  for_each_list(study, [&]<typename Record>(const char*, const std::vector<Record>& list) { examination.know(list, Record::type().kind); });
  if (!study.frame.reference.empty()) examination.examine(study.frame);
  for_each_list(study, [&](const char*, const auto& list) {
    for (const auto& record : list) examination.examine(record);
  });
  examine_circles(study, examination);
  return examination.defects();
}

void refuse_study(const std::vector<std::string>& defects) {
  throw Problem{ProblemKind::bad_input, "", tr("This study cannot be kept:") + "\n" + joined(defects, "\n"),
                tr("Correct these places, then start again; nothing was changed.")};
}

} // namespace hdskit
