#include "cli/access_options.hpp"
#include "cli/card_options.hpp"
#include "cli/command.hpp"
#include "cli/press.hpp"

namespace hdskit::cli::commands {
namespace {

constexpr Option operands[] = {
    {.name = "filing", .placeholder = marked("NUMBER"), .help = marked("The filing, as “hdskit dossier list” numbers it."), .required = true},
};
constexpr Option options[] = {
    card_module_option,
    pin_descriptor_option,
    token_option,
    list_file_option,
    list_cache_option,
    {.name = "output",
     .placeholder = marked("FILE"),
     .help = marked("Write the signature beside the PDF too (CMS, detached, DER): depot.pdf.p7s."),
     .kind = OptionKind::path},
};

} // namespace

extern const Command dossier_sign;
const Command dossier_sign{
    .name = "dossier sign",
    .summary = marked("Sign what was filed with a card"),
    .operands = operands,
    .options = options,
    .json = true,
    .run = run_in_press,
};

} // namespace hdskit::cli::commands
