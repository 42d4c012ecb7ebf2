#include "cli/command.hpp"

#include "cli/press.hpp"
#include "cli/review_options.hpp"

namespace hdskit::cli::commands {
namespace {

constexpr Option options[] = {
    accounts_option,
    people_option,
    directory_option,
    {.name = "output",
     .placeholder = marked("FILE"),
     .help = marked("Where the answers are kept (for their owner only). When it holds answers already, those who lack are asked."),
     .kind = OptionKind::path,
     .required = true},
    {.name = "key-file", .placeholder = marked("FILE"), .help = marked("A file whose first line is the key of the interface."), .kind = OptionKind::path},
    {.name = "key-fd", .placeholder = marked("NUMBER"), .help = marked("An open file descriptor from which the key is read."), .kind = OptionKind::number},
    {.name = "key-command", .placeholder = marked("COMMAND"), .help = marked("A command that prints the key, such as that of a password store.")},
    {.name = "url", .placeholder = marked("URL"), .help = marked("The interface to ask (default: https://gateway.api.esante.gouv.fr/fhir/v2).")},
    {.name = "ca",
     .placeholder = marked("FILE"),
     .help = marked("The authority that proves the interface, in PEM (default: those of the system)."),
     .kind = OptionKind::path},
    {.name = "proxy", .placeholder = marked("URL"), .help = marked("Through which to ask: http://host:port (default: none).")},
    {.name = "rate",
     .placeholder = marked("NUMBER"),
     .help = marked("At most so many calls a second, from 1 to 17 (default: 15)."),
     .kind = OptionKind::number},
    {.name = "anew", .placeholder = nullptr, .help = marked("Ask for all of them again; the answers in the file go."), .kind = OptionKind::flag},
    {.name = "dry-run", .placeholder = nullptr, .help = marked("Say how many persons would be asked for, and ask nobody."), .kind = OptionKind::flag},
};

} // namespace

extern const Command access_directory_ask;
const Command access_directory_ask{
    .name = "access directory ask",
    .summary = marked("Ask the directory about the professionals whom its extract did not find"),
    .options = options,
    .json = true,
    .run = run_in_press,
    .failure_status = 3,
};

} // namespace hdskit::cli::commands
