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
constexpr Option options[] = {kind_option};

} // namespace

extern const Command certification_list;
const Command certification_list{
    .name = "certification list",
    .summary = marked("List one kind of record of certification"),
    .options = options,
    .json = true,
    .run = [](Context& context) { return list_room(context, certification_kinds); },
};

} // namespace hdskit::cli::commands
