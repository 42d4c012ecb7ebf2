#include "toolkit/dossier/plan_order.hpp"

#include "toolkit/base/text.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace hdskit {

std::vector<const Item*> items_in_order(const Checklist& checklist) {
  std::vector<const Item*> items;
  std::unordered_set<const Item*> placed;
  const auto place = [&](const Item* item) {
    if (placed.insert(item).second) items.push_back(item);
  };
  std::unordered_map<std::string, const Item*> known; // letter case aside
  for (const auto& item : checklist.items) known.emplace(folded(item.id), &item);
  for (const auto& form : checklist.forms)
    for (const auto& section : form.sections)
      for (const auto& id : section.items)
        if (const auto found = known.find(folded(id)); found != known.end()) place(found->second);
  for (const auto& item : checklist.items) place(&item);
  return items;
}

const Form* form_of(const Checklist& checklist, std::string_view item) {
  for (const auto& form : checklist.forms)
    for (const auto& section : form.sections)
      if (std::ranges::find(section.items, item) != section.items.end()) return &form;
  return nullptr;
}

} // namespace hdskit
