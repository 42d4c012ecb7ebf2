#include "cli/press/access_probe.hpp"

#include "toolkit/base/translate.hpp"

#include <algorithm>
#include <ostream>
#include <thread>

namespace hdskit::cli::press {
namespace {

/// Sleeps in short turns, so that Ctrl-C is heard.
void sleep_until(std::chrono::steady_clock::time_point end, const Progress& progress) {
  constexpr std::chrono::milliseconds turn{100};
  for (auto now = std::chrono::steady_clock::now(); now < end; now = std::chrono::steady_clock::now()) {
    progress.stop_if_cancelled();
    std::this_thread::sleep_for(std::min<std::chrono::steady_clock::duration>(turn, end - now));
  }
}

} // namespace

void keep_pace(Context& context, EndpointOrder& order, std::int64_t rate, std::chrono::seconds after) {
  const auto gap = std::chrono::microseconds{std::chrono::seconds{1}} / rate;
  context.err << tr("Asking {1} and nothing else. Ask only servers that are your own.", {endpoint_address(order.target.url).authority}) << '\n';
  order.progress = context.start_progress();
  order.pace = [gap, progress = order.progress, next = std::chrono::steady_clock::now()]() mutable {
    sleep_until(next, progress);
    next = std::chrono::steady_clock::now() + gap;
  };
  order.before_resuming = [after, progress = order.progress] { sleep_until(std::chrono::steady_clock::now() + after, progress); };
}

} // namespace hdskit::cli::press
