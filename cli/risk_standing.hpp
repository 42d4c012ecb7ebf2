#pragma once

#include "cli/context.hpp"
#include "cli/risk_view.hpp"

namespace hdskit::cli {

// What is judged from one object of the study.

/// Its fields, "computed", "cited_by"; of a risk also its measures, the minimum events and obligations that it covers, and its history.
json::object standing_json(const Workspace& workspace, const AssessedStudy& assessed, const ReferencedRecord& found);

/// The same for people, below the fields.
void print_standing(Context& context, const Workspace& workspace, const AssessedStudy& assessed, const ReferencedRecord& found);

/// The history of a risk, as `risk history` shows it.
json::array history_json(const Workspace& workspace, const std::string& reference);
void print_history(Context& context, const Workspace& workspace, const RiskScale& scale, const std::string& reference);

} // namespace hdskit::cli
