#include "toolkit/continuity/chain_rules.hpp"

#include "toolkit/base/translate.hpp"
#include "toolkit/continuity/chain_view.hpp"

namespace hdskit {
namespace {

struct RuleLine {
  ContinuityRule rule;
  void (*find)(const ChainView&, ChainReport&);
};

constexpr RuleLine table[] = {
    {{"duplicate-reference", marked("Two records bear the same reference"), marked("Whoever cites it cannot say which one is meant.")},
     find_repeated_references},
    {{"dangling-citation", marked("A record or a dependency cites one that does not exist"),
      marked("The link leads nowhere: what it should bring is missing.")},
     find_citations_leading_nowhere},
    {{"absurd-duration", marked("A length of time is negative or longer than a year"), marked("Whatever is computed from it means nothing.")},
     find_absurd_durations},
    {{"dependency-circle", marked("Dependencies lead in a circle"), marked("What needs itself can never be started first: no order of restore exists.")},
     find_dependency_circles},
    {{"activity-without-service", marked("An activity needs nothing"), marked("The impact analysis has to say what an activity waits for (ISO 22301, 8.2).")},
     find_activities_without_service},
    {{"needed-by-nothing", marked("Nothing needs a service, a component or a backup"),
      marked("No promise reaches it: either a dependency is missing or it is in excess.")},
     find_unneeded},
    {{"activity-without-objectives", marked("An activity has no RTO, RPO or MTPD"),
      marked("Each activity has a maximum interruption and a maximum loss of data (ReCyF, objective 13).")},
     find_activities_without_objectives},
    {{"rto-above-mtpd", marked("An RTO is above the MTPD"), marked("The activity would come back after the harm is unacceptable (ISO 22301, 8.2).")},
     find_rtos_above_mtpd},
    {{"manual-resume-above-rto", marked("Entering what was done on paper takes the whole RTO"), marked("No time is left for systems to come back.")},
     find_manual_resumes_above_rto},
    {{"impact-falls", marked("An impact falls as the interruption lasts"), marked("One of both grades is wrong, and the RTO rests on it.")},
     find_falling_impacts},
    {{"mtpd-after-unbearable-impact", marked("An impact is unbearable before the MTPD"), marked("What cannot be borne is the end of what is tolerable.")},
     find_mtpds_after_unbearable_impact},
    {{"service-rto-above-activity", marked("A service is promised back too late for what needs it"),
      marked("The RTO of an application lies within that of the process less the time to enter what was done on paper.")},
     find_late_services},
    {{"infrastructure-rto-above-service", marked("A component is promised back too late for what needs it"),
      marked("The RTO of infrastructure lies within the smallest of those that run on it.")},
     find_late_infrastructure},
    {{"rpo-above-promise", marked("A service or component may lose more data than what needs it"),
      marked("The loss of data of the whole is that of its weakest part.")},
     find_loose_rpos},
    {{"backup-period-above-rpo", marked("A backup is too rare for the RPO above it"),
      marked("What is lost is what was entered since the last backup (PGSSI-S: the PDMA is the most that two backups may lie apart).")},
     find_rare_backups},
    {{"rpo-without-backup", marked("An RPO stands above no backup"), marked("Data that is not saved is lost whole (ReCyF, objective 13).")}, find_unsaved},
    {{"restore-above-rto", marked("A measured restore is longer than the RTO"), marked("The promise was tried and not kept.")}, find_slow_restores},
    {{"unproven", marked("A component or backup was not tested in twelve months"),
      marked("Restores are tested at least yearly (ReCyF, objective 13; PGSSI-S).")},
     find_unproven},
    {{"plan-without-decision-maker", marked("A plan has no decision maker"), marked("Nobody may activate it (ReCyF, objective 14).")},
     find_plans_without_decision_maker},
    {{"deputy-is-holder", marked("A deputy is the holder"), marked("Nobody is there when the holder is away.")}, find_deputies_who_are_holders},
    {{"plan-without-criteria", marked("A plan has no criteria of activation or deactivation"), marked("They are asked for (ReCyF, objective 14).")},
     find_plans_without_criteria},
    {{"plan-without-steps", marked("A plan has no step"), marked("It cannot be carried out, nor its time told.")}, find_plans_without_steps},
    {{"plan-without-approval", marked("A plan is not approved"), marked("A plan binds from its approval on.")}, find_plans_without_approval},
    {{"plan-review-past", marked("The review of a plan is past, or has no date"), marked("A plan that is not reviewed tells of systems that are gone.")},
     find_plans_to_review},
    {{"steps-in-circle", marked("Steps of a plan come after each other in a circle"), marked("Such a plan never ends: no recovery time can be computed.")},
     find_step_circles},
    {{"step-without-owner", marked("A step has no owner"), marked("Nobody will do it.")}, find_steps_without_owner},
    {{"step-without-duration", marked("A step has no duration"), marked("The planned recovery time is too short without it.")}, find_steps_without_duration},
    {{"recovery-above-rto", marked("A plan takes longer than an RTO that it covers"), marked("The promise cannot be kept even when all goes as planned.")},
     find_slow_recoveries},
    {{"degraded-mode-too-short", marked("A degraded mode cannot be borne until the recovery"), marked("Between both, care has neither systems nor paper.")},
     find_short_degraded_modes},
    {{"covered-by-no-plan", marked("No plan covers an activity or a service"), marked("Nobody knows what to do when it fails.")}, find_covered_by_no_plan},
    {{"empty-directory", marked("The crisis directory is empty"), marked("A list of people on paper is asked for (ReCyF, objective 14).")},
     find_empty_directory},
    {{"card-without-actions", marked("An action card holds no action"), marked("Who picks it up in a crisis learns nothing from it.")},
     find_cards_without_actions},
    {{"never-exercised", marked("An activity, a service or a plan was never exercised"),
      marked("A plan that was never tried proves nothing (ReCyF, objective 15).")},
     find_never_exercised},
    {{"exercised-long-ago", marked("An activity, a service or a plan was not exercised in twelve months"),
      marked("Plans are tried at least yearly (ReCyF, objective 13).")},
     find_exercised_long_ago},
    {{"achieved-above-objective", marked("An exercise took longer, or lost more, than the objective"), marked("The promise was tried and not kept.")},
     find_achieved_above_objective},
    {{"correction-without-owner", marked("A corrective action has no owner"), marked("Nobody will see to it.")}, find_corrections_without_owner},
    {{"correction-without-date", marked("A corrective action has no date"), marked("Nobody can tell whether it is late.")}, find_corrections_without_date},
    {{"correction-late", marked("A corrective action is past its date"), marked("The gap that an exercise showed is still there.")}, find_late_corrections},
};

} // namespace

std::span<const ContinuityRule> continuity_rules() {
  static const auto rules = [] {
    std::vector<ContinuityRule> list;
    for (const auto& line : table) list.push_back(line.rule);
    return list;
  }();
  return rules;
}

std::vector<ChainFinding> check_continuity(const Continuity& continuity, Date today) {
  const ChainView view{continuity, today};
  std::vector<ChainFinding> findings;
  for (const auto& line : table) {
    ChainReport report{line.rule.id, findings};
    line.find(view, report);
  }
  return findings;
}

} // namespace hdskit
