#pragma once

#include <string>

namespace hdskit {

/// What to do with a file that cannot be read as a table: save it again.
std::string saved_again();

} // namespace hdskit
