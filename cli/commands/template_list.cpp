#include "cli/command.hpp"

#include "cli/press.hpp"
#include "toolkit/base/translate.hpp"

namespace hdskit::cli::commands {

extern const Command template_list;
const Command template_list{
    .name = "template list",
    .summary = marked("List the templates of the dossier, and which are the hospital's own"),
    .json = true,
    .run = run_in_press,
};

} // namespace hdskit::cli::commands
