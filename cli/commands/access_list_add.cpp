#include "cli/command.hpp"

#include "cli/access_options.hpp"

namespace hdskit::cli::commands {
namespace {

constexpr Option options[] = {
    {.name = "name", .placeholder = marked("NAME"), .help = marked("The short name by which the list is called, such as ACI-FO-PP."), .required = true},
    {.name = "location",
     .placeholder = marked("ADDRESS"),
     .help = marked("http://, https:// or ldap:// as the authority publishes it, or the whole path of a file."),
     .required = true},
    {.name = "proxy", .placeholder = marked("URL"), .help = marked("http://host:port through which it is asked; none is taken from the environment.")},
    {.name = "note", .placeholder = marked("TEXT"), .help = marked("What else is to be known.")},
};

int run(Context& context) {
  add_access_record(context, ListSource::type().kind, options);
  return 0;
}

} // namespace

extern const Command access_list_add;
const Command access_list_add{
    .name = "access list add",
    .summary = marked("Record where a revocation list comes from"),
    .options = options,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
