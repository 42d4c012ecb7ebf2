#include "toolkit/risk/study_change.hpp"
#include "toolkit/risk/study_store.hpp"

namespace hdskit {

Risk adopt_scenario(Change& change, const CatalogueScenario& scenario, bool with_measures) {
  auto risk = add_to_study(change, risk_of(scenario));
  if (!with_measures) return risk;
  for (auto& measure : measures_of(scenario)) {
    measure.risks = {risk.reference};
    add_to_study(change, measure);
  }
  return risk;
}

} // namespace hdskit
