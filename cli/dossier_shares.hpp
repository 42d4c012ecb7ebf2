#pragma once

#include "cli/context.hpp"
#include "cli/json.hpp"
#include "toolkit/dossier/completeness.hpp"

namespace hdskit::cli {

/// A table of the obligations and one of the forms: how far each has come.
void print_shares(Context& context, const CompletenessSummary& summary);

json::array shares_json(const std::vector<Share>& shares);
json::array gaps_json(const std::vector<Gap>& gaps);

} // namespace hdskit::cli
