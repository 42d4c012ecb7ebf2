#pragma once

#include "cli/json.hpp"
#include "cli/option.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/procedure/deadline.hpp"
#include "toolkit/procedure/procedure_store.hpp"
#include "toolkit/procedure/standing.hpp"

namespace hdskit::cli {

// What the commands of procedures and of deadlines show.

inline constexpr Option procedure_operand{
    .name = "procedure", .placeholder = marked("PROCEDURE"), .help = marked("The number of the procedure, or its title."), .required = true};
inline constexpr Option today_option{
    .name = "date", .placeholder = marked("DATE"), .help = marked("The day to judge from (default: today)."), .kind = OptionKind::date};

/// By number or by title (letter case and accents aside). Throws Problem not_found, or bad_input when several bear that title.
ProcedureId procedure_by_words(const Workspace& workspace, const std::string& words);

json::object procedure_json(const ProcedureCase& file, const ProcedureStanding& standing); ///< without its stages
json::array stages_json(const Regime& regime, const ProcedureStanding& standing);
json::array events_json(const ProcedureCase& file);
json::object deadline_json(const Deadline& deadline, Date today);

} // namespace hdskit::cli
