#pragma once

#include "cli/option.hpp"
#include "cli/records.hpp"
#include "toolkit/base/translate.hpp"

namespace hdskit::cli {

// What the commands of the organisation have in common.

inline constexpr Option kind_operand{.name = "kind",
                                     .placeholder = marked("KIND"),
                                     .help = marked("What kind of record."),
                                     .kind = OptionKind::choice,
                                     .required = true,
                                     .choices = record_words};
inline constexpr Option record_operand{
    .name = "record", .placeholder = marked("RECORD"), .help = marked("The number of the record, or its name."), .required = true};
inline constexpr Option set_option{.name = "set",
                                   .placeholder = marked("FIELD=VALUE"),
                                   .help = marked("Gives a field its value; an empty value empties it."),
                                   .required = true,
                                   .repeatable = true};

} // namespace hdskit::cli
