#pragma once

#include "cli/command.hpp"

#include <string>
#include <vector>

namespace hdskit::cli {

/// Every command, in the order in which the help lists them.
std::span<const Command* const> all_commands();

const Command* find_command(std::string_view name);
/// The commands whose names begin with these words: "workspace" gives "workspace create", "workspace show", …
std::vector<const Command*> commands_of(std::string_view words);
/// All beginnings of names that a word must follow: "workspace", "risk", "risk study".
std::vector<std::string_view> command_groups();

/// What a command line asks for, before its options are read.
struct Request {
  const Command* command = nullptr;
  std::string noun;               ///< when only the beginning of a name was typed, or nothing
  std::vector<std::string> words; ///< what remains for the command
};
/// Throws Problem bad_input with the closest command as remedy. Global options may stand before the command.
Request find_request(const std::vector<std::string>& words);

/// "Did you mean …?", or where the list of commands is.
[[noreturn]] void refuse_command(const std::string& typed);

} // namespace hdskit::cli
