#include "cli/command.hpp"

namespace hdskit::cli {

std::vector<const Option*> options_of(const Command& command) {
  std::vector<const Option*> options;
  for (const auto& option : command.options) options.push_back(&option);
  if (command.json) options.push_back(&json_option());
  for (const auto& option : global_options()) options.push_back(&option);
  return options;
}

} // namespace hdskit::cli
