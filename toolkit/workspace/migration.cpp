#include "toolkit/workspace/migration.hpp"

#include "embedded/migrations.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

#include <stdexcept>

namespace hdskit {
namespace {

std::vector<Migration> embedded_migrations() {
  std::vector<Migration> result;
  for (const auto& file : embedded::migrations()) { // sorted by name, so by number
    const auto name = file.path.substr(0, file.path.rfind('.'));
    result.push_back({std::stoi(std::string{name.substr(0, 4)}), std::string{name}, file.bytes, digest_of(file.bytes)});
    if (result.back().number != static_cast<int>(result.size())) throw std::logic_error{"migrations must be numbered without a gap"};
  }
  return result;
}

/// A statement ends with a semicolon at the end of a line; a line that begins with "--" is a comment.
std::vector<std::string> statements_of(const std::string& sql) {
  std::vector<std::string> statements;
  std::string statement;
  for (const auto line : lines_of(sql)) {
    if (trimmed(line).empty() || trimmed(line).starts_with("--")) continue;
    statement += std::string{line} + "\n";
    if (!trimmed(line).ends_with(";")) continue;
    statements.push_back(statement.substr(0, statement.rfind(';')));
    statement.clear();
  }
  if (!statement.empty()) throw std::logic_error{"a migration ends in the middle of a statement"};
  return statements;
}

[[noreturn]] void refuse_altered_format(const std::string& location, const std::string& migration) {
  throw Problem{ProblemKind::damaged, location,
                tr("The workspace “{1}” is damaged: its step of format “{2}” is not the one of this program.", {location, migration}),
                tr("Restore the last backup with `hdskit workspace restore`; nothing was changed.")};
}

} // namespace

const std::vector<Migration>& migrations() {
  static const auto all = embedded_migrations();
  return all;
}

int newest_format() { return static_cast<int>(migrations().size()); }

void apply_migrations(Dialect& dialect, int from, int to, const Acting& acting) {
  for (const auto& migration : migrations()) {
    if (migration.number < from || migration.number > to) continue;
    const auto sql = replaced(std::string{migration.sql}, "{bytes}", dialect.bytes_type());
    for (const auto& statement : statements_of(sql)) dialect.execute(statement);
    dialect.execute("insert into migration (number, name, digest, applied_at) values (:p1, :p2, :p3, :p4)",
                    {std::to_string(migration.number), migration.name, migration.digest.hex(), acting.at.iso()});
  }
  dialect.note_format(to);
}

int recorded_format(Dialect& dialect, const std::string& location) {
  const auto steps = dialect.read("select number, name, digest from migration order by number");
  int format = 0;
  for (const auto& step : steps) {
    ++format;
    if (step[0] != std::to_string(format)) refuse_altered_format(location, step[1]);
    if (format <= newest_format() && step[2] != migrations()[static_cast<std::size_t>(format) - 1].digest.hex()) refuse_altered_format(location, step[1]);
  }
  if (format == 0) refuse_altered_format(location, "0001");
  return format;
}

void refuse_newer_format(int format, const std::string& location) {
  if (format <= newest_format()) return;
  throw Problem{
      ProblemKind::newer_format, location,
      tr("The workspace “{1}” has format {2}, and this program knows formats up to {3}.", {location, std::to_string(format), std::to_string(newest_format())}),
      tr("Install the newer hdskit that wrote it; nothing was changed.")};
}

void refuse_other_format(int format, const std::string& location) {
  refuse_newer_format(format, location);
  if (format == newest_format()) return;
  throw Problem{
      ProblemKind::older_format, location,
      tr("The workspace “{1}” has format {2}, older than the format {3} of this program.", {location, std::to_string(format), std::to_string(newest_format())}),
      tr("Run `hdskit workspace upgrade`: it keeps a copy first.")};
}

} // namespace hdskit
