#include "toolkit/backup/source_driver.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

#include <algorithm>

namespace hdskit {
namespace {

std::string missing_remedy(const std::vector<std::string>& packages) { return tr("Install it: apt install {1}", {joined(packages, " ")}); }

[[noreturn]] void fail_on_limit(const std::string& objection) {
  throw Problem{ProblemKind::no_space, "", objection, tr("Raise the limits of the source, or give the test more room and time.")};
}

/// The sentences of strerror for ENOSPC and EDQUOT: children speak the C locale.
bool tells_full_disk(const std::string& errors) {
  return errors.find("No space left on device") != std::string::npos || errors.find("Disk quota exceeded") != std::string::npos ||
         errors.find("no space left on device") != std::string::npos;
}

std::string masked(std::string text, const std::optional<std::string>& secret) {
  return secret && secret->size() >= 4 ? replaced(std::move(text), *secret, "***") : text;
}

void log_result(const SourceAccess& access, const ChildCommand& command, const ChildResult& result) {
  if (!access.log) return;
  auto line = "$ " + without_passwords(joined(command.words, " "));
  line += result.signal != 0 ? "\n  signal " + std::to_string(result.signal) : "\n  status " + std::to_string(result.status);
  line += ", " + std::to_string(result.duration.count()) + " ms";
  if (result.timed_out) line += ", out of time";
  if (!result.objection.empty()) line += ", " + result.objection;
  for (const auto part : lines_of(result.errors))
    if (!trimmed(part).empty()) line += "\n  | " + without_passwords(part);
  access.log(masked(std::move(line), access.secret));
}

} // namespace

ChildResult SourceAccess::run(ChildCommand command, std::string_view package, const std::function<void(std::string_view)>& take) const {
  const auto program = command.words.at(0);
  if (command.path == ChildCommand{}.path) command.path = tools.path;
  if (!find_program(program, command.path))
    throw Problem{ProblemKind::not_found, program, tr("The program “{1}” is not installed.", {program}), missing_remedy({std::string{package}})};
  auto result = run_child(command, limits, take);
  log_result(*this, command, result);
  if (!result.objection.empty()) fail_on_limit(result.objection);
  if (result.timed_out) fail_on_limit(tr("The time that the test may take is over."));
  if (result.status != 0 && tells_full_disk(result.errors)) fail_on_limit(tr("The disk of the scratch space is full."));
  if (result.signal != 0)
    throw Problem{ProblemKind::unreachable, program, tr("The program “{1}” was ended by signal {2}.", {program, std::to_string(result.signal)}),
                  tr("See the log of the test; start it again.")};
  return result;
}

void SourceAccess::go_on() const {
  if (limits.cancelled && limits.cancelled()) throw Problem{ProblemKind::cancelled, "", tr("Stopped at your request."), ""};
  if (!limits.objection) return;
  if (const auto objection = limits.objection(); !objection.empty()) fail_on_limit(objection);
}

std::string without_passwords(std::string_view text) {
  std::string result;
  for (;;) {
    const auto scheme = text.find("://");
    if (scheme == std::string_view::npos) return result + std::string{text};
    const auto start = scheme + 3;
    const auto authority = text.substr(start, text.find_first_of("/ \t\n\"'", start) - start);
    const auto at = authority.rfind('@');
    const auto colon = authority.find(':');
    const bool has_password = at != std::string_view::npos && colon < at;
    result += text.substr(0, start);
    if (has_password) result += std::string{authority.substr(0, colon + 1)} + "***" + std::string{authority.substr(at)};
    else result += authority;
    text.remove_prefix(start + authority.size());
  }
}

void require_tools(const SourceDriver& driver, const ToolShelf& tools) {
  auto path = tools.path;
  for (const auto& folder : tools.postgresql_folders) path += ":" + folder;
  std::vector<std::string> programs, packages;
  for (const auto& tool : driver.tools) {
    if (find_program(tool.program, path)) continue;
    programs.emplace_back(tool.program);
    if (std::ranges::find(packages, tool.package) == packages.end()) packages.emplace_back(tool.package);
  }
  if (programs.empty()) return;
  const auto names = joined(programs, ", ");
  throw Problem{ProblemKind::not_found, names, tr("Programs that this kind of backup needs are not installed: {1}.", {names}), missing_remedy(packages)};
}

} // namespace hdskit
