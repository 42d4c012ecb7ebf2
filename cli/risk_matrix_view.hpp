#pragma once

#include "cli/context.hpp"
#include "cli/json.hpp"
#include "toolkit/risk/assessment.hpp"

namespace hdskit::cli {

/// The matrix of a scale on the terminal, the highest likelihood above: in each cell its level and, where there are any, the risks that stand there; those
/// that find no room are counted ("+12").
void print_matrix(Context& context, const RiskScale& scale, const std::vector<std::vector<std::vector<std::string>>>& risks);
/// The words of the levels, below it.
void print_levels(Context& context, const RiskScale& scale);

json::object scale_json(const RiskScale& scale); ///< as docs/formats/risk-study.md has it

/// {"scale", "initial", "residual", "initial_risks", "residual_risks", "outside"}; rows are likelihoods, columns gravities, both from 1 on.
json::object matrix_json(const RiskScale& scale, const RiskMatrix& matrix);

} // namespace hdskit::cli
