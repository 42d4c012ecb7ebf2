#pragma once

#include "toolkit/requirements/checklist.hpp"

#include <string>
#include <vector>

namespace hdskit {

/// What several frameworks ask about one thing.
struct ComparedLine {
  std::string key;                ///< "airlock", or the whole id
  std::vector<const Item*> items; ///< one per framework; nullptr where it asks nothing of the kind
};

/// Frameworks side by side. Items with the same id stand on one line, and, among frameworks of one family (the letters with which the ids of both begin:
/// PMSI-ATIH-airlock, PMSI-CASD-airlock), those that are the same behind what all ids of a framework begin with. In the order of the first that holds each.
std::vector<ComparedLine> compared(const std::vector<const Checklist*>& checklists);

} // namespace hdskit
