#pragma once

#include <string>

namespace tests {

/// Compares `actual` with tests/golden/<name>. With UPDATE_GOLDEN=1 it writes the file and fails, so that an update is never mistaken for a pass.
void expect_golden(const std::string& name, const std::string& actual);

std::string read_bytes(const std::string& path);

} // namespace tests
