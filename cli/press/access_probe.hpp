#pragma once

#include "cli/context.hpp"
#include "toolkit/access/endpoint_probe.hpp"

namespace hdskit::cli::press {

/// Keeps the rate and hears Ctrl-C: at most `rate` connections a second; `after`: how long is waited before the session is resumed.
void keep_pace(Context& context, EndpointOrder& order, std::int64_t rate, std::chrono::seconds after);

} // namespace hdskit::cli::press
