#include "toolkit/exchange/declared_level.hpp"

#include "toolkit/organisation/record_kind_of.hpp"
#include "toolkit/risk/assessment.hpp"
#include "toolkit/risk/study_store.hpp"

#include <algorithm>
#include <unordered_map>

namespace hdskit {
namespace {

using LevelField = Rating Risk::*;

/// What is computed when nobody declares this level.
int undeclared(const StudyIndex& index, Risk risk, LevelField field) {
  risk.*field = {};
  const auto assessment = assess(index, risk);
  return field == &Risk::level ? assessment.initial.level : assessment.residual.level;
}

class Settling {
public:
  explicit Settling(const Workspace& workspace) : study_{read_study(workspace)}, index_{study_} {
    for (const auto& risk : study_.risks) by_id_.emplace(risk.id.number(), &risk);
  }

  void settle(PlannedRecord& planned) const {
    const auto known = by_id_.find(planned.id);
    const auto* before = known == by_id_.end() ? nullptr : known->second;
    auto after = before ? *before : Risk{};
    assign(after, planned.values);
    settle(planned, before, after, &Risk::level, "level");
    settle(planned, before, after, &Risk::residual_level, "residual_level");
  }

private:
  void settle(PlannedRecord& planned, const Risk* before, Risk& after, LevelField field, std::string_view name) const {
    const auto given = std::ranges::find(planned.values, name, &Assignments::value_type::first);
    if (given == planned.values.end() || !(after.*field)) return;
    const bool as_exported = before && !(before->*field) && (after.*field).value == undeclared(index_, *before, field);
    if (!as_exported && (after.*field).value != undeclared(index_, after, field)) return;
    after.*field = {};
    given->second.clear();
    if (!before || !(before->*field)) planned.values.erase(given);
  }

  Study study_;
  StudyIndex index_;
  std::unordered_map<std::int64_t, const Risk*> by_id_;
};

} // namespace

void settle_declared_levels(const Workspace& workspace, RecordImport& import) {
  const Settling settling{workspace};
  for (auto& planned : import.planned) settling.settle(planned);
  const auto as_it_was = std::erase_if(import.planned, [](const PlannedRecord& planned) { return planned.id != 0 && planned.values.empty(); });
  import.changed -= static_cast<int>(as_it_was);
  import.unchanged += static_cast<int>(as_it_was);
}

} // namespace hdskit
