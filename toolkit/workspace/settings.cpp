#include "toolkit/workspace/settings.hpp"

#include "toolkit/workspace/record_json.hpp"

#include <algorithm>

namespace hdskit {

std::optional<std::string> setting(const Workspace& workspace, const std::string& name) {
  const auto rows = workspace.read("select value from setting where name = :p1", {name});
  if (rows.empty()) return std::nullopt;
  return rows[0][0];
}

void set_setting(Change& change, const std::string& name, const std::string& value) {
  const auto before = setting(change.workspace(), name);
  if (before == value) return;
  change.write("insert into setting (name, value) values (:p1, :p2) on conflict (name) do update set value = excluded.value", {name, value});
  change.record(before ? "edit" : "add", "setting", name, before ? json_object({{"value", *before}}) : "", json_object({{"value", value}}));
}

void remove_setting(Change& change, const std::string& name) {
  const auto before = setting(change.workspace(), name);
  if (!before) return;
  change.write("delete from setting where name = :p1", {name});
  change.record("remove", "setting", name, json_object({{"value", *before}}), "");
}

std::vector<std::string> setting_names(const Workspace& workspace, const std::string& prefix) {
  std::vector<std::string> names;
  workspace.read_each("select name from setting", {}, [&](const Row& row) { // sorted here: engines sort text each in its own way
    if (row[0].starts_with(prefix)) names.push_back(row[0]);
  });
  std::sort(names.begin(), names.end());
  return names;
}

} // namespace hdskit
