#pragma once

#include "toolkit/base/progress.hpp"

namespace hdskit::cli {

/// Adds to what is told of work that counts bytes how fast it goes and, where the whole is known, about how long it will take yet.
Progress with_reading_rate(Progress progress);

} // namespace hdskit::cli
