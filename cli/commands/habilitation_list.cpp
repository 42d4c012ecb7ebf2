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
constexpr Option options[] = {kind_option};

} // namespace

extern const Command habilitation_list;
const Command habilitation_list{
    .name = "habilitation list",
    .summary = marked("List one kind of record of authorisations"),
    .options = options,
    .json = true,
    .run = [](Context& context) { return list_room(context, habilitation_kinds); },
};

} // namespace hdskit::cli::commands
