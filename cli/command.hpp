#pragma once

#include "cli/option.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hdskit::cli {

struct Context;

/// A command: noun and verb (with a noun between them where a noun has parts: "risk study import"), one line, its operands and options, one function. Its
/// manual page stands beside it: cli/commands/<noun>_<verb>.md and .fr.md.
struct Command {
  std::string_view name;                 ///< "workspace create"
  const char* summary;                   ///< marked message, without a full stop
  std::span<const Option> operands = {}; ///< in order; only the last may be repeatable
  std::span<const Option> options = {};
  bool json = false;            ///< understands --json
  int (*run)(Context& context); ///< gives the exit status: 0 done, 1 "not as it should be"; throws Problem
  /// The status of every Problem but a cancellation, for commands whose statuses mean something to a scheduler; a wrong command line is then
  /// wrong_usage_status. 0: that of the Problem's kind.
  int failure_status = 0;
};

inline constexpr int wrong_usage_status = 64; ///< EX_USAGE of sysexits.h

/// Its own options, then --json if it understands it, then those of every command.
std::vector<const Option*> options_of(const Command& command);

std::string_view noun_of(const Command& command);
std::string file_stem_of(const Command& command); ///< "workspace_create"

} // namespace hdskit::cli
