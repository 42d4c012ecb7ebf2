#pragma once

#include "cli/context.hpp"
#include "cli/json.hpp"
#include "toolkit/requirements/coverage.hpp"

namespace hdskit::cli {

std::string shown_coverage(CoverageState state);
json::object coverage_json(const Checklist& from, const Checklist& to, const Coverage& coverage);
/// `remaining`: only what is still asked.
void print_coverage(Context& context, const Checklist& from, const Checklist& to, const Coverage& coverage, bool remaining);

} // namespace hdskit::cli
