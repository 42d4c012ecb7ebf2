#include "toolkit/backup/run_restore_test.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

namespace hdskit {
namespace {

constexpr std::uint64_t longest_secret = 4096;

/// Files and programs end a password with a line feed that is no part of it.
std::string first_line(std::string text, const std::string& subject) {
  text = text.substr(0, text.find('\n'));
  if (text.ends_with('\r')) text.pop_back();
  if (text.empty()) throw Problem{ProblemKind::refused, subject, tr("“{1}” gives no password.", {subject}), tr("Put the password on the first line.")};
  return text;
}

std::string secret_of_command(const std::string& line, const ToolShelf& tools) {
  ChildCommand command;
  command.words = words_of_command(line);
  command.path = tools.path;
  if (command.words.empty()) throw Problem{ProblemKind::bad_input, "password_command", tr("The password command names no program."), {}};
  const auto program = command.words.front();
  const auto result = run_child(command, {.time = std::chrono::minutes{1}});
  if (!result.succeeded())
    throw Problem{ProblemKind::refused, program, tr("The command “{1}” gave no password: status {2}.", {program, std::to_string(result.status)}),
                  tr("Run it by hand with the account of the test, and read what it says.")};
  return first_line(result.output, program);
}

} // namespace

std::optional<std::string> secret_of(const BackupSource& source, const ToolShelf& tools) {
  if (!source.password_file.empty()) return first_line(read_file(source.password_file, longest_secret), source.password_file);
  if (!source.password_command.empty()) return secret_of_command(source.password_command, tools);
  return {};
}

} // namespace hdskit
