#pragma once

#include "toolkit/organisation/named_record.hpp"
#include "toolkit/risk/assessment.hpp"
#include "toolkit/risk/likelihood.hpp"
#include "toolkit/risk/lint.hpp"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace hdskit {

// The inside of the linter: a rule is one function here and one line in the table of lint.cpp.

/// The study as the rules look at it: what several of them ask is found once.
class LintView {
public:
  LintView(const Study& studied, Date day);

  const Study& study;
  const StudyIndex index;
  const std::vector<RiskAssessment> assessments; ///< in the order of the register
  const std::vector<Likelihood> likelihoods;     ///< of the operational scenarios, in their order
  const Date today;

  const std::vector<const Risk*>& risks_grown_into(std::string_view scenario) const;
  /// A measure that was not abandoned serves the risk, or the scenario that it grew into.
  bool is_treated(const Risk& risk) const;
  /// The same for a scenario: one serves it, the scenarios above or below it, or a risk that grew into it.
  bool is_treated(const OperationalScenario& scenario) const;
  bool is_treated(const StrategicScenario& scenario) const;

private:
  bool serves_scenario(std::string_view reference) const;
  bool serves_scenario_or_its_risks(std::string_view reference) const;
  const StrategicScenario* above(const OperationalScenario& scenario) const;
  std::unordered_map<std::string, std::vector<const Risk*>> grown_;
};

// How a record of a study is called in a sentence.
template <typename Record> std::string name_of(const Record& record) { return record.name; }
inline std::string name_of(const RiskStudy& frame) { return frame.title; }
inline std::string name_of(const SourceObjective& pair) { return pair.source + " / " + pair.objective; }
inline std::string name_of(const BaselineItem& item) { return item.requirement; }
template <typename Record> std::string named(const Record& record) { return named(record.reference, name_of(record)); }

/// Takes down what one rule finds.
class LintReport {
public:
  LintReport(std::string_view rule, std::vector<Finding>& findings) : rule_{rule}, findings_{findings} {}
  void add(std::string_view kind, std::string_view reference, std::string sentence);
  template <typename Record> void add(const Record& record, std::string sentence) { add(Record::type().kind, record.reference, std::move(sentence)); }

private:
  std::string_view rule_;
  std::vector<Finding>& findings_;
};

// framing
void find_feared_events_without_gravity(const LintView& view, LintReport& report);
void find_unjustified_gaps(const LintView& view, LintReport& report);
// scenarios
void find_unrated_pairs(const LintView& view, LintReport& report);
void find_unrated_stakeholders(const LintView& view, LintReport& report);
void find_unrated_scenarios(const LintView& view, LintReport& report);
void find_circles(const LintView& view, LintReport& report);
void find_contradicted_graphs(const LintView& view, LintReport& report);
void find_unexplained_forcing(const LintView& view, LintReport& report);
void find_untreated_scenarios(const LintView& view, LintReport& report);
// risks
void find_unrated_risks(const LintView& view, LintReport& report);
void find_contradicted_levels(const LintView& view, LintReport& report);
void find_risks_without_strategy(const LintView& view, LintReport& report);
void find_risks_without_owner(const LintView& view, LintReport& report);
void find_unrated_residuals(const LintView& view, LintReport& report);
void find_raised_residuals(const LintView& view, LintReport& report);
void find_unexplained_residuals(const LintView& view, LintReport& report);
void find_unsigned_acceptances(const LintView& view, LintReport& report);
void find_late_reviews(const LintView& view, LintReport& report);
// measures
void find_measures_without_owner(const LintView& view, LintReport& report);
void find_measures_without_date(const LintView& view, LintReport& report);
void find_late_measures(const LintView& view, LintReport& report);
void find_contradicted_progress(const LintView& view, LintReport& report);
// references and grades of every kind
void find_stakeholders_out_of_scale(const LintView& view, LintReport& report);
void find_grades_out_of_scale(const LintView& view, LintReport& report);
void find_duplicates(const LintView& view, LintReport& report);
void find_dangling_citations(const LintView& view, LintReport& report);
void find_orphans(const LintView& view, LintReport& report);

} // namespace hdskit
