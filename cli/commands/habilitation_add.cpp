#include "cli/command.hpp"

#include "cli/room_records.hpp"
#include "toolkit/habilitation/habilitation_store.hpp"

namespace hdskit::cli::commands {
namespace {

constexpr std::string_view kinds[] = {"access-project", "authorised-person", "output-release"};
constexpr Option kind_option{.name = "kind",
                             .placeholder = marked("KIND"),
                             .help = marked("What kind of record (default: access-project)."),
                             .kind = OptionKind::choice,
                             .choices = kinds};
constexpr Option options[] = {kind_option, room_set_option};

} // namespace

extern const Command habilitation_add;
const Command habilitation_add{
    .name = "habilitation add",
    .summary = marked("Record a project on health data, a person authorised to enter it, or an output"),
    .options = options,
    .json = true,
    .run = [](Context& context) { return add_to_room(context, habilitation_kinds); },
};

} // namespace hdskit::cli::commands
