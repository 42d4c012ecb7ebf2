#pragma once

#include "toolkit/risk/study.hpp"

#include <span>

namespace hdskit {

/// A scenario that hospitals know, ready to adopt (catalogues/risk/scenarios.json), in our own words.
struct CatalogueScenario {
  std::string id; ///< "ransomware"
  ScaleWord family;
  struct Text {
    std::string name, asset, cause, patient, data, activity, image, finance, existing_measures;
  } french, english;
  std::vector<std::string> minimum_events, obligations;
  struct ProposedMeasure {
    ScaleWord name;
    MeasureFamily family = MeasureFamily::protection;
  };
  std::vector<ProposedMeasure> measures;
  int gravity = 0, likelihood = 0; ///< a starting point on four grades, to be judged again: never taken over without the person
};

std::span<const CatalogueScenario> scenario_catalogue();
const CatalogueScenario& catalogue_scenario(std::string_view id); ///< throws Problem not_found with the closest ids

/// The risk that a catalogue entry proposes, in French whatever the language of the person; without reference and without grades.
Risk risk_of(const CatalogueScenario& scenario);
std::vector<Measure> measures_of(const CatalogueScenario& scenario);

} // namespace hdskit
