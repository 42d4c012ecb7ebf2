#pragma once

#include "toolkit/risk/study_index.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hdskit {

/// What the graph of an operational scenario says of one action.
struct ActionIndex {
  const ElementaryAction* action = nullptr;
  int probability = 0; ///< cumulated: of having come through to the end of this action; 0: not rated
  int difficulty = 0;  ///< cumulated: of the easiest way to the end of this action; 0: not rated
  bool last = false;   ///< nothing comes after it
  bool on_easiest_path = false;
};

/// The likelihood of an operational scenario, and how it was found.
struct Likelihood {
  int value = 0;                                        ///< grade; 0: cannot be told, `missing` says why
  LikelihoodMethod method = LikelihoodMethod::standard; ///< that was used
  bool forced = false;                                  ///< a person's grade stands instead of the one computed
  int computed = 0;                                     ///< what the graph gives; 0: nothing
  std::vector<ActionIndex> actions;                     ///< every action after those that it needs; empty with a cycle
  std::vector<std::string> cycle;                       ///< references of the actions that come after each other in a circle, the first one again at the end
  std::string missing;                                  ///< sentence; "" when there is a value
};

/// Express: the person's grade. Standard: an action succeeds no more easily than what precedes it: min(its own probability, the greatest of its predecessors
/// when one of them is enough, the least when all are needed); the scenario's likelihood is the greatest over its last actions. Advanced: also the
/// difficulty of the way, max(its own, the least of its predecessors when one is enough, the greatest when all are needed); the table of the scale
/// turns both into a likelihood, the greatest over the last actions. (EBIOS Risk Manager, supplement, method sheet 8.)
/// An action that is not rated, or an action that cites one that is not there, is named in `missing`.
Likelihood likelihood_of(const StudyIndex& index, const OperationalScenario& scenario);

/// The likelihood of a strategic scenario: the greatest of the operational scenarios of its attack paths; 0 when none has one.
int likelihood_of(const StudyIndex& index, const StrategicScenario& scenario);

/// The gravity of a strategic scenario: forced, or that of its gravest feared event that is not set aside; 0 when none is rated.
int gravity_of(const StudyIndex& index, const StrategicScenario& scenario);
int gravity_of(const StudyIndex& index, const OperationalScenario& scenario); ///< that of the strategic scenario of its attack path

/// Throws Problem bad_input naming the circle that an action would close, were its `after` as in `changed`. For those who record an action.
void refuse_cycle(const std::vector<ElementaryAction>& actions, const ElementaryAction& changed);

} // namespace hdskit
