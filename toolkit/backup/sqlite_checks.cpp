#include "toolkit/backup/sqlite_file.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

namespace hdskit {
namespace {

std::string in_double_quotes(const std::string& name) { return '"' + replaced(name, "\"", "\"\"") + '"'; }

bool is_refusal(std::string_view value) { return value.empty() || value == "0" || value == "0.0" || folded(value) == "false" || value == "f"; }

/// What it finds can quote values of rows: only their number is told.
NativeCheck integrity(const SqliteFile& file) {
  const auto answer = file.ask("PRAGMA integrity_check;");
  NativeCheck check{.name = "integrity_check", .status = answer.status};
  check.passed = answer.succeeded() && answer.rows.size() == 1 && answer.rows.front().front() == "ok";
  check.sentence = check.passed ? tr("integrity_check finds the database sound.")
                   : !answer.succeeded()
                       ? tr("SQLite cannot read the file: it is damaged, encrypted or no database (status {1}).", {std::to_string(answer.status)})
                       : tr("integrity_check finds {1} faults: the database is damaged.", {std::to_string(answer.rows.size())});
  return check;
}

NativeCheck foreign_keys(const SqliteFile& file) {
  const auto answer = file.ask("PRAGMA foreign_key_check;");
  NativeCheck check{.name = "foreign_key_check", .passed = answer.succeeded() && answer.rows.empty(), .status = answer.status, .grave = false};
  check.sentence = check.passed         ? tr("Every row that another one cites is there.")
                   : answer.succeeded() ? tr("{1} rows cite one that is not there. SQLite does not keep applications from it: compare with the production.",
                                             {std::to_string(answer.rows.size())})
                                        : tr("foreign_key_check could not be carried out (status {1}).", {std::to_string(answer.status)});
  return check;
}

/// Tables without a row are no restored data.
NativeCheck rows(const SqliteFile& file) {
  const auto tables =
      file.ask("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND sql NOT LIKE 'CREATE VIRTUAL%';");
  std::string questions;
  for (const auto& table : tables.rows) questions += "SELECT EXISTS(SELECT 1 FROM " + in_double_quotes(table.front()) + ");\n";
  const auto answer = questions.empty() ? tables : file.ask(questions);
  std::size_t filled = 0;
  if (!questions.empty())
    for (const auto& row : answer.rows) filled += row.front() == "1";
  NativeCheck check{.name = "rows", .passed = answer.succeeded() && filled > 0, .status = answer.status};
  check.sentence = !answer.succeeded() ? tr("The tables of the database cannot be read (status {1}).", {std::to_string(answer.status)})
                   : filled > 0        ? tr("{1} of {2} tables hold rows.", {std::to_string(filled), std::to_string(tables.rows.size())})
                                       : tr("The database holds not a single row: an empty database is no restored data.");
  return check;
}

NativeCheck check_query(const SqliteFile& file, const std::string& query) {
  const auto answer = file.ask(query);
  NativeCheck check{.name = "check_query", .status = answer.status};
  check.passed = answer.succeeded() && !answer.rows.empty() && !is_refusal(trimmed(answer.rows.front().front()));
  check.sentence = check.passed         ? tr("The check query gives what it has to give.")
                   : answer.succeeded() ? tr("The check query gives no row, or a first value that is empty, 0 or false.")
                                        : tr("The check query could not be carried out in the restored database; the log of the test says why.");
  return check;
}

void ask_newest(const SqliteFile& file, const std::string& query, RestoredState& state) {
  const auto answer = file.ask(query);
  const auto value = answer.rows.empty() ? std::string{} : std::string{trimmed(answer.rows.front().front())};
  if (answer.succeeded() && !value.empty()) {
    state.newest_datum = moment_of_datum(value);
    if (state.newest_datum) return;
    throw Problem{ProblemKind::bad_input, "newest_query", tr("The query of the newest datum gives no moment."),
                  tr("Write it so that it gives one as 2026-11-22T03:00:00Z or as seconds since 1970, for example: SELECT strftime('%s', max(moment)) FROM …")};
  }
  state.checks.push_back({"newest_query", false, answer.status,
                          answer.succeeded()
                              ? tr("The query of the newest datum finds none.")
                              : tr("The query of the newest datum could not be carried out in the restored database; the log of the test says why.")});
}

} // namespace

void examine_sqlite(const SqliteFile& file, const BackupSource& source, RestoredState& state) {
  state.checks.push_back(integrity(file));
  const bool readable = state.checks.back().passed;
  state.checks.push_back(rows(file));
  if (!readable) return; // what else it would say is of no worth
  state.checks.push_back(foreign_keys(file));
  if (!source.check_query.empty()) state.checks.push_back(check_query(file, source.check_query));
  if (!source.newest_query.empty()) ask_newest(file, source.newest_query, state);
}

} // namespace hdskit
