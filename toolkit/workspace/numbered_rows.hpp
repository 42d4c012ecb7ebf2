#pragma once

#include "toolkit/workspace/workspace.hpp"

#include <span>

namespace hdskit {

/// The rows whose first column, a number named `key`, is one of `numbers`, in that order; `select` is the statement up to its "where".
/// At most 500 numbers: std::logic_error beyond.
std::vector<Row> numbered_rows(const Workspace& workspace, const std::string& select, std::string_view key, std::span<const std::int64_t> numbers);

} // namespace hdskit
