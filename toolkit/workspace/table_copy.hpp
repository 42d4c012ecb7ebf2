#pragma once

#include "toolkit/workspace/dialect.hpp"

namespace hdskit {

/// Replaces the rows of `to`, a workspace of the same format made a moment ago, by those of `from`, in one state of `from` and
/// inside the transaction of `to`. This is how a workspace goes from one engine to the other.
void copy_tables(Dialect& from, Dialect& to, const Progress& progress);

} // namespace hdskit
