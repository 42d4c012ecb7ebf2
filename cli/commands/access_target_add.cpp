#include "cli/command.hpp"

#include "cli/access_options.hpp"

namespace hdskit::cli::commands {
namespace {

constexpr Option options[] = {
    {.name = "name", .placeholder = marked("NAME"), .help = marked("The short name by which checks and reports call it, such as DPI-WEB."), .required = true},
    {.name = "url",
     .placeholder = marked("URL"),
     .help = marked("Where the application shows what a card protects: https://host[:port]/path."),
     .required = true},
    {.name = "ownership",
     .placeholder = marked("TEXT"),
     .help = marked("Who says that it is the hospital’s own, and since when: nothing else may be probed."),
     .required = true},
    {.name = "service", .placeholder = marked("CODE"), .help = marked("The hosted service that it belongs to.")},
    {.name = "server-ca",
     .placeholder = marked("FILE"),
     .help = marked("The authority that proves the server, in PEM: its whole path."),
     .kind = OptionKind::path},
    {.name = "valid", .placeholder = marked("CERTIFICATE,KEY"), .help = marked("A certificate that has to be let in and its key, in PEM: their whole paths.")},
    {.name = "case",
     .placeholder = marked("NAME=CERTIFICATE,KEY"),
     .help = marked("A certificate that has to be refused, and its key; may be given several times."),
     .repeatable = true},
    {.name = "expected-ca",
     .placeholder = marked("NAME"),
     .help = marked("A trusted authority that the server may ask for; may be given several times."),
     .repeatable = true},
    {.name = "rate", .placeholder = marked("NUMBER"), .help = marked("At most so many connections a second (default: 4)."), .kind = OptionKind::number},
    {.name = "test-every", .placeholder = marked("DAYS"), .help = marked("A check older than this is none (default: 365)."), .kind = OptionKind::number},
    {.name = "note", .placeholder = marked("TEXT"), .help = marked("What else is to be known.")},
};

int run(Context& context) {
  add_access_record(context, HostedEndpoint::type().kind, options);
  return 0;
}

} // namespace

extern const Command access_target_add;
const Command access_target_add{
    .name = "access target add",
    .summary = marked("Declare an endpoint of a hosted application as the hospital’s own"),
    .options = options,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
