#include "toolkit/continuity/plan.hpp"

#include "toolkit/base/translate.hpp"

namespace hdskit {

std::span<const Choice> choices_of(PlanKind) {
  static constexpr Choice choices[] = {{"continuity", marked("continuity plan (PCA)")}, {"recovery", marked("recovery plan (PRA)")}};
  return choices;
}

const RecordType<ContinuityPlan>& ContinuityPlan::type() {
  static const Field<ContinuityPlan> fields[] = {
      field<&ContinuityPlan::reference>("reference", marked("Reference"), Need::required),
      field<&ContinuityPlan::title>("title", marked("Title"), Need::required),
      field<&ContinuityPlan::kind>("kind", marked("Kind of plan")),
      citing<&ContinuityPlan::covers>("covers", marked("Covers"), "activity service component"),
      long_field<&ContinuityPlan::activation>("activation", marked("Criteria of activation")),
      long_field<&ContinuityPlan::deactivation>("deactivation", marked("Criteria of deactivation")),
      field<&ContinuityPlan::decision_maker>("decision_maker", marked("Decision maker")),
      field<&ContinuityPlan::deputy>("deputy", marked("Deputy")),
      long_field<&ContinuityPlan::degraded_mode>("degraded_mode", marked("Degraded mode")),
      field<&ContinuityPlan::degraded_hold>("degraded_hold", marked("How long the degraded mode can be borne")),
      long_field<&ContinuityPlan::isolation>("isolation", marked("Isolation measures")),
      long_field<&ContinuityPlan::rebuild>("rebuild", marked("Rebuilding measures")),
      long_field<&ContinuityPlan::communication>("communication", marked("Communication")),
      long_field<&ContinuityPlan::return_to_normal>("return_to_normal", marked("Return to normal")),
      field<&ContinuityPlan::version>("version", marked("Version")),
      field<&ContinuityPlan::approved_by>("approved_by", marked("Approved by")),
      field<&ContinuityPlan::approved_on>("approved_on", marked("Approved on")),
      field<&ContinuityPlan::review>("review", marked("Next review")),
      field<&ContinuityPlan::evidence>("evidence", marked("Evidence (code of the document)")),
  };
  static const RecordType<ContinuityPlan> type{"continuity_plan", marked("continuity or recovery plan"), fields};
  return type;
}

const RecordType<PlanStep>& PlanStep::type() {
  static const Field<PlanStep> fields[] = {
      field<&PlanStep::reference>("reference", marked("Reference"), Need::required),
      citing<&PlanStep::plan>("plan", marked("Plan"), "continuity_plan", Need::required),
      field<&PlanStep::title>("title", marked("Title"), Need::required),
      field<&PlanStep::owner>("owner", marked("Owner")),
      field<&PlanStep::deputy>("deputy", marked("Deputy")),
      field<&PlanStep::duration>("duration", marked("Duration")),
      citing<&PlanStep::after>("after", marked("Comes after"), "plan_step"),
      citing<&PlanStep::restores>("restores", marked("Restores"), "service component"),
      long_field<&PlanStep::description>("description", marked("Description")),
  };
  static const RecordType<PlanStep> type{"plan_step", marked("step of a plan"), fields};
  return type;
}

const RecordType<CrisisContact>& CrisisContact::type() {
  static const Field<CrisisContact> fields[] = {
      field<&CrisisContact::reference>("reference", marked("Reference"), Need::required),
      field<&CrisisContact::name>("name", marked("Name"), Need::required),
      field<&CrisisContact::role>("role", marked("Role in the crisis")),
      field<&CrisisContact::organisation>("organisation", marked("Organisation")),
      field<&CrisisContact::phone>("phone", marked("Telephone")),
      field<&CrisisContact::other_phone>("other_phone", marked("Other telephone")),
      field<&CrisisContact::email>("email", marked("E-mail")),
      field<&CrisisContact::order>("order", marked("Order of the call")),
  };
  static const RecordType<CrisisContact> type{"crisis_contact", marked("line of the crisis directory"), fields};
  return type;
}

const RecordType<ActionCard>& ActionCard::type() {
  static const Field<ActionCard> fields[] = {
      field<&ActionCard::reference>("reference", marked("Reference"), Need::required),
      field<&ActionCard::title>("title", marked("Title"), Need::required),
      field<&ActionCard::audience>("audience", marked("For whom")),
      field<&ActionCard::trigger>("trigger", marked("When")),
      long_field<&ActionCard::actions>("actions", marked("Actions, one a line")),
      long_field<&ActionCard::forbidden>("forbidden", marked("Not to be done, one a line")),
      citing<&ActionCard::contacts>("contacts", marked("Whom to call"), "crisis_contact"),
      citing<&ActionCard::plan>("plan", marked("Plan"), "continuity_plan"),
  };
  static const RecordType<ActionCard> type{"action_card", marked("action card"), fields};
  return type;
}

} // namespace hdskit
