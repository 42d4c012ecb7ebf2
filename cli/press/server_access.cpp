#include "cli/press/server_access.hpp"

#include "cli/press/secret_option.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/dossier/deadlines.hpp"

namespace hdskit::cli::press {
namespace {

std::string read_password(const Arguments& arguments) {
  auto password = secret_of_options(arguments, {"password-file", "password-descriptor", "password-command"});
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
  auto password = secret_from_descriptor(number, "--password-descriptor");
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
