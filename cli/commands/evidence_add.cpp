#include "cli/command.hpp"

#include "cli/evidence_options.hpp"
#include "cli/press.hpp"

namespace hdskit::cli::commands {
namespace {

constexpr Option operands[] = {
    {.name = "file",
     .placeholder = marked("FILE"),
     .help = marked("The document: PDF, PNG and JPEG become annexes, anything else only goes into the archive."),
     .kind = OptionKind::path,
     .required = true},
};

} // namespace

extern const Command evidence_add;
const Command evidence_add{
    .name = "evidence add",
    .summary = marked("File a document in the vault of the workspace"),
    .operands = operands,
    .options = evidence_options,
    .json = true,
    .run = run_in_press,
};

} // namespace hdskit::cli::commands
