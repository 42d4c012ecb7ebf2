#pragma once

#include "toolkit/workspace/dialect.hpp"

namespace hdskit {

/// Makes `file`, a SQLite workspace of `format`, out of all that `source` holds, whatever its engine. Throws Problem where anything stands.
void copy_into_file(Dialect& source, int format, const std::filesystem::path& file, const Progress& progress);

} // namespace hdskit
