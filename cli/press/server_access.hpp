#pragma once

#include "cli/context.hpp"
#include "toolkit/notify/server_access.hpp"
#include "toolkit/procedure/deadline.hpp"

namespace hdskit::cli::press {

/// From the options of cli/server_options.hpp. Throws Problem bad_input when there is a user and no password, or two sources of it.
ServerAccess read_access(const Context& context, const std::string& url, const std::string& user);

/// The first line that an open descriptor gives. Throws Problem bad_input.
std::string password_from_descriptor(std::int64_t number);

/// All deadlines in French, whatever the language of the messages: colleagues and other programs read them. Without the settled ones with --open.
std::vector<Deadline> french_deadlines(const Context& context, const Workspace& workspace);

} // namespace hdskit::cli::press
