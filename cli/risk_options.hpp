#pragma once

#include "cli/context.hpp"
#include "cli/option.hpp"
#include "cli/records.hpp"
#include "cli/referenced_record.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/risk/scale.hpp"

namespace hdskit::cli {

// What the commands of the risk study have in common.

/// The words of all kinds of objects, as data for options; feared_event is understood too.
inline constexpr std::string_view risk_kind_words[] = {"risk",
                                                       "measure",
                                                       "feared-event",
                                                       "business-value",
                                                       "supporting-asset",
                                                       "mission",
                                                       "baseline-item",
                                                       "source-objective",
                                                       "stakeholder",
                                                       "strategic-scenario",
                                                       "attack-path",
                                                       "operational-scenario",
                                                       "elementary-action",
                                                       "risk-study"};

inline constexpr Option risk_kind_option{.name = "kind",
                                         .placeholder = marked("KIND"),
                                         .help = marked("What kind of object of the study (default: risk)."),
                                         .kind = OptionKind::choice,
                                         .choices = risk_kind_words};
/// Of those that are given a reference, which mostly tells its kind.
inline constexpr Option referenced_kind_option{.name = "kind",
                                               .placeholder = marked("KIND"),
                                               .help = marked("Of what kind the object is (default: the kind that has this reference, risks first)."),
                                               .kind = OptionKind::choice,
                                               .choices = risk_kind_words};
inline constexpr Option reference_operand{
    .name = "reference", .placeholder = marked("REFERENCE"), .help = marked("The reference of the object, such as R12 or ER3."), .required = true};
inline constexpr Option risk_operand{
    .name = "reference", .placeholder = marked("REFERENCE"), .help = marked("The reference of the risk, such as R12."), .required = true};
inline constexpr Option risk_set_option{.name = "set",
                                        .placeholder = marked("FIELD=VALUE"),
                                        .help = marked("Gives a field its value; an empty value empties it. “hdskit risk fields” lists them."),
                                        .required = true,
                                        .repeatable = true};

/// From --kind; risk when it is not given.
const RecordKind& chosen_kind(const Arguments& arguments);

/// From the operand and --kind. Without --kind the kinds are gone through, risks first; throws Problem bad_input when several others have it,
/// not_found with the closest references.
ReferencedRecord find_referenced(const Workspace& workspace, const Arguments& arguments);

/// From --set. Grades and levels may be given by their words on the scale of the workspace. Throws Problem bad_input.
Assignments read_risk_assignments(const Workspace& workspace, const RecordKind& kind, const std::vector<std::string>& words);

} // namespace hdskit::cli
