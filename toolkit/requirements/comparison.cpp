#include "toolkit/requirements/comparison.hpp"

#include "toolkit/base/text.hpp"

#include <algorithm>
#include <unordered_map>

namespace hdskit {
namespace {

/// What all ids begin with, up to its last “-”: "PMSI-ATIH-".
std::string_view common_beginning(const Checklist& checklist) {
  if (checklist.items.empty()) return {};
  std::string_view common = checklist.items.front().id;
  for (const auto& item : checklist.items) {
    const auto end = std::ranges::mismatch(common, item.id).in1;
    common = common.substr(0, static_cast<std::size_t>(end - common.begin()));
  }
  return common.substr(0, common.rfind('-') + 1); // npos + 1 is 0
}

std::string_view letters_of(std::string_view beginning) {
  const auto letter = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); };
  return beginning.substr(0, static_cast<std::size_t>(std::ranges::find_if_not(beginning, letter) - beginning.begin()));
}

} // namespace

std::vector<ComparedLine> compared(const std::vector<const Checklist*>& checklists) {
  std::vector<ComparedLine> lines;
  std::unordered_map<std::string, std::size_t> places; // family and folded key, line
  for (std::size_t i = 0; i < checklists.size(); ++i) {
    const auto beginning = common_beginning(*checklists[i]);
    const auto family = folded(letters_of(beginning)) + '\n';
    for (const auto& item : checklists[i]->items) {
      const auto key = family.size() > 1 ? item.id.substr(beginning.size()) : item.id;
      const auto [place, fresh] = places.emplace(family + folded(key), lines.size());
      if (fresh) lines.push_back({key, std::vector<const Item*>(checklists.size())});
      lines[place->second].items[i] = &item;
    }
  }
  return lines;
}

} // namespace hdskit
