#pragma once

#include "toolkit/requirements/checklist.hpp"

#include <string>
#include <unordered_map>

namespace hdskit {

/// Which framework each item belongs to: answers and evidence name an item alone, so that no two followed frameworks may give the same id.
class ItemIds {
public:
  static ItemIds of(const std::vector<Checklist>& checklists);
  /// Throws Problem refused with the ids that another framework gives already, letter case aside.
  void add(const Checklist& checklist);

private:
  std::unordered_map<std::string, std::string> owners_; ///< folded item, framework
};

} // namespace hdskit
