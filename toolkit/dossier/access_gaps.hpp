#pragma once

#include "toolkit/dossier/completeness.hpp"

namespace hdskit {

/// The CNIL's security guide and the référentiel on identification ask for a review of who may enter at least once a year.
inline constexpr int months_between_reviews = 12;

/// What access lacks: endpoints faulty or not checked in time, no review in a year, withdrawals that are late. Nothing where access is not recorded at all.
std::vector<Gap> access_gaps(const DossierInput& input, Date day);

} // namespace hdskit
