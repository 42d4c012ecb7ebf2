#pragma once

#include <string>

namespace tests {

/// The URL of a new, empty database on a private PostgreSQL server. The first call starts that server, on a socket in a temporary
/// folder only; it ends with the test program, even when that is killed. Throws std::runtime_error, which fails the test, when the
/// server cannot be started: a test that needs it is never passed over.
std::string fresh_postgresql_database();

} // namespace tests
