#include "toolkit/backup/scratch_postgresql.hpp"

#include "toolkit/base/digest.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

#include <csignal>
#include <sys/stat.h>
#include <thread>

namespace hdskit {
namespace {

constexpr std::size_t longest_socket_folder = 92; // 107 bytes of a socket's path, less those of "/.s.PGSQL.5432"
constexpr std::chrono::milliseconds patience{20'000}, poll{100};

constexpr const char* settings = R"(listen_addresses = ''
port = 5432
unix_socket_permissions = 0700
max_connections = 20
max_locks_per_transaction = 2048
max_prepared_transactions = 200
max_worker_processes = 4
max_logical_replication_workers = 0
max_wal_senders = 0
wal_level = replica
archive_mode = off
hot_standby = off
fsync = on
full_page_writes = on
synchronous_commit = on
autovacuum = off
jit = off
ssl = off
shared_preload_libraries = ''
session_preload_libraries = ''
local_preload_libraries = ''
logging_collector = off
log_destination = 'stderr'
log_min_error_statement = panic
log_statement = 'none'
lc_messages = 'C'
)";

} // namespace

std::string quoted_identifier(std::string_view name) { return "\"" + replaced(std::string{name}, "\"", "\"\"") + "\""; }
std::string quoted_literal(std::string_view text) { return "'" + replaced(std::string{text}, "'", "''") + "'"; }

ScratchPostgresql::ScratchPostgresql(const SourceAccess& access, PostgresqlHome home, ServerPlace place)
    : home_{std::move(home)}, elsewhere_{std::move(place.elsewhere)}, folder_{std::move(place.folder)}, log_{access.workshop / "postgresql.log"},
      user_{server_user(access.tools)}, path_{home_.folder.string() + ":" + access.tools.path} {
  socket_ = place_for_socket(access);
}

ScratchPostgresql::~ScratchPostgresql() { stop(); }

std::filesystem::path ScratchPostgresql::place_for_socket(const SourceAccess& access) {
  auto place = folder_ / "s";
  if (place.string().size() > longest_socket_folder || place.string().find(',') != std::string::npos) { // a comma parts hosts
    remove_abandoned_scratch("/tmp");                                                                   // that of a test that was killed
    short_place_ = std::make_shared<ScratchSpace>("/tmp", "socket-" + digest_of(folder_.string()).hex().substr(0, 12), std::nullopt, 0);
    place = place_for_server(access, short_place_->path(), "s").folder;
    return place;
  }
  if (::mkdir(place.c_str(), 0700) != 0) fail_on_file(place, errno);
  give_to_server(access, place);
  return place;
}

void ScratchPostgresql::write_settings(const SourceAccess& access) const {
  const auto write = [&](std::string_view name, const std::string& text) {
    write_file(folder_ / name, text);
    give_to_server(access, folder_ / name);
    return quoted_literal((folder_ / name).string());
  };
  // who can enter the private folder of the socket is the server's user or root: there is nothing to ask them for
  const auto access_file = write("pg_hba.conf", "local all all trust\n"), names_file = write("pg_ident.conf", "");
  write("postgresql.conf", std::string{settings} + "unix_socket_directories = " + quoted_literal("\"" + socket_.string() + "\"") +
                               "\nhba_file = " + access_file + "\nident_file = " + names_file + "\n");
}

void ScratchPostgresql::make_cluster(const SourceAccess& access) {
  const auto result = access.run({.words = {home_.program("initdb"), "-D", data().string(), "-U", superuser_, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8",
                                            "--no-sync", "--no-instructions"},
                                  .path = path_,
                                  .folder = folder_,
                                  .user = user_},
                                 home_.package());
  started_in_ += result.duration;
  refuse_broken_drill(access, result);
  if (!result.succeeded())
    throw Problem{ProblemKind::unreachable, "initdb", tr("The scratch server of PostgreSQL could not be made."), tr("The log of the test says why.")};
}

std::string ScratchPostgresql::start(const SourceAccess& access) {
  write_settings(access);
  server_ = std::make_unique<ChildServer>(
      ChildCommand{.words = {home_.program("postgres"), "-D", data().string(), "-c", "config_file=" + (folder_ / "postgresql.conf").string()},
                   .path = path_,
                   .folder = folder_,
                   .user = user_},
      log_);
  const auto ready = client("pg_isready", {"-q"}, "template1");
  while (running()) {
    const auto result = run_child(ready, access.limits);
    if (result.succeeded()) return {};
    refuse_broken_drill(access, result.status > 0 ? ChildResult{.status = 0} : result); // not ready is no failure
    access.go_on();
    std::this_thread::sleep_for(poll);
    started_in_ += poll + result.duration;
    if (access.limits.time && started_in_ > *access.limits.time)
      throw Problem{ProblemKind::unreachable, "postgres", tr("The scratch server did not become ready within the time of the test."),
                    tr("Give the test more time.")};
  }
  const int status = server_->stop(SIGQUIT, patience);
  server_.reset(); // it ended by itself: that is the answer, and not a server that vanished
  const auto words = last_words();
  if (access.log) access.log("postgres: " + words);
  refuse_broken_drill(access, {.status = status, .signal = status < 0 ? SIGKILL : 0, .errors = words});
  return words.empty() ? "postgres: " + std::to_string(status) : words;
}

void ScratchPostgresql::stop() {
  if (server_) server_->stop(SIGINT, patience); // "fast": sessions end, a checkpoint is written
}

bool ScratchPostgresql::running() const { return server_ && server_->running(); }

std::string ScratchPostgresql::log_tail() const {
  constexpr std::size_t most = 64u << 10;
  std::string tail;
  if (std::filesystem::exists(log_))
    read_in_pieces(log_, [&](std::string_view piece) {
      tail += piece;
      if (tail.size() > most) tail.erase(0, tail.size() - most);
    });
  return tail;
}

std::string ScratchPostgresql::last_words() const {
  std::string words;
  const auto tail = log_tail();
  for (const auto line : lines_of(tail))
    if (line.find("FATAL:") != std::string_view::npos || line.find("PANIC:") != std::string_view::npos) words = std::string{line};
  return words;
}

std::vector<std::pair<std::string, std::string>> ScratchPostgresql::environment(std::string_view database) const {
  return {{"PGHOST", socket_.string()}, {"PGPORT", "5432"}, {"PGUSER", superuser_}, {"PGDATABASE", std::string{database}}};
}

ChildCommand ScratchPostgresql::client(std::string_view program, std::vector<std::string> words, std::string_view database) const {
  words.insert(words.begin(), home_.program(program));
  return {.words = std::move(words), .path = path_, .environment = environment(database), .folder = folder_, .user = user_};
}

ChildResult ScratchPostgresql::run(const SourceAccess& access, std::string_view program, std::vector<std::string> words, std::string_view database,
                                   const std::function<void(std::string_view)>& take) const {
  auto result = without_rows(access).run(client(program, std::move(words), database), home_.package(), take);
  busy_ += result.duration;
  return result;
}

ChildResult ScratchPostgresql::ask(const SourceAccess& access, std::string_view database, const std::string& sql, bool read_only,
                                   const std::function<void(std::string_view)>& take) const {
  auto command = client("psql", {"-X", "-q", "-w", "-A", "-t", "-z", "-0", "-v", "ON_ERROR_STOP=1", "-v", "VERBOSITY=terse", "-f", "-"}, database);
  command.environment.emplace_back("PGTZ", "UTC");
  command.environment.emplace_back("PGDATESTYLE", "ISO");
  if (read_only) command.environment.emplace_back("PGOPTIONS", "-c default_transaction_read_only=on");
  command.input = sql + "\n";
  auto result = without_rows(access).run(std::move(command), home_.package(), take);
  busy_ += result.duration;
  return result;
}

std::string ScratchPostgresql::answer(const SourceAccess& access, std::string_view database, const std::string& sql, bool read_only) const {
  const auto result = ask(access, database, sql, read_only);
  if (result.succeeded()) return result.output;
  refuse_broken_drill(access, result);
  throw Problem{ProblemKind::unreachable, "psql", tr("The scratch server of PostgreSQL did not answer as expected."), tr("The log of the test says why.")};
}

} // namespace hdskit
