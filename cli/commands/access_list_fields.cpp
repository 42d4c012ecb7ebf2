#include "cli/command.hpp"

#include "cli/access_options.hpp"

namespace hdskit::cli::commands {
namespace {

int run(Context& context) { return print_access_fields(context, ListSource::type().kind); }

} // namespace

extern const Command access_list_fields;
const Command access_list_fields{
    .name = "access list fields",
    .summary = marked("List the fields of a source of lists and what each accepts"),
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
