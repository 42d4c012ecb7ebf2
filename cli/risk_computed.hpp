#pragma once

#include "cli/context.hpp"
#include "cli/risk_view.hpp"

namespace hdskit::cli {

/// What is computed for a stakeholder, a pair of source and objective, or a scenario, as in the study's JSON; empty for other kinds.
json::object computed_json(const AssessedStudy& assessed, std::string_view kind, std::string_view reference);
void print_computed(Context& context, const AssessedStudy& assessed, std::string_view kind, std::string_view reference);

} // namespace hdskit::cli
