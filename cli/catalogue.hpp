#pragma once

#include "cli/command.hpp"

#include <string>
#include <vector>

namespace hdskit::cli {

/// Every command, in the order in which the help lists them.
std::span<const Command* const> all_commands();

const Command* find_command(std::string_view name);
/// The commands of a noun: "workspace create", "workspace show", …
std::vector<const Command*> commands_of(std::string_view noun);

/// What a command line asks for, before its options are read.
struct Request {
  const Command* command = nullptr;
  std::string noun;               ///< when only a noun was typed, or nothing
  std::vector<std::string> words; ///< what remains for the command
};
/// Throws Problem bad_input with the closest command as remedy. Global options may stand before the command.
Request find_request(const std::vector<std::string>& words);

/// "Did you mean …?", or where the list of commands is.
[[noreturn]] void refuse_command(const std::string& typed);

} // namespace hdskit::cli
