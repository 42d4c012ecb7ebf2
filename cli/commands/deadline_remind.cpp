#include "cli/command.hpp"

#include "cli/press.hpp"
#include "cli/server_options.hpp"

namespace hdskit::cli::commands {
namespace {

constexpr Option options[] = {
    {.name = "server", .placeholder = marked("URL"), .help = marked("The mail server: smtp://name:587 or smtps://name (default: the one remembered).")},
    {.name = "from", .placeholder = marked("ADDRESS"), .help = marked("The mail address that writes (default: the one remembered).")},
    {.name = "default-to",
     .placeholder = marked("ADDRESS"),
     .help = marked("Who is told of what belongs to nobody, or to somebody without a mail address (default: the one remembered).")},
    user_option,
    password_file_option,
    password_descriptor_option,
    password_command_option,
    ca_file_option,
    timeout_option,
    {.name = "without-tls", .placeholder = nullptr, .help = marked("In the clear, to a server on this machine only."), .kind = OptionKind::flag},
    {.name = "remember",
     .placeholder = nullptr,
     .help = marked("Keep server, user and addresses in the workspace for the next runs; never the password."),
     .kind = OptionKind::flag},
    {.name = "before",
     .placeholder = marked("DAYS"),
     .help = marked("How many days before a deadline somebody is told (default: 30, 7 and 1)."),
     .kind = OptionKind::number,
     .repeatable = true},
    {.name = "dry-run", .placeholder = nullptr, .help = marked("Show what would be sent; send and remember nothing."), .kind = OptionKind::flag},
    {.name = "plugin",
     .placeholder = nullptr,
     .help = marked("One line for Nagios or Centreon, with its exit statuses; send nothing."),
     .kind = OptionKind::flag},
    {.name = "warning",
     .placeholder = marked("DAYS"),
     .help = marked("With --plugin: a deadline within that many days is a warning (default: 7)."),
     .kind = OptionKind::number},
    {.name = "critical",
     .placeholder = marked("DAYS"),
     .help = marked("With --plugin: a deadline within that many days is critical, as a late one is (default: 0)."),
     .kind = OptionKind::number},
    deadline_date_option,
};

} // namespace

extern const Command deadline_remind;
const Command deadline_remind{
    .name = "deadline remind",
    .summary = marked("Tell each person by mail what is late and what comes, once"),
    .options = options,
    .json = true,
    .run = run_in_press,
};

} // namespace hdskit::cli::commands
