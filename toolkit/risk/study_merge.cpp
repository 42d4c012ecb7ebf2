#include "toolkit/risk/study_merge.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/organisation/record_kind_of.hpp"
#include "toolkit/risk/study_store.hpp"
#include "toolkit/workspace/settings.hpp"

#include <map>
#include <unordered_map>
#include <unordered_set>

namespace hdskit {
namespace {

/// visit(one, other) for the list of each kind in both studies; the frame is a list of none or one.
template <typename Visit> void for_each_pair(const Study& one, const Study& other, Visit visit) {
  const auto frame_of = [](const Study& study) { return study.frame.reference.empty() ? std::vector<RiskStudy>{} : std::vector{study.frame}; };
  visit(frame_of(one), frame_of(other));
  std::map<std::string_view, const void*> lists;
  for_each_list(other, [&](const char* key, const auto& list) { lists[key] = &list; });
  for_each_list(one, [&]<typename Record>(const char* key, const std::vector<Record>& list) {
    visit(list, *static_cast<const std::vector<Record>*>(lists.at(key)));
  });
}

template <typename Record> void merge_list(std::vector<Record>& merged, const std::vector<Record>& imported, bool replace) {
  std::unordered_map<std::string, std::size_t> places;
  for (std::size_t i = 0; i < merged.size(); ++i) places.try_emplace(folded(merged[i].reference), i);
  std::unordered_set<std::size_t> taken;
  const auto known = merged.size();
  for (auto record : imported) {
    const auto place = places.find(folded(record.reference));
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

} // namespace

Study merged_study(const Study& now, const Study& imported, bool replace) {
  auto merged = now;
  merged.scale = imported.scale;
  if (!imported.frame.reference.empty()) {
    merged.frame = imported.frame;
    merged.frame.id = now.frame.id;
  }
  std::map<std::string_view, const void*> lists;
  for_each_list(imported, [&](const char* key, const auto& list) { lists[key] = &list; });
  for_each_list(merged, [&]<typename Record>(const char* key, std::vector<Record>& list) {
    merge_list(list, *static_cast<const std::vector<Record>*>(lists.at(key)), replace);
  });
  return merged;
}

StudyImport compared_records(const Study& now, const Study& after) {
  StudyImport counts;
  for_each_pair(now, after, [&](const auto& before, const auto& list) {
    counts.unchanged += differences(
        before, list, [&](const auto&) { ++counts.removed; }, [&](const auto&) { ++counts.added; }, [&](const auto&) { ++counts.changed; });
  });
  counts.scale_changes = !(now.scale == after.scale);
  return counts;
}

StudyImport write_study(Change& change, const Study& now, const Study& after) {
  for_each_pair(now, after, [&]<typename Record>(const std::vector<Record>& before, const std::vector<Record>& list) {
    differences(
        before, list, [&](const Record& record) { remove_record<Record>(change, record.id); }, [&](const Record& record) { add_record(change, record); },
        [&](const Record& record) { update_record(change, record); });
  });
  if (!(now.scale == after.scale)) set_setting(change, risk_scale_setting, text_of(after.scale));
  return compared_records(now, after);
}

StudyImport preview_study(const Workspace& workspace, const Study& study, bool replace) {
  const auto now = read_study(workspace);
  return compared_records(now, merged_study(now, study, replace));
}

StudyImport import_study(Change& change, const Study& study, bool replace) {
  const auto now = read_study(change.workspace());
  const auto after = merged_study(now, study, replace);
  if (const auto defects = study_defects(after); !defects.empty()) refuse_study(defects);
  return write_study(change, now, after);
}

} // namespace hdskit
