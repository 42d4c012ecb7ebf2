#include "toolkit/base/suggestion.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/organisation/record_kind_of.hpp"
#include "toolkit/risk/study_rules.hpp"
#include "toolkit/risk/study_store.hpp"

#include <algorithm>

namespace hdskit {
namespace {

template <typename Record> void assign_known(Record& record, const Assignments& assignments) {
  for (const auto& [name, text] : assignments) risk_kind(Record::type().kind).index_of(name);
  assign(record, assignments);
}

/// record_kind_of, with the rules of the study in front of the store.
template <typename Record> RecordKind study_kind(std::vector<std::string_view> columns) {
  auto kind = record_kind_of<Record>(std::move(columns));
  kind.add = [](Change& change, const Assignments& assignments) {
    Record record;
    assign_known(record, assignments);
    return add_to_study(change, risk_kind(Record::type().kind), view_of(record).values);
  };
  kind.edit = [](Change& change, std::int64_t id, const Assignments& assignments) {
    auto record = find_record<Record>(change.workspace(), IdOf<Record>{id});
    const auto before = view_of(record).values;
    assign_known(record, assignments);
    edit_in_study(change, risk_kind(Record::type().kind), id, before, view_of(record).values);
  };
  kind.remove = [](Change& change, std::int64_t id) { remove_from_study(change, risk_kind(Record::type().kind), id); };
  kind.normalised = [](std::size_t index, std::string_view text) {
    const auto& field = Record::type().fields[index];
    if (field.required && trimmed(text).empty()) record_rows::refuse_missing_field(Record::type().kind, field.label);
    Record record;
    field.set(record, text);
    auto stored = field.get(record);
    refuse_unfit_text(risk_kind(Record::type().kind).fields[index], stored);
    return stored;
  };
  return kind;
}

} // namespace

std::span<const RecordKind> risk_kinds() {
  static const RecordKind kinds[] = {
      study_kind<RiskStudy>({"title", "reference", "method", "authority", "started_on"}),
      study_kind<Mission>({"name", "reference", "owner"}),
      study_kind<BusinessValue>({"name", "reference", "nature", "missions", "owner"}),
      study_kind<SupportingAsset>({"name", "reference", "nature", "business_values", "owner"}),
      study_kind<FearedEvent>({"name", "reference", "business_value", "criterion", "gravity", "retention"}),
      study_kind<BaselineItem>({"requirement", "reference", "framework", "application", "measures"}),
      study_kind<SourceObjective>({"source", "reference", "objective", "pertinence", "retention"}),
      study_kind<Stakeholder>({"name", "reference", "category", "dependency", "penetration", "maturity", "trust", "retention"}),
      study_kind<StrategicScenario>({"name", "reference", "source_objective", "feared_events", "gravity"}),
      study_kind<AttackPath>({"name", "reference", "strategic_scenario", "stakeholders"}),
      study_kind<OperationalScenario>({"name", "reference", "attack_path", "method", "likelihood"}),
      study_kind<ElementaryAction>({"name", "reference", "operational_scenario", "phase", "after", "probability", "difficulty"}),
      study_kind<Risk>({"name", "reference", "family", "gravity", "likelihood", "strategy", "residual_gravity", "residual_likelihood", "owner"}),
      study_kind<Measure>({"name", "reference", "family", "state", "owner", "due", "progress"}),
  };
  return kinds;
}

const RecordKind& risk_kind(std::string_view word) {
  const auto wanted = replaced(std::string{word}, "-", "_");
  std::vector<std::string_view> words;
  for (const auto& kind : risk_kinds()) {
    if (kind.word == wanted) return kind;
    words.push_back(kind.word);
  }
  const std::string all = joined({words.begin(), words.end()}, ", ");
  throw Problem{ProblemKind::bad_input, std::string{word}, tr("“{1}” is no kind of record of the risk study.", {word}),
                suggestion(wanted, words, tr("These are: {1}", {all}))};
}

} // namespace hdskit
