#include "toolkit/workspace/record_store.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/workspace/record_json.hpp"

namespace hdskit::record_rows {
namespace {

using Columns = std::vector<std::string_view>;
using Members = std::vector<std::pair<std::string_view, std::string_view>>;

/// Quoted, because a field may bear a name that an engine keeps for itself.
std::string quoted(std::string_view name) { return "\"" + std::string{name} + "\""; }

std::string quoted_list(const Columns& columns) {
  std::string list = "id";
  for (const auto column : columns) list += ", " + quoted(column);
  return list;
}

std::string select(std::string_view table, const Columns& columns) { return "select " + quoted_list(columns) + " from " + quoted(table); }

Row existing(Change& change, std::string_view table, const Columns& columns, std::int64_t id) {
  const auto rows = find(change.workspace(), table, columns, id);
  if (rows.empty()) refuse_unknown_record(table, id);
  return rows.front();
}

Members filled(const Columns& columns, const Row& values) {
  Members members;
  for (std::size_t i = 0; i < columns.size(); ++i)
    if (!values[i].empty()) members.emplace_back(columns[i], values[i]);
  return members;
}

} // namespace

std::vector<Row> all(const Workspace& workspace, std::string_view table, const Columns& columns) {
  return workspace.read(select(table, columns) + " order by id");
}

std::vector<Row> find(const Workspace& workspace, std::string_view table, const Columns& columns, std::int64_t id) {
  return workspace.read(select(table, columns) + " where id = :p1", {std::to_string(id)});
}

void insert(Change& change, std::string_view table, const Columns& columns, std::int64_t id, const Row& values) {
  std::vector<std::string> parameters{std::to_string(id)};
  std::string places = ":p1";
  for (const auto& value : values) {
    parameters.push_back(value);
    places += ", :p" + std::to_string(parameters.size());
  }
  change.write("insert into " + quoted(table) + " (" + quoted_list(columns) + ") values (" + places + ")", parameters);
  change.record("add", table, parameters[0], "", json_object(filled(columns, values)));
}

void update(Change& change, std::string_view table, const Columns& columns, std::int64_t id, const Row& values) {
  auto before = existing(change, table, columns, id);
  before.erase(before.begin()); // the id
  std::vector<std::string> parameters{std::to_string(id)};
  std::string assignments;
  Members old_values, new_values;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (before[i] == values[i]) continue;
    parameters.push_back(values[i]);
    assignments += (assignments.empty() ? "" : ", ") + quoted(columns[i]) + " = :p" + std::to_string(parameters.size());
    old_values.emplace_back(columns[i], before[i]);
    new_values.emplace_back(columns[i], values[i]);
  }
  if (assignments.empty()) return;
  change.write("update " + quoted(table) + " set " + assignments + " where id = :p1", parameters);
  change.record("edit", table, parameters[0], json_object(old_values), json_object(new_values));
}

void remove(Change& change, std::string_view table, const Columns& columns, std::int64_t id) {
  auto before = existing(change, table, columns, id);
  before.erase(before.begin());
  change.write("delete from " + quoted(table) + " where id = :p1", {std::to_string(id)});
  change.record("remove", table, std::to_string(id), json_object(filled(columns, before)), "");
}

void refuse_missing_field(std::string_view kind, const char* label) {
  throw Problem{ProblemKind::bad_input, std::string{kind}, tr("“{1}” must be filled in.", {tr(label)}), tr("Give it a value; nothing was changed.")};
}

void refuse_unknown_record(std::string_view kind, std::int64_t id) {
  throw Problem{ProblemKind::not_found, std::string{kind}, tr("There is no {1} number {2}.", {kind, std::to_string(id)}),
                tr("List what is there, then start again with one of its numbers.")};
}

} // namespace hdskit::record_rows
