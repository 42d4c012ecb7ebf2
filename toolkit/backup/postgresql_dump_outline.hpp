#pragma once

#include "toolkit/backup/sql_script_reader.hpp"
#include "toolkit/base/date.hpp"

#include <optional>
#include <set>

namespace hdskit {

/// What a dump of PostgreSQL says of itself as an SQL script: read before any server sees it, for its bytes are nobody's to trust.
struct DumpOutline {
  int server_major = 0, dumper_major = 0; ///< 15; 0: not said
  std::optional<Instant> begun;           ///< pg_dump --verbose alone writes it
  std::string encoding;                   ///< as the client's encoding is set: "UTF8"
  bool complete = false;                  ///< the line that pg_dump writes at its end is there, and nothing after it
  bool whole_cluster = false;             ///< of pg_dumpall
  std::set<std::string> roles;            ///< named by the dump and not made by it
  std::set<std::string> tablespaces, databases;
  std::uint64_t rows = 0, statements = 0; ///< rows of COPY: as many at least must be in the database afterwards
  std::string refused;                    ///< the first words that no dump holds and that could run a program or reach out; "": none
};

class DumpOutlineReader {
public:
  DumpOutlineReader();
  void take(std::string_view piece) { reader_.take(piece); }
  DumpOutline finish();

private:
  bool statement(const std::vector<SqlToken>& tokens);
  void command(std::string_view line);
  void comment(std::string_view line);
  void refuse(std::string_view words);

  DumpOutline outline_;
  std::set<std::string> made_roles_;
  SqlScriptReader reader_;
};

/// The first word or so of a statement that pg_dump never writes and that a restore test does not carry out: DO, COPY … PROGRAM, ALTER SYSTEM. "": lawful.
/// A dump that hides such words in a function of its own is not seen: its restore has the rights of the server's user, and no others.
std::string unlawful_words(const std::vector<SqlToken>& tokens);
/// Roles that a statement gives something to, or takes it from.
std::set<std::string> roles_named(const std::vector<SqlToken>& tokens);

/// A moment as the tools of PostgreSQL write it, "2026-11-22 16:34:49 CET": with a zone of Europe or of France overseas by its letters or its hours.
/// Nothing when the zone is not known: an hour that could be another is none.
std::optional<Instant> postgresql_moment(std::string_view text);
/// 15 of "15.20 (Debian 15.20-0+deb12u1)", 0 when there is no number.
int major_version(std::string_view text);

} // namespace hdskit
