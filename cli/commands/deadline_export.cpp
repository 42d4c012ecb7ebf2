#include "cli/command.hpp"

#include "cli/press.hpp"
#include "cli/server_options.hpp"

namespace hdskit::cli::commands {
namespace {

constexpr Option operands[] = {
    {.name = "file", .placeholder = marked("FILE.ics"), .help = marked("The calendar to write."), .kind = OptionKind::path, .required = true}};
constexpr Option options[] = {deadline_date_option, open_option};

} // namespace

extern const Command deadline_export;
const Command deadline_export{
    .name = "deadline export",
    .summary = marked("Write all deadlines to a file that calendar programs read"),
    .operands = operands,
    .options = options,
    .json = true,
    .run = run_in_press,
};

} // namespace hdskit::cli::commands
