#include "cli/command.hpp"

#include "cli/room_records.hpp"
#include "toolkit/certification/certification_store.hpp"

namespace hdskit::cli::commands {
namespace {

constexpr std::string_view kinds[] = {"scope-decision", "certification-audit", "nonconformity", "hosting-actor"};
constexpr Option kind_option{.name = "kind",
                             .placeholder = marked("KIND"),
                             .help = marked("What kind of record (default: the kind that has this reference)."),
                             .kind = OptionKind::choice,
                             .choices = kinds};
constexpr Option operands[] = {room_reference_operand};
constexpr Option options[] = {kind_option};

} // namespace

extern const Command certification_remove;
const Command certification_remove{
    .name = "certification remove",
    .summary = marked("Remove a record of certification that nothing cites any more"),
    .operands = operands,
    .options = options,
    .json = true,
    .run = [](Context& context) { return remove_from_room(context, certification_kinds); },
};

} // namespace hdskit::cli::commands
