#include "cli/command.hpp"

#include "cli/access_options.hpp"

namespace hdskit::cli::commands {
namespace {

int run(Context& context) { return print_access_fields(context, HostedEndpoint::type().kind); }

} // namespace

extern const Command access_target_fields;
const Command access_target_fields{
    .name = "access target fields",
    .summary = marked("List the fields of a declared endpoint and what each accepts"),
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
