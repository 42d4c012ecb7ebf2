#include "toolkit/workspace/journal_replay.hpp"

#include "toolkit/base/translate.hpp"
#include "toolkit/workspace/dialect.hpp"

#include <boost/json.hpp>

#include <map>

namespace hdskit {
namespace {

using Values = std::map<std::string, std::string, std::less<>>;
using Records = std::map<std::string, Values, std::less<>>; // by key

/// A table whose rows the journal tells in full, or (a filing) only in the columns that it names.
struct Told {
  const char* table;
  const char* key;
  bool in_full = true;
};
constexpr Told told[] = {{"entity", "id"},  {"site", "id"},          {"service", "id"}, {"client", "id"},   {"contract", "id"},  {"person", "id"},
                         {"mandate", "id"}, {"subcontractor", "id"}, {"answer", "id"},  {"evidence", "id"}, {"setting", "name"}, {"filing", "id", false}};

void overlay(Values& values, const std::string& object) {
  if (object.empty()) return;
  boost::system::error_code error;
  const auto json = boost::json::parse(object, error);
  if (error || !json.is_object()) return; // an altered entry: the chain names it
  for (const auto& [name, value] : json.as_object())
    if (const auto* text = value.if_string()) values[std::string{name}] = std::string{*text};
}

std::map<std::string, Records, std::less<>> replayed(Dialect& dialect) {
  std::map<std::string, Records, std::less<>> kinds;
  dialect.read_each("select kind, verb, subject, after from journal order by number", {}, [&](const Row& row) {
    auto& records = kinds[row[0]];
    if (row[1] == "remove") records.erase(row[2]);
    else if (row[1] == "add" || row[1] == "edit" || row[1] == "file") overlay(records[row[2]], row[3]);
  });
  return kinds;
}

std::string sentence(const Told& table, const std::string& key, const std::string& column) {
  return tr("The {1} {2} was changed without hdskit: its “{3}” is not what the journal says.", {table.table, key, column});
}

void compare_row(const Told& table, const std::vector<std::string>& columns, const Row& row, const Values& values, std::vector<std::string>& defects) {
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const auto value = values.find(columns[i]);
    if (columns[i] == table.key || (value == values.end() && !table.in_full)) continue;
    if (row[i + 1] != (value == values.end() ? std::string{} : value->second)) defects.push_back(sentence(table, row[0], columns[i]));
  }
}

void compare(Dialect& dialect, const Told& table, Records records, std::vector<std::string>& defects) {
  const auto columns = dialect.columns(table.table);
  std::string list = "\"" + std::string{table.key} + "\"";
  for (const auto& column : columns) list += ", \"" + column + "\"";
  dialect.read_each("select " + list + " from \"" + table.table + "\" order by 1", {}, [&](const Row& row) {
    const auto known = records.find(row[0]);
    if (known == records.end()) {
      defects.push_back(tr("The {1} {2} was added without hdskit: the journal does not know it.", {table.table, row[0]}));
      return;
    }
    compare_row(table, columns, row, known->second, defects);
    records.erase(known);
  });
  for (const auto& [key, values] : records) defects.push_back(tr("The {1} {2} was removed without hdskit: the journal still has it.", {table.table, key}));
}

} // namespace

std::vector<std::string> records_beside_the_journal(const Workspace& workspace) {
  auto& dialect = workspace.dialect();
  const Snapshot snapshot{dialect};
  auto kinds = replayed(dialect);
  std::vector<std::string> defects;
  for (const auto& table : told) compare(dialect, table, std::move(kinds[table.table]), defects);
  return defects;
}

} // namespace hdskit
