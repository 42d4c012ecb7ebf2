#include "cli/press/server_access.hpp"

#include "toolkit/base/file.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/dossier/deadlines.hpp"

#include <array>
#include <cerrno>
#include <cstdio>

#include <unistd.h>

namespace hdskit::cli::press {
namespace {

constexpr std::size_t longest_password = 4096; // bytes
constexpr std::array<std::string_view, 3> sources = {"password-file", "password-descriptor", "password-command"};

std::string first_line(const std::string& text) { return std::string{lines_of(text).empty() ? std::string_view{} : lines_of(text).front()}; }

std::string read_descriptor(std::int64_t number) {
  std::string text(longest_password, '\0');
  std::size_t size = 0;
  for (ssize_t count = 1; count != 0 && size < text.size();) {
    count = ::read(static_cast<int>(number), text.data() + size, text.size() - size);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0)
      throw Problem{ProblemKind::bad_input, "--password-descriptor", tr("The password cannot be read from the descriptor {1}.", {std::to_string(number)}),
                    tr("Open it for reading, such as with: 3< FILE")};
    size += static_cast<std::size_t>(count);
  }
  text.resize(size);
  return text;
}

std::string run_command(const std::string& command) {
  std::string text(longest_password, '\0');
  auto* pipe = ::popen(command.c_str(), "re");
  if (pipe) text.resize(std::fread(text.data(), 1, text.size(), pipe));
  if (pipe && ::pclose(pipe) == 0) return text;
  throw Problem{ProblemKind::bad_input, "--password-command", tr("The command that gives the password failed."), tr("Try it by itself.")};
}

std::string read_password(const Arguments& arguments) {
  std::string given;
  for (const auto source : sources) {
    if (!arguments.has(source)) continue;
    if (!given.empty()) throw Problem{ProblemKind::bad_input, "--" + std::string{source}, tr("The password was given twice."), tr("Give it in one way.")};
    given = source;
  }
  std::string text;
  if (given == sources[0]) text = read_file(arguments.text(given), longest_password);
  else if (given == sources[1]) text = read_descriptor(arguments.number(given).value_or(0));
  else if (given == sources[2]) text = run_command(arguments.text(given));
  auto password = first_line(text);
  if (password.empty())
    throw Problem{ProblemKind::bad_input, "--password-file", tr("There is a user and no password."),
                  tr("Give it with --password-file, --password-descriptor or --password-command.")};
  return password;
}

} // namespace

ServerAccess read_access(const Context& context, const std::string& url, const std::string& user) {
  constexpr std::int64_t customary = 30, longest = 3600; // seconds
  const auto& arguments = context.arguments;
  const auto timeout = arguments.number("timeout").value_or(customary);
  if (timeout < 1 || timeout > longest)
    throw Problem{ProblemKind::bad_input, "--timeout", tr("The time to wait is from 1 to {1} seconds.", {std::to_string(longest)}), tr("Check the number.")};
  return {.url = url,
          .user = user,
          .password = user.empty() ? std::string{} : read_password(arguments),
          .ca_file = arguments.text("ca-file"),
          .timeout = std::chrono::seconds{timeout}};
}

std::string password_from_descriptor(std::int64_t number) {
  auto password = first_line(read_descriptor(number));
  if (!password.empty()) return password;
  throw Problem{ProblemKind::bad_input, "--password-descriptor", tr("The descriptor {1} gives no password.", {std::to_string(number)}),
                tr("Open it for reading, such as with: 3< FILE")};
}

std::vector<Deadline> french_deadlines(const Context& context, const Workspace& workspace) {
  const LanguageScope french{Language::french};
  auto deadlines = all_deadlines(workspace, context.date_or_today());
  if (context.arguments.has("open")) std::erase_if(deadlines, [](const Deadline& deadline) { return deadline.done.has_value(); });
  return deadlines;
}

} // namespace hdskit::cli::press
