#include "cli/command.hpp"

#include "cli/access_options.hpp"
#include "cli/press.hpp"
#include "toolkit/base/translate.hpp"

namespace hdskit::cli::commands {
namespace {

constexpr Option operands[] = {
    {.name = "URL",
     .placeholder = marked("URL"),
     .help = marked("Where the application shows what a card protects: https://host[:port]/path. With --workspace, only a declared one.")},
};

constexpr Option options[] = {
    {.name = "target", .placeholder = marked("NAME"), .help = marked("A declared endpoint of the workspace, with all that is recorded of it.")},
    {.name = "server-ca", .placeholder = marked("FILE"), .help = marked("The authority that proves the server, in PEM."), .kind = OptionKind::path},
    {.name = "valid",
     .placeholder = marked("CERTIFICATE,KEY"),
     .help = marked("A certificate that has to be let in and its key, in PEM: without it a refusal proves nothing.")},
    {.name = "case",
     .placeholder = marked("NAME=CERTIFICATE,KEY"),
     .help = marked("A certificate that has to be refused, and its key; may be given several times. Its chain may follow it in its file."),
     .repeatable = true},
    {.name = "expected-ca",
     .placeholder = marked("FILE"),
     .help = marked("Authorities that the server may ask for; may be given several times. Any other that it names is a finding."),
     .kind = OptionKind::path,
     .repeatable = true},
    {.name = "after",
     .placeholder = marked("SECONDS"),
     .help = marked("Wait so long before the session is resumed: time to revoke the valid certificate (default: 0)."),
     .kind = OptionKind::number},
    {.name = "rate", .placeholder = marked("NUMBER"), .help = marked("At most so many connections a second (default: 4)."), .kind = OptionKind::number},
    {.name = "timeout", .placeholder = marked("SECONDS"), .help = marked("Of each connection (default: 15)."), .kind = OptionKind::number},
    access_plugin_option,
};

} // namespace

extern const Command access_endpoint;
const Command access_endpoint{
    .name = "access endpoint",
    .summary = marked("See whom a hosted application really lets in"),
    .operands = operands,
    .options = options,
    .json = true,
    .run = run_in_press,
    .failure_status = 3,
};

} // namespace hdskit::cli::commands
