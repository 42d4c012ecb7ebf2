#include "toolkit/continuity/continuity_json.hpp"

#include "toolkit/continuity/continuity_record_rules.hpp"
#include "toolkit/continuity/continuity_store.hpp"
#include "toolkit/organisation/record_json.hpp"
#include "toolkit/organisation/record_merge.hpp"
#include "toolkit/workspace/json_writing.hpp"

namespace hdskit {
namespace {

/// visit(one, other) for the list of each kind in both.
template <typename Visit> void for_each_pair(Continuity& one, const Continuity& other, Visit visit) {
  std::map<std::string_view, const void*> lists;
  for_each_continuity_list(other, [&](const char* key, const auto& list) { lists[key] = &list; });
  for_each_continuity_list(
      one, [&]<typename Record>(const char* key, std::vector<Record>& list) { visit(list, *static_cast<const std::vector<Record>*>(lists.at(key))); });
}

Continuity merged_continuity(const Continuity& now, const Continuity& read) {
  auto merged = now;
  for_each_pair(merged, read, [](auto& list, const auto& imported) { merge_list(list, imported, false); });
  if (const auto defects = continuity_defects(merged); !defects.empty())
    throw Problem{ProblemKind::bad_input, "", tr("These records cannot be kept:") + "\n" + joined(defects, "\n"),
                  tr("Correct these places, then start again; nothing was changed.")};
  return merged;
}

template <typename Added, typename Changed> ContinuityImport told_differences(const Continuity& now, Continuity after, Added added, Changed changed) {
  ContinuityImport counts;
  for_each_pair(after, now, [&]<typename Record>(const std::vector<Record>& list, const std::vector<Record>& before) {
    const auto tell_added = [&](const Record& record) {
      ++counts.added;
      added(record);
    };
    const auto tell_changed = [&](const Record& record) {
      ++counts.changed;
      changed(record);
    };
    counts.unchanged += differences(
        before, list, [](const Record&) {}, tell_added, tell_changed);
  });
  return counts;
}

} // namespace

std::string continuity_text(const Continuity& continuity) {
  boost::json::object root;
  root["format"] = continuity_format;
  root["version"] = continuity_format_version;
  for_each_continuity_list(continuity, [&](const char* key, const auto& list) {
    boost::json::array records;
    for (const auto& record : list) records.emplace_back(json_of_fields(record));
    root[key] = std::move(records);
  });
  return readable_json(root);
}

Continuity parse_continuity(std::string_view json, const std::string& name) {
  const auto value = parse_foreign_json(json, name, continuity_size_limit);
  Continuity continuity;
  JsonDefects defects;
  if (const auto* root = value.if_object()) {
    std::vector<std::string_view> members;
    for_each_continuity_list(continuity, [&](const char* key, const auto&) { members.emplace_back(key); });
    check_document(*root, continuity_format, continuity_format_version, members, defects);
    for_each_continuity_list(continuity, [&](const char* key, auto& list) { read_list(*root, key, list, defects); });
  } else defects.report("", tr("An object { … } is expected here."));
  defects.refuse(name, tr("Correct these places, then start again; nothing was changed."), json);
  return continuity;
}

ContinuityImport preview_continuity(const Workspace& workspace, const Continuity& read) {
  const auto now = read_continuity(workspace);
  const auto nothing = [](const auto&) {};
  return told_differences(now, merged_continuity(now, read), nothing, nothing);
}

ContinuityImport import_continuity(Change& change, const Continuity& read) {
  const auto now = read_continuity(change.workspace());
  return told_differences(
      now, merged_continuity(now, read), [&](const auto& record) { add_record(change, record); }, [&](const auto& record) { update_record(change, record); });
}

} // namespace hdskit
