#pragma once

#include "toolkit/base/finding.hpp"
#include "toolkit/continuity/exercise_programme.hpp"

namespace hdskit {

/// An objective of the CaRE programme, domain 2 (arrêté of 3 July 2025), with what the workspace proves by itself. Data:
/// catalogues/continuity/care-domain-2.json.
struct CareObjective {
  std::string id; ///< "O1.c"
  std::string title_french, title_english;
  std::string source;                      ///< the text that asks for it
  std::string proof_french, proof_english; ///< what the workspace can prove of it, and how
  bool computed = false;                   ///< the workspace can judge it; otherwise a person's answer is awaited elsewhere
  Verdict verdict = Verdict::not_assessed; ///< at risk: a part of it stands
  std::string sentence;                    ///< what was found, in the current language
  const std::string& title() const;        ///< in the current language
  const std::string& proof() const;        ///< in the current language
};
/// In the order of the programme.
std::vector<CareObjective> care_objectives(const Continuity& continuity, Date today);

} // namespace hdskit
