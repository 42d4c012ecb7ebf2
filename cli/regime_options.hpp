#pragma once

#include "cli/arguments.hpp"
#include "cli/json.hpp"
#include "cli/option.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/procedure/stage_count.hpp"

namespace hdskit::cli {

// What the commands of procedures and deadlines have in common.

inline constexpr std::string_view calendar_words[] = {"FR", "FR-ALSACE-MOSELLE", "NONE"};

inline constexpr Option regime_operand{.name = "regime",
                                       .placeholder = marked("REGIME"),
                                       .help = marked("A regime that comes with the program, such as agrement-2006, or the XML file of your own."),
                                       .required = true};
inline constexpr Option calendar_option{.name = "calendar",
                                        .placeholder = marked("CALENDAR"),
                                        .help = marked("The public holidays that count (default: those of the regime)."),
                                        .kind = OptionKind::choice,
                                        .choices = calendar_words};
inline constexpr Option extend_option{.name = "extend",
                                      .placeholder = nullptr,
                                      .help = marked("An end on a Saturday, a Sunday or a holiday moves to the next working day."),
                                      .kind = OptionKind::flag};
inline constexpr Option at_option{
    .name = "at", .placeholder = marked("HH:MM"), .help = marked("The time of the event, for a length in hours (default: 00:00).")};

/// The XML of a regime: one that comes with the program, or a file. Throws Problem.
std::string regime_text(const std::string& regime);
Regime read_regime_operand(const Arguments& arguments);

/// From --calendar, --extend and --at.
CountingChoice read_choice(const Arguments& arguments);

/// "18:30" as minutes of the day. Throws Problem bad_input.
int read_minute_of_day(const std::string& text);

json::value date_json(const std::optional<Date>& day);
std::string shown_day(const std::optional<Date>& day); ///< "2016-03-15, Tuesday"; "–" when it is not known

} // namespace hdskit::cli
