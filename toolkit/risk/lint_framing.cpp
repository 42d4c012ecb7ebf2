#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/risk/lint_rules.hpp"

namespace hdskit {

void find_feared_events_without_gravity(const LintView& view, LintReport& report) {
  for (const auto& event : view.study.feared_events)
    if (event.retention != Retention::set_aside && !event.gravity)
      report.add(event, tr("The feared event {1} has no gravity: say how grave it would be, or set it aside.", {named(event)}));
}

void find_unjustified_gaps(const LintView& view, LintReport& report) {
  for (const auto& item : view.study.baseline_items) {
    if (!trimmed(item.justification).empty()) continue;
    if (item.application == Application::partly_applied || item.application == Application::not_applied)
      report.add(item, tr("The rule {1} of “{2}” is not fully applied, and no reason is given: an auditor will ask for it.", {named(item), item.framework}));
    else if (item.application == Application::not_applicable)
      report.add(item, tr("The rule {1} of “{2}” is said not to apply, and no reason is given: an auditor will ask for it.", {named(item), item.framework}));
  }
}

} // namespace hdskit
