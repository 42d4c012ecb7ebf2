#include "cli/command.hpp"

#include "cli/room_records.hpp"
#include "toolkit/certification/certification_store.hpp"

namespace hdskit::cli::commands {
namespace {

constexpr std::string_view kinds[] = {"scope-decision", "certification-audit", "nonconformity", "hosting-actor"};
constexpr Option kind_option{.name = "kind",
                             .placeholder = marked("KIND"),
                             .help = marked("What kind of record (default: scope-decision)."),
                             .kind = OptionKind::choice,
                             .choices = kinds};
constexpr Option options[] = {kind_option, room_set_option};

} // namespace

extern const Command certification_add;
const Command certification_add{
    .name = "certification add",
    .summary = marked("Record a decision on the scope, an audit, a non-conformity or an actor of the hosting"),
    .options = options,
    .json = true,
    .run = [](Context& context) { return add_to_room(context, certification_kinds); },
};

} // namespace hdskit::cli::commands
