#pragma once

#include "cli/arguments.hpp"
#include "cli/json.hpp"
#include "cli/option.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/evidence/evidence.hpp"
#include "toolkit/workspace/workspace.hpp"

namespace hdskit::cli {

inline constexpr std::string_view evidence_kinds[] = {"policy",      "procedure",      "plan",    "report",           "minutes", "contract",
                                                      "certificate", "mandate_letter", "diagram", "register_extract", "other"};
inline constexpr std::string_view demonstration_states[] = {"absent", "defined", "written", "demonstrated"};

/// The options that describe a document: one per field of Evidence that a person gives, "valid-until" for valid_until.
inline constexpr Option evidence_options[] = {
    {.name = "code", .placeholder = marked("CODE"), .help = marked("How statements cite the document (default: the next free one, such as E012).")},
    {.name = "title", .placeholder = marked("TITLE"), .help = marked("Title of the document.")},
    {.name = "kind", .placeholder = marked("KIND"), .help = marked("What the document is."), .kind = OptionKind::choice, .choices = evidence_kinds},
    {.name = "obligation", .placeholder = marked("OBLIGATION"), .help = marked("The obligation that it serves, such as continuity.")},
    {.name = "requirement", .placeholder = marked("ITEM"), .help = marked("An item of the checklist that it supports."), .repeatable = true},
    {.name = "version", .placeholder = marked("VERSION"), .help = marked("Version of the document.")},
    {.name = "author", .placeholder = marked("NAME"), .help = marked("Who wrote it.")},
    {.name = "approver", .placeholder = marked("NAME"), .help = marked("Who approved it.")},
    {.name = "date", .placeholder = marked("DATE"), .help = marked("Date of the document."), .kind = OptionKind::date},
    {.name = "valid-until", .placeholder = marked("DATE"), .help = marked("Last day of its validity."), .kind = OptionKind::date},
    {.name = "state",
     .placeholder = marked("STATE"),
     .help = marked("How far what it describes has come."),
     .kind = OptionKind::choice,
     .choices = demonstration_states},
    {.name = "last-test", .placeholder = marked("DATE"), .help = marked("Day of the last test."), .kind = OptionKind::date},
    {.name = "next-test", .placeholder = marked("DATE"), .help = marked("Day of the next test."), .kind = OptionKind::date},
};

/// Sets the fields whose options were given. Throws Problem bad_input, also for an item or obligation that the checklist does not hold.
void describe_evidence(Evidence& evidence, const Arguments& arguments, const Workspace& workspace);

json::object evidence_json(const Evidence& evidence);

} // namespace hdskit::cli
