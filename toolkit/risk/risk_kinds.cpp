#include "toolkit/base/suggestion.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/organisation/ruled_kind.hpp"
#include "toolkit/risk/study_rules.hpp"
#include "toolkit/risk/study_store.hpp"

#include <algorithm>

namespace hdskit {
namespace {

template <typename Record> RecordKind study_kind(std::vector<std::string_view> columns) { return ruled_kind_of<Record, study_rules>(std::move(columns)); }

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
