#include "toolkit/workspace/journal_replay.hpp"

#include "toolkit/base/translate.hpp"
#include "toolkit/workspace/journal_chain.hpp"
#include "toolkit/workspace/journalled_tables.hpp"
#include "toolkit/workspace/record_json.hpp"

#include <map>

namespace hdskit {
namespace {

using Records = std::map<std::string, RecordTexts, std::less<>>; // by key

void overlay(RecordTexts& values, const std::string& object) {
  auto texts = texts_of_json(object);
  if (!texts) return; // an altered entry: the chain names it
  for (auto& [name, text] : *texts) values[name] = std::move(text);
}

using Kinds = std::map<std::string, Records, std::less<>>;

/// `row`: number, kind, verb, subject, after.
void play(Kinds& kinds, const Row& row) {
  auto& records = kinds[row[1]];
  if (row[2] == "remove") records.erase(row[3]);
  else if (row[2] == "add" || row[2] == "edit" || row[2] == "file") overlay(records[row[3]], row[4]);
}

std::string sentence(const JournalledTable& table, const std::string& key, const std::string& column) {
  return tr("The {1} {2} was changed without hdskit: its “{3}” is not what the journal says.", {table.name, key, column});
}

void compare_row(const JournalledTable& table, const std::vector<std::string>& columns, const Row& row, const RecordTexts& values,
                 std::vector<std::string>& defects) {
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const auto value = values.find(columns[i]);
    if (columns[i] == table.key || (value == values.end() && !table.in_full)) continue;
    if (row[i + 1] != (value == values.end() ? std::string{} : value->second)) defects.push_back(sentence(table, row[0], columns[i]));
  }
}

void compare(Dialect& dialect, const JournalledTable& table, Records records, std::vector<std::string>& defects) {
  const auto columns = dialect.columns(table.name);
  std::string list = "\"" + std::string{table.key} + "\"";
  for (const auto& column : columns) list += ", \"" + column + "\"";
  dialect.read_each("select " + list + " from \"" + table.name + "\" order by 1", {}, [&](const Row& row) {
    const auto known = records.find(row[0]);
    if (known == records.end()) {
      defects.push_back(tr("The {1} {2} was added without hdskit: the journal does not know it.", {table.name, row[0]}));
      return;
    }
    compare_row(table, columns, row, known->second, defects);
    records.erase(known);
  });
  for (const auto& [key, values] : records) defects.push_back(tr("The {1} {2} was removed without hdskit: the journal still has it.", {table.name, key}));
}

} // namespace

std::vector<std::string> records_beside_the_journal(const Workspace& workspace) {
  auto& dialect = workspace.dialect();
  Kinds kinds;
  std::vector<std::string> defects;
  read_journal(
      dialect, "number, kind, verb, subject, after", [&](const Row& row) { play(kinds, row); },
      [&] {
        for (const auto& table : journalled_tables) compare(dialect, table, std::move(kinds[table.name]), defects);
      });
  return defects;
}

} // namespace hdskit
