#pragma once

#include "cli/arguments.hpp"

#include <array>
#include <string>
#include <string_view>

namespace hdskit::cli::press {

/// The three options by which a secret comes: a file, a descriptor, a command. Never an argument, never the environment.
using SecretOptions = std::array<std::string_view, 3>;

/// The first line of what the one option gives; "" when none was given or it gives nothing. Throws Problem bad_input when two were given, or one cannot be
/// read.
std::string secret_of_options(const Arguments& arguments, const SecretOptions& options);

/// The first line that an open descriptor gives, "" when it is empty. Throws Problem bad_input naming `option`.
std::string secret_from_descriptor(std::int64_t number, const std::string& option);

} // namespace hdskit::cli::press
