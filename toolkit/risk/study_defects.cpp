#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/organisation/record_kind_of.hpp"
#include "toolkit/risk/field_limit.hpp"
#include "toolkit/risk/citations.hpp"
#include "toolkit/risk/likelihood.hpp"
#include "toolkit/risk/study_merge.hpp"
#include "toolkit/risk/study_store.hpp"

#include <algorithm>
#include <map>
#include <unordered_set>

namespace hdskit {
namespace {

constexpr std::size_t most_defects = 100; // more help nobody

/// Looks at a study as a whole, before it is written at once.
class StudyExamination {
public:
  explicit StudyExamination(const Study& study) : study_{study} {
    for_each_list(study, [&]<typename Record>(const char*, const std::vector<Record>& list) {
      auto& known = known_[std::string{Record::type().kind}];
      for (const auto& record : list) {
        if (!known.insert(folded(record.reference)).second)
          report(tr("{1} {2}: this reference is given twice.", {tr(Record::type().label), record.reference}));
      }
    });
  }

  std::vector<std::string> defects() {
    if (!study_.frame.reference.empty()) examine(study_.frame);
    for_each_list(study_, [&](const char*, const auto& list) {
      for (const auto& record : list) examine(record);
    });
    examine_circles();
    return std::move(defects_);
  }

private:
  void report(std::string sentence) {
    if (defects_.size() < most_defects) defects_.push_back(std::move(sentence));
    else if (defects_.size() == most_defects) defects_.emplace_back("…");
  }

  template <typename Record> void examine(const Record& record) {
    const auto& kind = risk_kind(Record::type().kind);
    const auto values = view_of(record).values;
    for (std::size_t i = 0; i < values.size(); ++i) {
      const auto& field = kind.fields[i];
      if (field.required && trimmed(values[i]).empty()) report_in(kind, record.reference, tr("“{1}” must be filled in.", {tr(field.label)}));
      if (values[i].empty()) continue;
      report_in(kind, record.reference, text_defect(field, values[i]));
      report_in(kind, record.reference, number_defect(study_.scale, kind.word, field, values[i]));
      examine_citations(kind, record.reference, field, values[i]);
    }
  }

  void report_in(const RecordKind& kind, const std::string& reference, const std::string& sentence) {
    if (!sentence.empty()) report(tr("{1} {2}: {3}", {tr(kind.label), reference, sentence}));
  }

  void examine_citations(const RecordKind& kind, const std::string& reference, const FieldView& field, const std::string& text) {
    const auto kinds = cited_kinds(field);
    if (kinds.empty()) return;
    for (const auto& cited : citations_in(field, text))
      if (!is_there(kinds, cited)) report_in(kind, reference, dangling_citation(field, cited));
  }

  /// Services and subcontractors are the organisation's: a study may come to a workspace before them.
  bool is_there(const std::vector<std::string>& kinds, const std::string& reference) const {
    return std::ranges::any_of(kinds, [&](const auto& kind) {
      const auto own = known_.find(kind);
      return own == known_.end() || own->second.contains(folded(reference));
    });
  }

  void examine_circles() {
    const StudyIndex index{study_};
    for (const auto& scenario : study_.operational_scenarios) {
      const auto& kind = risk_kind(OperationalScenario::type().kind);
      if (const auto circle = likelihood_of(index, scenario).cycle; !circle.empty())
        report_in(kind, scenario.reference, tr("its actions come after each other in a circle: {1}.", {joined(circle, " → ")}));
    }
    const ByReference<ElementaryAction> actions{study_.elementary_actions};
    for (const auto& action : study_.elementary_actions)
      for (const auto& reference : action.after)
        if (const auto* before = actions.find(reference); before && folded(before->operational_scenario) != folded(action.operational_scenario))
          report_in(risk_kind(ElementaryAction::type().kind), action.reference,
                    tr("it comes after {1}, which belongs to another operational scenario.", {before->reference}));
  }

  const Study& study_;
  std::map<std::string, std::unordered_set<std::string>> known_; // folded references by kind
  std::vector<std::string> defects_;
};

} // namespace

std::vector<std::string> study_defects(const Study& study) { return StudyExamination{study}.defects(); }

void refuse_study(const std::vector<std::string>& defects) {
  throw Problem{ProblemKind::bad_input, "", tr("This study cannot be kept:") + "\n" + joined(defects, "\n"),
                tr("Correct these places, then start again; nothing was changed.")};
}

} // namespace hdskit
