#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/risk/action_graph.hpp"
#include "toolkit/risk/field_limit.hpp"
#include "toolkit/risk/lint_rules.hpp"
#include "toolkit/risk/minimum_event.hpp"

#include <algorithm>
#include <charconv>
#include <unordered_set>

namespace hdskit {
namespace {

template <typename List> using RecordOf = typename std::remove_cvref_t<List>::value_type;

/// A field that holds a grade, and how far it goes.
template <typename Record> struct GradeField {
  const Field<Record>* field;
  std::int64_t greatest;
};

template <typename Record> std::vector<GradeField<Record>> grade_fields(const RiskScale& scale) {
  std::vector<GradeField<Record>> fields;
  for (const auto& field : Record::type().fields)
    if (const auto greatest = grade_limit(scale, Record::type().kind, field.name); greatest > 0) fields.push_back({&field, greatest});
  return fields;
}

template <typename Record> void find_out_of_scale(const std::vector<Record>& records, const RiskScale& scale, LintReport& report) {
  const auto fields = grade_fields<Record>(scale);
  if (fields.empty()) return;
  for (const auto& record : records)
    for (const auto& [field, greatest] : fields) {
      const auto text = field->get(record);
      std::int64_t grade = 0;
      std::from_chars(text.data(), text.data() + text.size(), grade);
      if (grade < 0 || grade > greatest)
        report.add(record, tr("{1} {2}: “{3}” is {4}, but the scale goes from 1 to {5}.",
                              {tr(Record::type().label), named(record), tr(field->label), text, std::to_string(greatest)}));
    }
}

/// Who bears each reference, in the order of the study.
class Bearers {
public:
  template <typename Record> void add(const Record& record, LintReport& report) {
    const auto key = reference_key(record.reference);
    if (key.empty()) return;
    const auto label = Record::type().label;
    const auto [same, first_of_kind] = names_.try_emplace(std::string{Record::type().kind} + " " + key, name_of(record));
    const auto [other, first] = labels_.try_emplace(key, label);
    if (!first_of_kind)
      report.add(record,
                 tr("{1} {2} bears the same reference as “{3}”: whoever cites it cannot say which one is meant.", {tr(label), named(record), same->second}));
    else if (!first)
      report.add(record,
                 tr("{1} {2} bears the same reference as another record ({3}): people cannot tell them apart.", {tr(label), named(record), tr(other->second)}));
  }

private:
  std::unordered_map<std::string, std::string> names_;  // by kind and reference
  std::unordered_map<std::string, const char*> labels_; // of the kind, by reference
};

using References = std::unordered_map<std::string_view, std::unordered_set<std::string>>; // by kind

References references_of(const Study& study) {
  References references;
  for_each_list(study, [&](std::string_view, const auto& list) {
    auto& known = references[RecordOf<decltype(list)>::type().kind];
    for (const auto& record : list) known.insert(reference_key(record.reference));
  });
  return references;
}

/// The kinds that a field cites, as far as a study holds them; services and subcontractors live elsewhere.
template <typename Record> std::vector<const std::unordered_set<std::string>*> cited_by(const Field<Record>& field, const References& references) {
  std::vector<const std::unordered_set<std::string>*> kinds;
  if (field.refers_to.empty()) return kinds;
  for (const auto& kind : split(field.refers_to, ' '))
    if (const auto found = references.find(kind); found != references.end()) kinds.push_back(&found->second);
  return kinds;
}

template <typename Record>
void find_dangling(const std::vector<Record>& records, const Field<Record>& field, const References& references, LintReport& report) {
  const auto kinds = cited_by(field, references);
  if (kinds.empty()) return;
  std::vector<std::string> cited;
  for (const auto& record : records) {
    from_field_text(field.get(record), cited);
    for (const auto& reference : cited) {
      const auto key = reference_key(reference);
      if (std::ranges::any_of(kinds, [&](const auto* known) { return known->contains(key); })) continue;
      report.add(record, tr("{1} {2}: “{3}” cites “{4}”, which does not exist.", {tr(Record::type().label), named(record), tr(field.label), reference}));
    }
  }
}

void find_actions_elsewhere(const LintView& view, const References& references, LintReport& report) {
  const auto& actions = references.at(ElementaryAction::type().kind);
  for (const auto& scenario : view.study.operational_scenarios) {
    const auto& own = view.index.actions_of(scenario);
    for (const auto& [place, reference] : graph_of(own).astray)
      if (actions.contains(reference_key(reference)))
        report.add(*own[place], tr("The elementary action {1} comes after “{2}”, which belongs to another scenario.", {named(*own[place]), reference}));
  }
}

void find_unknown_minimum_events(const LintView& view, LintReport& report) {
  std::unordered_set<std::string> known;
  for (const auto& event : minimum_events()) known.insert(minimum_event_key(event.id));
  for (const auto& risk : view.study.risks)
    for (const auto& event : risk.minimum_events)
      if (!known.contains(minimum_event_key(event)))
        report.add(risk, tr("The risk {1} names the minimum event “{2}”, which does not exist: they go from A to H.", {named(risk), event}));
}

} // namespace

void find_stakeholders_out_of_scale(const LintView& view, LintReport& report) { find_out_of_scale(view.study.stakeholders, view.study.scale, report); }

void find_grades_out_of_scale(const LintView& view, LintReport& report) {
  for_each_list(view.study, [&](std::string_view, const auto& list) {
    if constexpr (!std::is_same_v<RecordOf<decltype(list)>, Stakeholder>) find_out_of_scale(list, view.study.scale, report); // they have their own rule
  });
}

void find_duplicates(const LintView& view, LintReport& report) {
  Bearers bearers;
  for_each_list(view.study, [&](std::string_view, const auto& list) {
    for (const auto& record : list) bearers.add(record, report);
  });
}

void find_dangling_citations(const LintView& view, LintReport& report) {
  const auto references = references_of(view.study);
  for_each_list(view.study, [&](std::string_view, const auto& list) {
    for (const auto& field : RecordOf<decltype(list)>::type().fields) find_dangling(list, field, references, report);
  });
  find_actions_elsewhere(view, references, report);
  find_unknown_minimum_events(view, report);
}

} // namespace hdskit
