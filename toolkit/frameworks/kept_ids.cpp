#include "toolkit/frameworks/kept_ids.hpp"

#include "toolkit/frameworks/foreign_id.hpp"

#include <unordered_map>

namespace hdskit {

void keep_item_ids(Checklist& newer, const Checklist& before) {
  std::unordered_map<std::string, std::string> kept; // foreign name, id
  FreshIds ids;
  for (const auto& item : before.items) {
    ids.fresh(item.id);
    if (!item.source.empty()) kept.emplace(id_key(item.source), item.id);
  }
  std::unordered_map<std::string, std::string> renamed; // id that was given, id that is kept
  for (auto& item : newer.items) {
    const auto known = kept.find(id_key(item.source));
    const auto given = item.id;
    if (known != kept.end()) item.id = known->second;
    else if (!item.source.empty()) item.id = ids.fresh(item.id);
    if (item.id != given) renamed.emplace(given, item.id);
  }
  if (renamed.empty()) return;
  const auto rename = [&](std::string& id) {
    if (const auto found = renamed.find(id); found != renamed.end()) id = found->second;
  };
  for (auto& item : newer.items) rename(item.part_of);
  for (auto& form : newer.forms)
    for (auto& section : form.sections)
      for (auto& shown : section.items) rename(shown);
}

} // namespace hdskit
