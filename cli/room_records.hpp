#pragma once

#include "cli/context.hpp"
#include "cli/option.hpp"
#include "cli/records.hpp"
#include "cli/referenced_record.hpp"
#include "toolkit/base/translate.hpp"

namespace hdskit::cli {

// Records of a room whose kinds all have references, for its commands add, edit, list, show, remove and fields: each of them says its kinds, and nothing else.

using RoomKinds = std::span<const RecordKind> (*)();

inline constexpr Option room_reference_operand{
    .name = "reference", .placeholder = marked("REFERENCE"), .help = marked("The reference of the record, such as NC1 or HAB3."), .required = true};
inline constexpr Option room_set_option{.name = "set",
                                        .placeholder = marked("FIELD=VALUE"),
                                        .help = marked("Gives a field its value; an empty value empties it. The command “fields” lists them."),
                                        .required = true,
                                        .repeatable = true};

/// The option --kind of a room; its words are those of the kinds with hyphens.
constexpr Option room_kind_option(std::span<const std::string_view> kinds, const char* help) {
  return {.name = "kind", .placeholder = marked("KIND"), .help = help, .kind = OptionKind::choice, .choices = kinds};
}

/// From --kind, or the first of the room. Throws Problem bad_input with the closest.
const RecordKind& chosen_room_kind(const Context& context, RoomKinds kinds);

int add_to_room(Context& context, RoomKinds kinds);
int edit_in_room(Context& context, RoomKinds kinds);
int remove_from_room(Context& context, RoomKinds kinds);
int list_room(Context& context, RoomKinds kinds);
int show_of_room(Context& context, RoomKinds kinds);
int fields_of_room(Context& context, RoomKinds kinds);

} // namespace hdskit::cli
