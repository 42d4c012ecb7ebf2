#include "cli/command.hpp"

#include "cli/room_records.hpp"
#include "toolkit/habilitation/habilitation_store.hpp"

namespace hdskit::cli::commands {
namespace {

constexpr std::string_view kinds[] = {"access-project", "authorised-person", "output-release"};
constexpr Option kind_option{.name = "kind",
                             .placeholder = marked("KIND"),
                             .help = marked("What kind of record (default: the kind that has this reference)."),
                             .kind = OptionKind::choice,
                             .choices = kinds};
constexpr Option operands[] = {room_reference_operand};
constexpr Option options[] = {kind_option, room_set_option};

} // namespace

extern const Command habilitation_edit;
const Command habilitation_edit{
    .name = "habilitation edit",
    .summary = marked("Change fields of a record of authorisations"),
    .operands = operands,
    .options = options,
    .json = true,
    .run = [](Context& context) { return edit_in_room(context, habilitation_kinds); },
};

} // namespace hdskit::cli::commands
