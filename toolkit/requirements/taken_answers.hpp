#pragma once

#include "toolkit/requirements/coverage.hpp"

namespace hdskit {

/// An answer made of the one that was given to an item of another framework.
struct TakenAnswer {
  Answer answer;
  std::string framework, item; ///< that it comes from
};

/// What `to` may take over from the answers to `from`: for each item without an answer of its own, the strongest pair that answers all of it. The statement
/// cites where it comes from, in French as all text of the dossier; its state is that of the answer it was taken from.
std::vector<TakenAnswer> answers_to_take(const Checklist& from, const Checklist& to, const std::vector<RequirementPair>& pairs,
                                         const std::vector<Answer>& answers);

} // namespace hdskit
