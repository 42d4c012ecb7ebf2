#include "toolkit/dossier/plan_order.hpp"

#include <algorithm>

namespace hdskit {

std::vector<const Item*> items_in_order(const Checklist& checklist) {
  std::vector<const Item*> items;
  const auto place = [&](const Item* item) {
    if (item && std::ranges::find(items, item) == items.end()) items.push_back(item);
  };
  for (const auto& form : checklist.forms)
    for (const auto& section : form.sections)
      for (const auto& id : section.items) place(checklist.find_item(id));
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
