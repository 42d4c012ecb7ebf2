#include "cli/command.hpp"

#include "cli/press.hpp"
#include "toolkit/base/translate.hpp"

namespace hdskit::cli::commands {
namespace {

constexpr Option operands[] = {
    {.name = "result",
     .placeholder = marked("RESULT"),
     .help = marked("A signed result, as “hdskit backup test --plan” wrote it on its machine."),
     .kind = OptionKind::path,
     .required = true,
     .repeatable = true},
};

} // namespace

extern const Command backup_import;
const Command backup_import{
    .name = "backup import",
    .summary = marked("File the signed results of machines that do not reach the workspace, each once"),
    .operands = operands,
    .json = true,
    .run = run_in_press,
};

} // namespace hdskit::cli::commands
