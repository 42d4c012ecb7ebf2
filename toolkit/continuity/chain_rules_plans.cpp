#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/continuity/chain_view.hpp"

namespace hdskit {
namespace {

bool is_blank(std::string_view text) { return trimmed(text).empty(); }
bool is_same_person(std::string_view one, std::string_view other) { return !is_blank(one) && folded(trimmed(one)) == folded(trimmed(other)); }

/// What is missing for the approval, in words; "" when nothing is.
std::string gap_of_approval(const ContinuityPlan& plan, Date today) {
  if (is_blank(plan.approved_by)) return tr("The plan {1} was approved by nobody.", {named(plan)});
  if (!plan.approved_on) return tr("The plan {1} has no date of approval.", {named(plan)});
  if (*plan.approved_on > today) return tr("The plan {1} bears an approval of {2}, a day to come.", {named(plan), tr_date(*plan.approved_on)});
  return {};
}

} // namespace

void find_plans_without_decision_maker(const ChainView& view, ChainReport& report) {
  for (const auto& plan : view.continuity.plans)
    if (is_blank(plan.decision_maker)) report.add(plan, tr("The plan {1} names nobody who decides to activate it.", {named(plan)}));
}

void find_deputies_who_are_holders(const ChainView& view, ChainReport& report) {
  for (const auto& plan : view.continuity.plans)
    if (is_same_person(plan.decision_maker, plan.deputy))
      report.add(plan, tr("{2} is deputy of themselves in {1}: name somebody who is there when they are not.", {named(plan), trimmed(plan.deputy)}));
  for (const auto& step : view.continuity.steps)
    if (is_same_person(step.owner, step.deputy))
      report.add(step, tr("{2} is deputy of themselves in {1}: name somebody who is there when they are not.", {named(step), trimmed(step.deputy)}));
}

void find_plans_without_criteria(const ChainView& view, ChainReport& report) {
  for (const auto& plan : view.continuity.plans) {
    if (is_blank(plan.activation)) report.add(plan, tr("The plan {1} does not say when it is activated.", {named(plan)}));
    else if (is_blank(plan.deactivation)) report.add(plan, tr("The plan {1} does not say when it ends.", {named(plan)}));
  }
}

void find_plans_without_steps(const ChainView& view, ChainReport& report) {
  for (std::size_t i = 0; i < view.schedules.size(); ++i)
    if (view.schedules[i].steps.empty() && view.schedules[i].cycle.empty())
      report.add(view.continuity.plans[i], tr("The plan {1} has no step: nobody knows what to do first.", {named(view.continuity.plans[i])}));
}

void find_plans_without_approval(const ChainView& view, ChainReport& report) {
  for (const auto& plan : view.continuity.plans)
    if (auto sentence = gap_of_approval(plan, view.today); !sentence.empty()) report.add(plan, std::move(sentence));
}

void find_plans_to_review(const ChainView& view, ChainReport& report) {
  for (const auto& plan : view.continuity.plans) {
    if (!plan.review) report.add(plan, tr("The plan {1} has no date of its next review.", {named(plan)}));
    else if (*plan.review < view.today) report.add(plan, tr("The plan {1} was to be reviewed on {2}.", {named(plan), tr_date(*plan.review)}));
  }
}

void find_step_circles(const ChainView& view, ChainReport& report) {
  for (std::size_t i = 0; i < view.schedules.size(); ++i)
    if (const auto& circle = view.schedules[i].cycle; !circle.empty())
      report.add(view.continuity.plans[i],
                 tr("Steps of the plan {1} come after each other in a circle: {2}.", {named(view.continuity.plans[i]), joined(circle, " → ")}), circle);
}

void find_steps_without_owner(const ChainView& view, ChainReport& report) {
  for (const auto& step : view.continuity.steps)
    if (is_blank(step.owner)) report.add(step, tr("The step {1} has no owner: nobody will do it.", {named(step)}));
}

void find_steps_without_duration(const ChainView& view, ChainReport& report) {
  for (const auto& step : view.continuity.steps)
    if (!step.duration) report.add(step, tr("The step {1} has no duration: the planned recovery time counts it as nothing.", {named(step)}));
}

void find_empty_directory(const ChainView& view, ChainReport& report) {
  if (view.continuity.contacts.empty()) report.add(CrisisContact::type().kind, "", tr("The crisis directory is empty: nobody knows whom to call."));
}

void find_cards_without_actions(const ChainView& view, ChainReport& report) {
  for (const auto& card : view.continuity.cards)
    if (is_blank(card.actions)) report.add(card, tr("The action card {1} holds no action.", {named(card)}));
}

} // namespace hdskit
