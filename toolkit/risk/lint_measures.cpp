#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/risk/lint_rules.hpp"

namespace hdskit {
namespace {

bool is_open(const Measure& measure) { return measure.state == MeasureState::planned || measure.state == MeasureState::in_progress; }

/// What of the measure contradicts itself; "" when nothing does.
std::string contradiction_of(const Measure& measure) {
  if (measure.start && measure.due && *measure.due < *measure.start)
    return tr("The measure {1} is due on {2}, before it begins on {3}.", {named(measure), tr_date(*measure.due), tr_date(*measure.start)});
  if (!measure.progress) return {};
  const auto progress = *measure.progress;
  const auto shown = std::to_string(progress);
  if (progress < 0 || progress > 100) return tr("The progress of the measure {1} is {2} %: it goes from 0 to 100.", {named(measure), shown});
  if (measure.state == MeasureState::done && progress < 100) return tr("The measure {1} is done, but its progress is {2} %.", {named(measure), shown});
  if (measure.state == MeasureState::planned && progress > 0)
    return tr("The measure {1} is only planned, but its progress is {2} %: say that it is in progress.", {named(measure), shown});
  if (measure.state == MeasureState::in_progress && progress == 100)
    return tr("The progress of the measure {1} is 100 %, but it is still in progress: say that it is done, or what is left.", {named(measure)});
  return {};
}

} // namespace

void find_measures_without_owner(const LintView& view, LintReport& report) {
  for (const auto& measure : view.study.measures)
    if (measure.state != MeasureState::abandoned && trimmed(measure.owner).empty())
      report.add(measure, tr("The measure {1} has no owner: nobody will see to it.", {named(measure)}));
}

void find_measures_without_date(const LintView& view, LintReport& report) {
  for (const auto& measure : view.study.measures)
    if (is_open(measure) && !measure.due) report.add(measure, tr("The measure {1} has no date by which it is due.", {named(measure)}));
}

void find_late_measures(const LintView& view, LintReport& report) {
  for (const auto& measure : view.study.measures)
    if (is_open(measure) && measure.due && *measure.due < view.today)
      report.add(measure,
                 tr("The measure {1} was due on {2} and is not done: finish it, set another date or abandon it.", {named(measure), tr_date(*measure.due)}));
}

void find_contradicted_progress(const LintView& view, LintReport& report) {
  for (const auto& measure : view.study.measures)
    if (auto sentence = contradiction_of(measure); !sentence.empty()) report.add(measure, std::move(sentence));
}

} // namespace hdskit
