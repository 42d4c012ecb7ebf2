#pragma once

#include "toolkit/procedure/deadline.hpp"

#include <span>

namespace hdskit {

/// What Nagios and Centreon read of a plugin.
enum class MonitoringState { ok, warning, critical, unknown }; ///< the exit statuses 0 to 3
struct MonitoringLine {
  MonitoringState state = MonitoringState::ok;
  std::string text; ///< one line: the state, a sentence, a bar, the figures
};

/// Critical: late, or within `critical` days. Warning: within `warning` days.
MonitoringLine monitoring_of(std::span<const Deadline> deadlines, Date today, int warning, int critical);

/// Nothing can be said, for that reason.
MonitoringLine monitoring_unknown(std::string_view reason);

} // namespace hdskit
