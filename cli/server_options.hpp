#pragma once

#include "cli/option.hpp"
#include "toolkit/base/translate.hpp"

namespace hdskit::cli {

// How the commands that speak to a server name themselves there. A password is never on the command line, where others can see it.

inline constexpr Option deadline_date_option{.name = "date",
                                             .placeholder = marked("DATE"),
                                             .help = marked("The day as of which deadlines are late or to come (default: today in Paris)."),
                                             .kind = OptionKind::date};
inline constexpr Option open_option{
    .name = "open", .placeholder = nullptr, .help = marked("Leave out the deadlines that are settled."), .kind = OptionKind::flag};
inline constexpr Option user_option{.name = "user", .placeholder = marked("NAME"), .help = marked("The user of the server.")};
inline constexpr Option password_file_option{
    .name = "password-file", .placeholder = marked("FILE"), .help = marked("A file whose first line is the password."), .kind = OptionKind::path};
inline constexpr Option password_descriptor_option{.name = "password-descriptor",
                                                   .placeholder = marked("NUMBER"),
                                                   .help = marked("An open file descriptor from which the password is read."),
                                                   .kind = OptionKind::number};
inline constexpr Option password_command_option{
    .name = "password-command", .placeholder = marked("COMMAND"), .help = marked("A command that prints the password, such as that of a password store.")};
inline constexpr Option ca_file_option{.name = "ca-file",
                                       .placeholder = marked("FILE"),
                                       .help = marked("The certificates (PEM) of the authorities to trust (default: those of the system)."),
                                       .kind = OptionKind::path};
inline constexpr Option timeout_option{.name = "timeout",
                                       .placeholder = marked("SECONDS"),
                                       .help = marked("How long to wait for the server in each exchange (default: 30)."),
                                       .kind = OptionKind::number};

} // namespace hdskit::cli
