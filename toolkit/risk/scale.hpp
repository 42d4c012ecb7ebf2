#pragma once

#include "toolkit/risk/rating.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hdskit {

// Scales and matrices are data: three are shipped (catalogues/risk/scales/*.json), a workspace keeps its own. Format: docs/formats/risk-study.md.

/// A word of a scale, French first.
struct ScaleWord {
  std::string french, english;
  std::string meaning_french, meaning_english; ///< when it applies; may be empty
  const std::string& in_current_language() const;
  const std::string& meaning() const; ///< in the current language
};

/// Thresholds of a value that is no grade: the class that begins at `from`.
struct Threshold {
  double from = 0;
  int rank = 1; ///< from 1
  ScaleWord word;
};

struct RiskScale {
  std::string id; ///< "ebios-rm-4x4"
  ScaleWord title;
  std::vector<ScaleWord> gravity;         ///< grade 1 first; 2 to 10
  std::vector<ScaleWord> likelihood;      ///< grade 1 first; 2 to 10
  std::vector<ScaleWord> classes;         ///< level 1 (the lowest) first; 2 to 6
  int acceptable = 1;                     ///< the highest level that is borne without a signed acceptance
  std::vector<std::vector<int>> matrix;   ///< [likelihood - 1][gravity - 1]: level; never falls when either grade rises
  int stakeholder_grades = 4;             ///< of dependency, penetration, maturity and trust
  std::vector<Threshold> zones;           ///< of the threat of stakeholders, rising: watch, control, danger; below the first: out of the perimeter
  int source_grades = 4;                  ///< of motivation, resources, activity, pertinence
  std::vector<std::vector<int>> advanced; ///< [probability - 1][difficulty - 1]: likelihood, for the advanced method
  int impact_grades = 4, threat_grades = 4, vulnerability_grades = 5; ///< of the asset-based method
  std::vector<Threshold> asset_levels;                                ///< of impact × threat × vulnerability, rising, the first from 0; rank: level
  bool operator==(const RiskScale& other) const;                      ///< the same text
};

/// Reads one. Throws Problem bad_input naming `name` and every defect: a grade missing, a cell out of the classes, a matrix that falls.
RiskScale parse_scale(std::string_view json, const std::string& name);
std::string text_of(const RiskScale& scale); ///< JSON, the same text for the same scale

/// EBIOS RM 4 × 4, PGSSI-S 4 × 4, 5 × 5; the first is that of a new study.
std::span<const RiskScale> shipped_scales();
const RiskScale& shipped_scale(std::string_view id); ///< throws Problem not_found, naming those there are

/// The level at a place of the matrix, from 1; 0 when one of the grades is not rated or out of scale.
int level_at(const RiskScale& scale, Rating gravity, Rating likelihood);

/// The grade that a word of the scale stands for: "Importante", "important", "G3", "3". 0: none.
Rating grade_named(const std::vector<ScaleWord>& words, std::string_view text);

} // namespace hdskit
