#include "toolkit/verification/thread_governor.hpp"

#include <algorithm>
#include <ctime>
#include <thread>

namespace hdskit {
namespace {

constexpr std::chrono::milliseconds between_looks{10};

/// Seconds that all threads of this process have computed.
double processor_seconds() {
  timespec time{};
  ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

} // namespace

ThreadGovernor::ThreadGovernor(unsigned most)
    : processors_{std::max(1u, std::thread::hardware_concurrency())}, most_{most != 0 ? most : std::max(32u, 2 * processors_)},
      allowed_{most != 0 ? most : processors_}, fixed_{most != 0}, used_{processor_seconds()} {}

bool ThreadGovernor::adapt(bool waiting) {
  const auto now = Clock::now();
  if (fixed_ || now - since_ < between_looks) return false;
  const double used = processor_seconds(), load = (used - used_) / std::chrono::duration<double>(now - since_).count() / processors_;
  since_ = now;
  used_ = used;
  constexpr double idle = 0.7, busy = 0.95;
  const auto before = allowed_;
  if (waiting && load < idle) allowed_ = std::min(most_, allowed_ * 2);
  if (load > busy) allowed_ = std::max(processors_, allowed_ / 2);
  return allowed_ > before;
}

} // namespace hdskit
