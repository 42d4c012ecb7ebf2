#pragma once

#include "toolkit/risk/scale.hpp"
#include "toolkit/workspace/json_reading.hpp"

namespace hdskit {

// A scale inside a JSON document: a file of its own, or the member "scale" of a study.

boost::json::value json_of(const RiskScale& scale);

/// Reads what `json_of` writes; defects are reported with their places after `place` ("" for the whole document), and then the result is not to be used.
RiskScale scale_of_json(const boost::json::value& value, const std::string& place, JsonDefects& defects);

} // namespace hdskit
