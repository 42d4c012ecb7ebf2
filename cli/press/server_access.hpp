#pragma once

#include "cli/context.hpp"
#include "toolkit/notify/server_access.hpp"
#include "toolkit/procedure/deadline.hpp"

namespace hdskit::cli::press {

/// From the options of cli/server_options.hpp. Throws Problem bad_input when there is a user and no password, or two sources of it.
ServerAccess read_access(const Context& context, const std::string& url, const std::string& user);

/// All deadlines in French, whatever the language of the messages: colleagues and other programs read them. Without the settled ones with --open.
std::vector<Deadline> french_deadlines(const Context& context, const Workspace& workspace);

} // namespace hdskit::cli::press
