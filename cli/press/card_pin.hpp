#pragma once

#include "cli/context.hpp"

#include <optional>
#include <string>

namespace hdskit::cli::press {

/// The PIN of a card: from the descriptor --pin-fd, else typed at the terminal without being shown, else nothing. Never an argument, never the environment.
/// Throws Problem bad_input for a descriptor that gives none.
std::optional<std::string> read_pin(const Context& context, const std::string& card);

} // namespace hdskit::cli::press
