#include "cli/command.hpp"

#include "cli/evidence_options.hpp"
#include "cli/press.hpp"

namespace hdskit::cli::commands {
namespace {

constexpr Option operands[] = {
    {.name = "document", .placeholder = marked("DOCUMENT"), .help = marked("The code of the document."), .required = true},
    {.name = "file", .placeholder = marked("FILE"), .help = marked("A new version of its bytes."), .kind = OptionKind::path},
};

} // namespace

extern const Command evidence_edit;
const Command evidence_edit{
    .name = "evidence edit",
    .summary = marked("Change the description of a document, or file a new version of it"),
    .operands = operands,
    .options = evidence_options,
    .json = true,
    .run = run_in_press,
};

} // namespace hdskit::cli::commands
