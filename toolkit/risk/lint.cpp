#include "toolkit/risk/lint.hpp"

#include "toolkit/base/translate.hpp"
#include "toolkit/risk/lint_rules.hpp"

namespace hdskit {
namespace {

struct RuleLine {
  LintRule rule;
  void (*find)(const LintView&, LintReport&);
};

constexpr RuleLine table[] = {
    {{"duplicate-reference", marked("Two records bear the same reference"), marked("Whoever cites it cannot say which one is meant.")}, find_duplicates},
    {{"dangling-citation", marked("A record cites one that does not exist"), marked("The link leads nowhere: what it should bring is missing.")},
     find_dangling_citations},
    {{"orphan-object", marked("A record stands apart from the rest of the study"), marked("It weighs on no risk: link it, set it aside or remove it.")},
     find_orphans},
    {{"grade-out-of-scale", marked("A grade lies outside the scale"), marked("No level can be told from it.")}, find_grades_out_of_scale},
    {{"baseline-gap-unjustified", marked("A rule of the security baseline is not applied, without a reason"),
      marked("An auditor asks for the reason of each gap.")},
     find_unjustified_gaps},
    {{"feared-event-without-gravity", marked("A feared event has no gravity"), marked("The scenarios that lead to it have none either.")},
     find_feared_events_without_gravity},
    {{"source-objective-not-rated", marked("A retained pair of risk source and objective is not rated"), marked("Nothing shows why it was retained.")},
     find_unrated_pairs},
    {{"stakeholder-out-of-scale", marked("A stakeholder is rated out of scale"), marked("Its threat level means nothing and shifts the radar.")},
     find_stakeholders_out_of_scale},
    {{"stakeholder-not-rated", marked("A retained stakeholder is not rated"), marked("It has no threat level and no place in the radar.")},
     find_unrated_stakeholders},
    {{"attack-graph-cycle", marked("Elementary actions come after each other in a circle"),
      marked("Such an attack never begins: no likelihood can be computed.")},
     find_circles},
    {{"scenario-not-rated", marked("A scenario has no gravity or no likelihood"), marked("It has no place in the matrix.")}, find_unrated_scenarios},
    {{"likelihood-contradicts-graph", marked("A likelihood was forced against the attack graph, without a reason"),
      marked("A forced value is allowed, but must be explained.")},
     find_contradicted_graphs},
    {{"forced-without-justification", marked("A gravity or a pertinence was forced, without a reason"),
      marked("A forced value is allowed, but must be explained.")},
     find_unexplained_forcing},
    {{"scenario-without-measure", marked("A scenario or a risk to be reduced has no measure"), marked("Nothing will make it less likely or less grave.")},
     find_untreated_scenarios},
    {{"risk-not-rated", marked("A risk has no level"), marked("It has no place in the matrix and cannot be compared with the others.")}, find_unrated_risks},
    {{"level-contradicts-matrix", marked("A declared level contradicts the matrix"), marked("Two readers of the study would not see the same risk.")},
     find_contradicted_levels},
    {{"risk-without-strategy", marked("A risk has no strategy"), marked("Nobody has decided what is done about it.")}, find_risks_without_strategy},
    {{"risk-without-owner", marked("A risk has no owner"), marked("Nobody answers for it, and nobody can accept what remains.")}, find_risks_without_owner},
    {{"residual-not-rated", marked("The residual risk was not judged"), marked("Nobody can accept a risk whose level is not known.")}, find_unrated_residuals},
    {{"residual-above-initial", marked("What remains is graver than what was there before"),
      marked("A treatment does not raise a risk: one of both is wrong.")},
     find_raised_residuals},
    {{"residual-without-measure", marked("A risk falls although no measure lowers it"), marked("The residual level promises what nobody does.")},
     find_unexplained_residuals},
    {{"accepted-without-signature", marked("A risk is borne without a signed acceptance"),
      marked("Somebody with the authority has to answer for it, by name and date.")},
     find_unsigned_acceptances},
    {{"review-late", marked("A review is late"), marked("The study no longer says how things are.")}, find_late_reviews},
    {{"measure-without-owner", marked("A measure has no owner"), marked("Nobody will see to it.")}, find_measures_without_owner},
    {{"measure-without-date", marked("A measure has no date"), marked("Nobody can tell whether it is late.")}, find_measures_without_date},
    {{"measure-late", marked("A measure is past its date"), marked("The risk stays as it was for longer than was decided.")}, find_late_measures},
    {{"measure-progress-contradicts-state", marked("The progress of a measure contradicts its state or its dates"),
      marked("The action plan cannot be relied on.")},
     find_contradicted_progress},
};

} // namespace

std::span<const LintRule> lint_rules() {
  static const auto rules = [] {
    std::vector<LintRule> list;
    for (const auto& line : table) list.push_back(line.rule);
    return list;
  }();
  return rules;
}

std::vector<Finding> lint(const Study& study, Date today) {
  const LintView view{study, today};
  std::vector<Finding> findings;
  for (const auto& line : table) {
    LintReport report{line.rule.id, findings};
    line.find(view, report);
  }
  return findings;
}

} // namespace hdskit
