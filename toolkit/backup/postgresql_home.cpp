#include "toolkit/backup/postgresql_dump_outline.hpp"
#include "toolkit/backup/scratch_postgresql.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

#include <algorithm>

namespace hdskit {
namespace {

/// "postgres (PostgreSQL) 15.20 (Debian 15.20-0+deb12u1)" → "15.20 (Debian 15.20-0+deb12u1)"
std::string version_of(std::string_view answer) {
  constexpr std::string_view mark = "(PostgreSQL) ";
  const auto at = answer.find(mark);
  return at == std::string_view::npos ? std::string{} : std::string{trimmed(answer.substr(at + mark.size()))};
}

std::string versions_here(const std::vector<PostgresqlHome>& homes) {
  std::vector<std::string> numbers;
  for (const auto& home : homes) numbers.push_back(std::to_string(home.major));
  return joined(numbers, ", ");
}

[[noreturn]] void not_here(const std::vector<PostgresqlHome>& homes, int major) {
  const auto package = major > 0 ? "postgresql-" + std::to_string(major) : std::string{"postgresql"};
  if (homes.empty())
    throw Problem{ProblemKind::not_found, package, tr("This machine has no server programs of PostgreSQL, which the test restores into."),
                  tr("Install the package {1}.", {package})};
  throw Problem{ProblemKind::not_found, package, tr("The backup needs PostgreSQL {1}; this machine has {2}.", {std::to_string(major), versions_here(homes)}),
                tr("Install the package {1}.", {package})};
}

} // namespace

std::vector<PostgresqlHome> postgresql_homes(const SourceAccess& access) {
  std::vector<PostgresqlHome> homes;
  for (const auto& folder : access.tools.postgresql_folders) {
    PostgresqlHome home{.folder = folder};
    if (!home.has("postgres") || !home.has("initdb") || !home.has("psql")) continue;
    const auto result = run_child({.words = {home.program("postgres"), "--version"}, .folder = "/", .user = server_user(access.tools)});
    home.version = version_of(result.output);
    home.major = major_version(home.version);
    if (result.succeeded() && home.major > 0) homes.push_back(home);
  }
  std::ranges::sort(homes, {}, &PostgresqlHome::major);
  return homes;
}

PostgresqlHome postgresql_home_from(const SourceAccess& access, int major) {
  const auto homes = postgresql_homes(access);
  for (const auto& home : homes)
    if (home.major >= major) return home;
  not_here(homes, major);
}

PostgresqlHome postgresql_home_of(const SourceAccess& access, int major) {
  const auto homes = postgresql_homes(access);
  for (const auto& home : homes)
    if (home.major == major) return home;
  not_here(homes, major);
}

} // namespace hdskit
