#pragma once

#include <string>

namespace hdskit {

/// What a check concluded about one subject. A judgement is a value, never an exception.
enum class Verdict { met, at_risk, not_met, not_assessed };

struct Finding {
  std::string rule;    ///< stable id of the check, e.g. "evidence-expired"
  std::string subject; ///< what was judged: an item id, an evidence code, a person
  Verdict verdict = Verdict::not_assessed;
  std::string sentence; ///< for people, in their language

  bool operator==(const Finding&) const = default;
};

} // namespace hdskit
