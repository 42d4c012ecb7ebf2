#include "cli/press/secret_option.hpp"

#include "toolkit/base/file.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

#include <cerrno>
#include <cstdio>

#include <unistd.h>

namespace hdskit::cli::press {
namespace {

constexpr std::size_t longest_secret = 4096; // bytes

std::string first_line(const std::string& text) { return std::string{lines_of(text).empty() ? std::string_view{} : lines_of(text).front()}; }

std::string run_command(const std::string& command, const std::string& option) {
  std::string text(longest_secret, '\0');
  auto* pipe = ::popen(command.c_str(), "re");
  if (pipe) text.resize(std::fread(text.data(), 1, text.size(), pipe));
  if (pipe && ::pclose(pipe) == 0) return text;
  throw Problem{ProblemKind::bad_input, option, tr("The command of {1} failed.", {option}), tr("Try it by itself.")};
}

} // namespace

std::string secret_from_descriptor(std::int64_t number, const std::string& option) {
  std::string text(longest_secret, '\0');
  std::size_t size = 0;
  for (ssize_t count = 1; count != 0 && size < text.size();) {
    count = ::read(static_cast<int>(number), text.data() + size, text.size() - size);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0)
      throw Problem{ProblemKind::bad_input, option, tr("The descriptor {1} cannot be read.", {std::to_string(number)}),
                    tr("Open it for reading, such as with: 3< FILE")};
    size += static_cast<std::size_t>(count);
  }
  text.resize(size);
  return first_line(text);
}

std::string secret_of_options(const Arguments& arguments, const SecretOptions& options) {
  std::string given;
  for (const auto option : options) {
    if (!arguments.has(option)) continue;
    if (!given.empty())
      throw Problem{ProblemKind::bad_input, "--" + std::string{option}, tr("It was given twice, by --{1} and by --{2}.", {given, option}),
                    tr("Give it in one way.")};
    given = option;
  }
  if (given == options[0]) return first_line(read_file(arguments.text(given), longest_secret));
  if (given == options[1]) return secret_from_descriptor(arguments.number(given).value_or(0), "--" + given);
  return given.empty() ? "" : first_line(run_command(arguments.text(given), "--" + given));
}

} // namespace hdskit::cli::press
