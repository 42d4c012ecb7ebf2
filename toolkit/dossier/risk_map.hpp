#pragma once

#include "toolkit/dossier/item_words.hpp"
#include "toolkit/dossier/risk_figures.hpp"

#include <map>

namespace hdskit::chapters {

/// What the parts of the chapter of risks share. Points into the input.
class RiskMap {
public:
  explicit RiskMap(const ChapterInput& input);

  const ChapterInput& input;
  const Study& study;
  StudyIndex index;
  std::vector<RiskAssessment> assessments; ///< in the order of the register

  /// A link to the annex that bears this code, the code itself when none does; Markdown. "" for no code.
  std::string document(const std::string& code) const;
  std::string class_text(const Standpoint& standpoint) const; ///< "Élevé (G4 V3)"

private:
  std::map<std::string, const PlannedAnnex*> annexes_;
};

/// References in a cell: the first of them, and how many others there are.
std::string listed(const std::vector<std::string>& references, std::size_t most = 12);

/// How far the register of a hospital with thousands of risks is told in the file: its table has them all.
constexpr std::size_t most_risk_cards = 150, most_drawn_scenarios = 24;

Words frame_words(const RiskMap& map);    ///< the frame, the scale, the matrices, the gravest risks
Words workshop_words(const RiskMap& map); ///< missions to feared events, baseline, sources, stakeholders
Words scenario_words(const RiskMap& map); ///< strategic and operational scenarios with their graphs
Words register_words(const RiskMap& map); ///< the register and its cards, what remains, what was signed
Words action_plan_words(const RiskMap& map);
Words coverage_words(const RiskMap& map); ///< minimum events, obligations, versions

} // namespace hdskit::chapters
