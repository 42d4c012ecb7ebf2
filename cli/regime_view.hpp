#pragma once

#include "cli/context.hpp"
#include "cli/json.hpp"
#include "toolkit/procedure/regime.hpp"
#include "toolkit/requirements/checklist.hpp"

namespace hdskit::cli {

// A regime as people choose it: a framework that is answered, a procedure that grants it, or both.

/// One line: "31 requirements, 12 to be demonstrated".
std::string asked_by(const Checklist& checklist);
/// "5 stages, granted for 3 years, renewal 6 months before".
std::string asked_by(const Regime& regime);

json::object framework_json(const Checklist& checklist);
json::object procedure_regime_json(const Regime& regime);

/// What it asks, theme by theme, and its dossier plan.
void print_framework(Context& context, const Checklist& checklist);
void print_procedure_regime(Context& context, const Regime& regime);

} // namespace hdskit::cli
