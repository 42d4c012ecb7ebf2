#pragma once

#include "cli/context.hpp"
#include "toolkit/access/access_monitoring.hpp"
#include "toolkit/base/problem.hpp"

#include <ostream>

namespace hdskit::cli::press {

/// With --plugin a scheduler reads one line whatever happens: what could not be run is unknown. A wrong command line stays one.
inline int as_plugin(Context& context, int (*work)(Context&)) {
  if (!context.arguments.has("plugin")) return work(context);
  try {
    return work(context);
  } catch (const Problem& problem) {
    if (problem.kind() == ProblemKind::cancelled || (problem.kind() == ProblemKind::bad_input && problem.subject().starts_with("--"))) throw;
    const auto line = unknown_access_line(problem.what());
    context.out << line.text << '\n';
    return static_cast<int>(line.state);
  }
}

} // namespace hdskit::cli::press
