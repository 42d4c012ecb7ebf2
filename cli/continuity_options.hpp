#pragma once

#include "cli/context.hpp"
#include "cli/option.hpp"
#include "cli/records.hpp"
#include "cli/referenced_record.hpp"
#include "toolkit/base/translate.hpp"

namespace hdskit::cli {

// What the commands of continuity have in common.

/// The words of all kinds, as data for options; plan_step is understood too.
inline constexpr std::string_view continuity_kind_words[] = {"activity",    "activity-impact", "component",      "backup-arrangement",
                                                             "dependency",  "continuity-plan", "plan-step",      "crisis-contact",
                                                             "action-card", "exercise",        "exercise-entry", "corrective-action"};

inline constexpr Option continuity_kind_option{.name = "kind",
                                               .placeholder = marked("KIND"),
                                               .help = marked("What kind of record of continuity (default: activity)."),
                                               .kind = OptionKind::choice,
                                               .choices = continuity_kind_words};
/// Of those that are given a reference, which mostly tells its kind.
inline constexpr Option continuity_referenced_kind_option{.name = "kind",
                                                          .placeholder = marked("KIND"),
                                                          .help = marked("Of what kind the record is (default: the kind that has this reference)."),
                                                          .kind = OptionKind::choice,
                                                          .choices = continuity_kind_words};
inline constexpr Option continuity_operand{.name = "reference",
                                           .placeholder = marked("REFERENCE"),
                                           .help = marked("The reference of the record, such as ACT1 or PC2; of a kind without references its number."),
                                           .required = true};
inline constexpr Option continuity_set_option{.name = "set",
                                              .placeholder = marked("FIELD=VALUE"),
                                              .help = marked("Gives a field its value; an empty value empties it. “hdskit continuity fields” lists them."),
                                              .required = true,
                                              .repeatable = true};

/// From --kind; activity when it is not given.
const RecordKind& chosen_continuity_kind(const Arguments& arguments);

/// From the operand and --kind. Throws Problem bad_input when several kinds have the reference, not_found with the closest.
ReferencedRecord find_in_continuity(const Workspace& workspace, const Arguments& arguments);

} // namespace hdskit::cli
