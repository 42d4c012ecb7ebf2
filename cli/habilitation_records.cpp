#include "cli/command.hpp"

#include "cli/room_records.hpp"
#include "toolkit/habilitation/habilitation_store.hpp"

namespace hdskit::cli::commands {
namespace {

constexpr std::string_view kinds[] = {"access-project", "authorised-person", "output-release"};
constexpr Option one_kind = room_kind_option(kinds, marked("What kind of record (default: access-project)."));
constexpr Option any_kind = room_kind_option(kinds, marked("What kind of record (default: the kind that has this reference)."));
constexpr Option reference[] = {room_reference_operand};
constexpr Option new_record[] = {one_kind, room_set_option};
constexpr Option known_record[] = {any_kind};
constexpr Option changed_record[] = {any_kind, room_set_option};
constexpr Option kind_alone[] = {one_kind};

} // namespace

extern const Command habilitation_add;
const Command habilitation_add{
    .name = "habilitation add",
    .summary = marked("Record a project on health data, a person authorised to enter it, or an output"),
    .options = new_record,
    .json = true,
    .run = [](Context& context) { return add_to_room(context, habilitation_kinds); },
};

extern const Command habilitation_list;
const Command habilitation_list{
    .name = "habilitation list",
    .summary = marked("List one kind of record of authorisations"),
    .options = kind_alone,
    .json = true,
    .run = [](Context& context) { return list_room(context, habilitation_kinds); },
};

extern const Command habilitation_show;
const Command habilitation_show{
    .name = "habilitation show",
    .summary = marked("Show a record of authorisations whole"),
    .operands = reference,
    .options = known_record,
    .json = true,
    .run = [](Context& context) { return show_of_room(context, habilitation_kinds); },
};

extern const Command habilitation_edit;
const Command habilitation_edit{
    .name = "habilitation edit",
    .summary = marked("Change fields of a record of authorisations"),
    .operands = reference,
    .options = changed_record,
    .json = true,
    .run = [](Context& context) { return edit_in_room(context, habilitation_kinds); },
};

extern const Command habilitation_remove;
const Command habilitation_remove{
    .name = "habilitation remove",
    .summary = marked("Remove a record of authorisations that nothing cites any more"),
    .operands = reference,
    .options = known_record,
    .json = true,
    .run = [](Context& context) { return remove_from_room(context, habilitation_kinds); },
};

extern const Command habilitation_fields;
const Command habilitation_fields{
    .name = "habilitation fields",
    .summary = marked("List the fields of a kind of record of authorisations, and what each accepts"),
    .options = kind_alone,
    .json = true,
    .run = [](Context& context) { return fields_of_room(context, habilitation_kinds); },
};

} // namespace hdskit::cli::commands
