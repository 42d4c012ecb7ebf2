#include "toolkit/risk/study_merge.hpp"

#include "toolkit/organisation/record_merge.hpp"
#include "toolkit/risk/study_store.hpp"
#include "toolkit/workspace/settings.hpp"

#include <map>

namespace hdskit {
namespace {

/// visit(one, other) for the list of each kind in both studies; the frame is a list of none or one.
template <typename Visit> void for_each_pair(const Study& one, const Study& other, Visit visit) {
  const auto frame_of = [](const Study& study) { return study.frame.reference.empty() ? std::vector<RiskStudy>{} : std::vector{study.frame}; };
  visit(frame_of(one), frame_of(other));
  std::map<std::string_view, const void*> lists;
  for_each_list(other, [&](const char* key, const auto& list) { lists[key] = &list; });
  for_each_list(
      one, [&]<typename Record>(const char* key, const std::vector<Record>& list) { visit(list, *static_cast<const std::vector<Record>*>(lists.at(key))); });
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

StudyImport preview_study(const Workspace& workspace, const Study& study, bool replace, const StudyFile& file) {
  const auto now = read_study(workspace);
  const auto after = merged_study(now, study, replace);
  const auto outcome = compared_records(now, after);
  if (outcome.added + outcome.changed + outcome.removed > 0 || outcome.scale_changes) refuse_defects(after, study, file);
  return outcome;
}

StudyImport import_study(Change& change, const Study& study, bool replace, const StudyFile& file) {
  const auto now = read_study(change.workspace());
  const auto after = merged_study(now, study, replace);
  refuse_defects(after, study, file);
  return write_study(change, now, after);
}

} // namespace hdskit
