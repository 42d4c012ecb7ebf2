#include "toolkit/backup/postgresql_checks.hpp"

#include "toolkit/backup/postgresql_dump_outline.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

#include <algorithm>
#include <charconv>

namespace hdskit {
namespace {

std::uint64_t to_count(std::string_view text) {
  std::uint64_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

/// Values that end with a zero byte each, as ask() gives them.
std::vector<std::string> values_of(std::string_view answer) {
  if (answer.ends_with('\0')) answer.remove_suffix(1);
  return answer.empty() ? std::vector<std::string>{} : split(answer, '\0');
}

// Ordinary tables only: those of partitions and children are among them, each counted alone; nothing of a foreign table is in the backup.
constexpr const char* tables_query =
    "SELECT 'SELECT ' || pg_catalog.quote_literal(c.oid) || ', count(*) FROM ONLY ' || pg_catalog.quote_ident(n.nspname) || '.' || "
    "pg_catalog.quote_ident(c.relname) || ';' FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace "
    "WHERE c.relkind = 'r' AND c.relpersistence = 'p' AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg\\_toast%' "
    "ORDER BY c.oid";
constexpr const char* large_objects_query = "SELECT 'lo', count(*) FROM pg_catalog.pg_largeobject_metadata;\n";

bool is_refusal(std::string_view value) { return value.empty() || value == "0" || value == "f" || value == "false"; }

std::string failed_query_text(const char* which, const std::string& database) {
  return tr("{1} could not be carried out in the restored database “{2}”; the log of the test says why.", {which, database});
}

} // namespace

std::vector<std::string> databases_of(const ScratchPostgresql& server, const SourceAccess& access) {
  return values_of(server.answer(access, "template1", "SELECT datname FROM pg_catalog.pg_database WHERE datallowconn AND NOT datistemplate ORDER BY 1;"));
}

std::string database_of_queries(const std::vector<std::string>& databases, const BackupSource& source) {
  if (!source.database.empty()) {
    if (std::ranges::find(databases, source.database) != databases.end()) return source.database;
    throw Problem{ProblemKind::not_found, source.database,
                  tr("The restored server has no database “{1}”; it has: {2}.", {source.database, joined(databases, ", ")}),
                  tr("Correct the database of the source.")};
  }
  std::vector<std::string> own;
  for (const auto& name : databases)
    if (name != "postgres") own.push_back(name);
  if (own.size() == 1) return own.front();
  if (own.empty()) return databases.empty() ? "template1" : databases.front();
  if (source.check_query.empty() && source.newest_query.empty()) return own.front();
  throw Problem{ProblemKind::bad_input, "database", tr("The restored server has several databases ({1}): which one are the queries for?", {joined(own, ", ")}),
                tr("Give the source the name of the database.")};
}

DatabaseContents count_rows(const ScratchPostgresql& server, const SourceAccess& access, const std::vector<std::string>& databases,
                            std::vector<NativeCheck>& checks) {
  DatabaseContents contents;
  for (const auto& database : databases) {
    // the answer of many tables is longer than what a child keeps of its output: it is taken as it comes
    std::string queries, counts;
    const auto take_into = [](std::string& text) { return [&text](std::string_view piece) { text += piece; }; };
    auto list = server.ask(access, database, tables_query + std::string{";"}, true, take_into(queries));
    auto result = list.succeeded()
                      ? server.ask(access, database, replaced(queries, std::string_view{"\0", 1}, "\n") + large_objects_query, true, take_into(counts))
                      : list;
    server.refuse_broken_drill(access, result);
    const auto values = values_of(counts);
    for (std::size_t i = 0; i + 1 < values.size(); i += 2) {
      contents.tables += values[i] != "lo";
      (values[i] == "lo" ? contents.large_objects : contents.rows) += to_count(values[i + 1]);
    }
    const auto size = values_of(server.answer(access, database, "SELECT pg_catalog.pg_database_size(pg_catalog.current_database());"));
    if (!size.empty()) contents.bytes += to_count(size.front());
    checks.push_back({.name = "count_rows",
                      .passed = result.succeeded(),
                      .status = result.status,
                      .sentence = result.succeeded() ? tr("Every table of the database “{1}” was read to its last row.", {database})
                                                     : tr("A table of the database “{1}” cannot be read to its last row.", {database})});
  }
  return contents;
}

NativeCheck amcheck(const ScratchPostgresql& server, const SourceAccess& access) {
  NativeCheck check{.name = "pg_amcheck"};
  if (!server.home().has("pg_amcheck")) {
    check.grave = false;
    check.sentence = tr("PostgreSQL {1} brings no pg_amcheck: the structure of tables and indexes was not verified.", {std::to_string(server.home().major)});
    return check;
  }
  const auto result = server.run(access, "pg_amcheck", {"--all", "--install-missing", "--heapallindexed", "--no-strict-names", "-w"}, "template1",
                                 [](std::string_view) {}); // what it finds can quote rows
  server.refuse_broken_drill(access, result);
  check.passed = result.succeeded();
  check.status = result.status;
  check.sentence = check.passed ? tr("Tables and indexes of all databases are sound.")
                                : tr("pg_amcheck finds damaged tables or indexes (status {1}).", {std::to_string(result.status)});
  return check;
}

void ask_queries(const ScratchPostgresql& server, const SourceAccess& access, const std::string& database, RestoredState& state) {
  const auto ask = [&](const std::string& query) {
    const auto result = server.ask(access, database, query);
    server.refuse_broken_drill(access, result);
    return result;
  };
  if (!access.source.check_query.empty()) {
    const auto result = ask(access.source.check_query);
    const auto values = values_of(result.output);
    NativeCheck check{.name = "check_query", .passed = result.succeeded() && !values.empty() && !is_refusal(trimmed(values.front())), .status = result.status};
    check.sentence = check.passed          ? tr("The check query gives what it has to give.")
                     : !result.succeeded() ? failed_query_text(tr("The check query").c_str(), database)
                                           : tr("The check query gives no row, or a first value that is empty, 0 or false.");
    state.checks.push_back(check);
  }
  if (access.source.newest_query.empty()) return;
  const auto result = ask(access.source.newest_query);
  const auto values = values_of(result.output);
  const auto value = values.empty() ? std::string{} : std::string{trimmed(values.front())};
  if (!result.succeeded() || value.empty()) {
    state.checks.push_back({.name = "newest_query",
                            .passed = false,
                            .status = result.status,
                            .sentence = result.succeeded() ? tr("The query of the newest datum finds none.")
                                                           : failed_query_text(tr("The query of the newest datum").c_str(), database)});
    return;
  }
  state.newest_datum = postgresql_moment(value);
  if (!state.newest_datum)
    throw Problem{ProblemKind::bad_input, "newest_query", tr("The query of the newest datum gives no moment with its time zone."),
                  tr("Write it so that it gives one, for example: SELECT max(moment AT TIME ZONE 'Europe/Paris') FROM …")};
}

void tell_contents(const DatabaseContents& contents, RestoredState& state) {
  state.files = contents.empty() ? 0 : contents.tables;
  state.bytes = contents.empty() ? 0 : contents.bytes;
  const auto text = [](std::uint64_t count) { return french_number(static_cast<std::int64_t>(count)); };
  state.checks.push_back({.name = "rows",
                          .passed = !contents.empty(),
                          .sentence = tr("{1} tables, {2} rows and {3} large objects were restored.",
                                         {text(contents.tables), text(contents.rows), text(contents.large_objects)})});
}

DatabaseContents examine_database(std::shared_ptr<ScratchPostgresql> server, const SourceAccess& access, const std::vector<std::string>& databases,
                                  RestoredState& state) {
  const auto before = server->busy();
  const auto database = database_of_queries(databases, access.source);
  const auto contents = count_rows(*server, access, databases, state.checks);
  tell_contents(contents, state);
  state.checks.push_back(amcheck(*server, access));
  ask_queries(*server, access, database, state);
  state.phases.push_back({.name = "verify", .duration = server->busy() - before});
  state.check_environment = server->environment(database);
  state.service = std::move(server);
  return contents;
}

} // namespace hdskit
