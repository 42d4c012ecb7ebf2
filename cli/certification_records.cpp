#include "cli/command.hpp"

#include "cli/room_records.hpp"
#include "toolkit/certification/certification_store.hpp"

namespace hdskit::cli::commands {
namespace {

constexpr std::string_view kinds[] = {"scope-decision", "certification-audit", "nonconformity", "hosting-actor"};
constexpr Option one_kind = room_kind_option(kinds, marked("What kind of record (default: scope-decision)."));
constexpr Option any_kind = room_kind_option(kinds, marked("What kind of record (default: the kind that has this reference)."));
constexpr Option reference[] = {room_reference_operand};
constexpr Option new_record[] = {one_kind, room_set_option};
constexpr Option known_record[] = {any_kind};
constexpr Option changed_record[] = {any_kind, room_set_option};
constexpr Option kind_alone[] = {one_kind};

} // namespace

extern const Command certification_add;
const Command certification_add{
    .name = "certification add",
    .summary = marked("Record a decision on the scope, an audit, a non-conformity or an actor of the hosting"),
    .options = new_record,
    .json = true,
    .run = [](Context& context) { return add_to_room(context, certification_kinds); },
};

extern const Command certification_list;
const Command certification_list{
    .name = "certification list",
    .summary = marked("List one kind of record of certification"),
    .options = kind_alone,
    .json = true,
    .run = [](Context& context) { return list_room(context, certification_kinds); },
};

extern const Command certification_show;
const Command certification_show{
    .name = "certification show",
    .summary = marked("Show a record of certification whole"),
    .operands = reference,
    .options = known_record,
    .json = true,
    .run = [](Context& context) { return show_of_room(context, certification_kinds); },
};

extern const Command certification_edit;
const Command certification_edit{
    .name = "certification edit",
    .summary = marked("Change fields of a record of certification"),
    .operands = reference,
    .options = changed_record,
    .json = true,
    .run = [](Context& context) { return edit_in_room(context, certification_kinds); },
};

extern const Command certification_remove;
const Command certification_remove{
    .name = "certification remove",
    .summary = marked("Remove a record of certification that nothing cites any more"),
    .operands = reference,
    .options = known_record,
    .json = true,
    .run = [](Context& context) { return remove_from_room(context, certification_kinds); },
};

extern const Command certification_fields;
const Command certification_fields{
    .name = "certification fields",
    .summary = marked("List the fields of a kind of record of certification, and what each accepts"),
    .options = kind_alone,
    .json = true,
    .run = [](Context& context) { return fields_of_room(context, certification_kinds); },
};

} // namespace hdskit::cli::commands
