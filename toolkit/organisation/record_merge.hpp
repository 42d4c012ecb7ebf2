#pragma once

#include "toolkit/organisation/record_key.hpp"
#include "toolkit/organisation/record_kind_of.hpp"

#include <unordered_map>
#include <unordered_set>

namespace hdskit {

// Lists of records taken over from elsewhere: matched by folded_key, and written by their differences.

/// Records that are known keep their numbers and places; new ones come behind with the number 0. `replace`: what `imported` does not have is left out.
template <typename Record> void merge_list(std::vector<Record>& merged, const std::vector<Record>& imported, bool replace) {
  std::unordered_map<std::string, std::size_t> places;
  for (std::size_t i = 0; i < merged.size(); ++i) places.try_emplace(folded_key(merged[i]), i);
  std::unordered_set<std::size_t> taken;
  const auto known = merged.size();
  for (auto record : imported) {
    const auto place = places.find(folded_key(record));
    record.id = {};
    if (place == places.end() || !taken.insert(place->second).second) { // a duplicate of the file comes behind, to be named
      merged.push_back(std::move(record));
      continue;
    }
    record.id = merged[place->second].id;
    merged[place->second] = std::move(record);
  }
  if (!replace) return;
  for (auto i = known; i-- > 0;)
    if (!taken.contains(i)) merged.erase(merged.begin() + static_cast<std::ptrdiff_t>(i));
}

template <typename Record> std::unordered_map<std::int64_t, const Record*> by_number(const std::vector<Record>& records) {
  std::unordered_map<std::int64_t, const Record*> numbers;
  for (const auto& record : records)
    if (record.id) numbers.emplace(record.id.number(), &record);
  return numbers;
}

/// removed(record), added(record), changed(record) for what differs; how many do not is given back.
template <typename Record, typename Removed, typename Added, typename Changed>
int differences(const std::vector<Record>& now, const std::vector<Record>& after, Removed removed, Added added, Changed changed) {
  const auto kept = by_number(after), known = by_number(now);
  int unchanged = 0;
  for (const auto& record : now)
    if (!kept.contains(record.id.number())) removed(record);
  for (const auto& record : after) {
    if (!record.id) added(record);
    else if (view_of(*known.at(record.id.number())).values == view_of(record).values) ++unchanged;
    else changed(record);
  }
  return unchanged;
}

} // namespace hdskit
