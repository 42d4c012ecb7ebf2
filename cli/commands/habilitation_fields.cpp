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

extern const Command habilitation_fields;
const Command habilitation_fields{
    .name = "habilitation fields",
    .summary = marked("List the fields of a kind of record of authorisations, and what each accepts"),
    .options = options,
    .json = true,
    .run = [](Context& context) { return fields_of_room(context, habilitation_kinds); },
};

} // namespace hdskit::cli::commands
