#include "cli/campaign_view.hpp"
#include "cli/command.hpp"
#include "cli/press.hpp"

namespace hdskit::cli::commands {
namespace {

constexpr Option operands[] = {campaign_operand};
constexpr Option options[] = {
    {.name = "output",
     .placeholder = marked("FILE"),
     .help = marked("What to write, by the ending of its name: .xlsx or .csv (to be filled in), .pdf (the annex with names), .json."),
     .kind = OptionKind::path},
    {.name = "summary", .placeholder = marked("FILE"), .help = marked("Write the summary without names to this PDF file."), .kind = OptionKind::path},
    {.name = "signed-text", .placeholder = marked("FILE"), .help = marked("Write the text that was signed to this file."), .kind = OptionKind::path},
    {.name = "signature",
     .placeholder = marked("FILE"),
     .help = marked("Write the signature by card to this file (CMS, detached, DER)."),
     .kind = OptionKind::path},
};

} // namespace

extern const Command access_campaign_export;
const Command access_campaign_export{
    .name = "access campaign export",
    .summary = marked("Write a review campaign as a table, a PDF, JSON, or what was signed"),
    .operands = operands,
    .options = options,
    .run = run_in_press,
    .failure_status = 3,
};

} // namespace hdskit::cli::commands
