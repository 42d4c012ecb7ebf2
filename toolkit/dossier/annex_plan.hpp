#pragma once

#include "toolkit/dossier/dossier_input.hpp"

namespace hdskit {

/// A document at its place behind the dossier.
struct PlannedAnnex {
  int number = 0; ///< from 1, in the order in which the dossier first speaks of it
  const Evidence* evidence = nullptr;
  bool printable = false; ///< PDF, PNG or JPEG: its pages are merged; anything else goes only into the archive beside

  std::string anchor() const { return "annexe-" + evidence->code; }
};

/// Cited or linked first, in the order of the forms; then what nothing speaks of, by code. Points into `input`.
std::vector<PlannedAnnex> plan_annexes(const DossierInput& input);

} // namespace hdskit
