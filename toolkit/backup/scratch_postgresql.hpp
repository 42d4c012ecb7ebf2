#pragma once

#include "toolkit/backup/scratch_space.hpp"
#include "toolkit/backup/source_driver.hpp"
#include "toolkit/base/problem.hpp"

namespace hdskit {

/// The programs of one major version of PostgreSQL.
struct PostgresqlHome {
  std::filesystem::path folder;
  int major = 0;       ///< 15
  std::string version; ///< "15.20 (Debian 15.20-0+deb12u1)"

  std::string program(std::string_view name) const { return (folder / name).string(); }
  bool has(std::string_view name) const { return std::filesystem::exists(folder / name); }
  std::string package() const { return "postgresql-" + std::to_string(major); }
};
/// Those that this machine has, oldest first.
std::vector<PostgresqlHome> postgresql_homes(const SourceAccess& access);
/// The oldest that is `major` or newer; throws Problem not_found naming the package.
PostgresqlHome postgresql_home_from(const SourceAccess& access, int major);
/// That of `major` and no other: a server reads no other version's files.
PostgresqlHome postgresql_home_of(const SourceAccess& access, int major);

/// Where a server's files lie.
struct ServerPlace {
  std::filesystem::path folder;
  std::shared_ptr<ScratchSpace> elsewhere; ///< that the folder is in, when the scratch space of the test cannot be reached by the server's user

  SourceAccess limited(const SourceAccess& access) const; ///< the same access, which watches the room of that space too
};
/// A folder in `into` that the server's user owns and can reach: as root, the folders of the scratch space on the way are opened to the group of that user to
/// pass through, and to nobody else. Where folders above keep it out, one in a scratch space of its own in /var/tmp, which goes with the place.
ServerPlace place_for_server(const SourceAccess& access, const std::filesystem::path& into, std::string_view name);
/// Gives the file or folder, and what it holds, to the server's user; nothing to do unless we are root.
void give_to_server(const SourceAccess& access, const std::filesystem::path& place);
std::string server_user(const ToolShelf& tools); ///< whom its programs run as: "" means ourselves

/// A server that nobody but this test can reach and that reaches nobody: a socket in a private folder, no network, no archive, no replication, no libraries
/// loaded beforehand, no automatic work. It writes as a real one does (fsync, full pages), so that the time it takes is honest. It ends with us.
class ScratchPostgresql {
public:
  /// In the folder will be: data, its settings, the socket.
  ScratchPostgresql(const SourceAccess& access, PostgresqlHome home, ServerPlace place);
  ~ScratchPostgresql();
  ScratchPostgresql(const ScratchPostgresql&) = delete;
  ScratchPostgresql& operator=(const ScratchPostgresql&) = delete;

  const PostgresqlHome& home() const { return home_; }
  std::filesystem::path data() const { return folder_ / "data"; }
  std::string superuser() const { return superuser_; }
  void use_superuser(std::string name) { superuser_ = std::move(name); }

  void make_cluster(const SourceAccess& access); ///< initdb
  /// Waits until it takes connections, recovery included. Gives "" or the last words with which it ended by itself. Throws Problem when the drill broke.
  std::string start(const SourceAccess& access);
  void stop(); ///< in an orderly way
  bool running() const;

  /// Runs a program of this version to its end, as its user, connected to `database` through the environment.
  ChildResult run(const SourceAccess& access, std::string_view program, std::vector<std::string> words, std::string_view database,
                  const std::function<void(std::string_view)>& take = {}) const;
  ChildCommand client(std::string_view program, std::vector<std::string> words, std::string_view database) const;
  /// The statements, read from standard input, stop at the first error. Fields and rows end with zero bytes.
  ChildResult ask(const SourceAccess& access, std::string_view database, const std::string& sql, bool read_only = true,
                  const std::function<void(std::string_view)>& take = {}) const;
  /// The same, where an error means that the drill broke: Problem unreachable.
  std::string answer(const SourceAccess& access, std::string_view database, const std::string& sql, bool read_only = true) const;
  std::vector<std::pair<std::string, std::string>> environment(std::string_view database) const;
  std::chrono::milliseconds started_in() const { return started_in_; } ///< initdb and starts
  std::chrono::milliseconds busy() const { return busy_; }             ///< all that clients took, so far

  /// Throws a Problem when `result` of a client failed for a reason that says nothing of the backup: no room, a killed program, a server that vanished, an
  /// extension or a locale that this machine has not.
  void refuse_broken_drill(const SourceAccess& access, const ChildResult& result) const;

private:
  std::filesystem::path place_for_socket(const SourceAccess& access);
  void write_settings(const SourceAccess& access) const;
  std::string log_tail() const; ///< the last 64 KiB that the server wrote
  std::string last_words() const;

  PostgresqlHome home_;
  std::shared_ptr<ScratchSpace> elsewhere_, short_place_; ///< the latter for the socket, when the scratch space lies too deep for one
  std::filesystem::path folder_, log_, socket_;
  std::string user_, path_, superuser_ = "hdskit_scratch";
  std::unique_ptr<ChildServer> server_;
  std::chrono::milliseconds started_in_{0};
  mutable std::chrono::milliseconds busy_{0};
};

/// The same access, whose log leaves out the rows and statements that programs of PostgreSQL quote beside an error.
SourceAccess without_rows(const SourceAccess& access);
std::string quoted_identifier(std::string_view name);
std::string quoted_literal(std::string_view text);

} // namespace hdskit
