#pragma once

#include "toolkit/base/digest.hpp"
#include "toolkit/base/progress.hpp"

#include <optional>
#include <string>

namespace hdskit {

/// Names, kinds, sizes, owners, modes and dates of everything at a local location, contents aside: the same before and after a test that only read. Nothing for
/// a location that is not on this machine. Throws Problem cancelled.
std::optional<Digest> source_listing(const std::string& location, const Progress& progress);

} // namespace hdskit
