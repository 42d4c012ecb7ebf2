#include "cli/command.hpp"

#include "cli/access_options.hpp"
#include "cli/press.hpp"

namespace hdskit::cli::commands {
namespace {

constexpr Option operands[] = {access_target_operand};
constexpr Option options[] = {
    {.name = "output", .placeholder = marked("FILE.pdf"), .help = marked("The PDF file to write."), .kind = OptionKind::path, .required = true},
    {.name = "check", .placeholder = marked("REFERENCE"), .help = marked("The check that is meant, such as EP3 (default: the last one).")},
};

} // namespace

extern const Command access_target_report;
const Command access_target_report{
    .name = "access target report",
    .summary = marked("Write one check of a declared endpoint as a PDF"),
    .operands = operands,
    .options = options,
    .run = run_in_press,
};

} // namespace hdskit::cli::commands
