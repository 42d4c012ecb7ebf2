#include "cli/command.hpp"

#include "cli/press.hpp"
#include "cli/server_options.hpp"

namespace hdskit::cli::commands {
namespace {

constexpr Option options[] = {
    {.name = "url", .placeholder = marked("URL"), .help = marked("The calendar on its server (CalDAV), with https."), .required = true},
    user_option,
    password_file_option,
    password_descriptor_option,
    password_command_option,
    ca_file_option,
    timeout_option,
    {.name = "overwrite",
     .placeholder = nullptr,
     .help = marked("Write every event again, also over what somebody else changed on the server."),
     .kind = OptionKind::flag},
    deadline_date_option,
    open_option,
};

} // namespace

extern const Command deadline_push;
const Command deadline_push{
    .name = "deadline push",
    .summary = marked("Keep a calendar on a server up to date with all deadlines"),
    .options = options,
    .json = true,
    .run = run_in_press,
};

} // namespace hdskit::cli::commands
