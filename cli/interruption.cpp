#include "cli/interruption.hpp"

#include <atomic>
#include <csignal>

#include <unistd.h>

namespace hdskit::cli {
namespace {

std::atomic<bool> raised{false};
static_assert(std::atomic<bool>::is_always_lock_free, "a signal handler may touch nothing else");

void on_signal(int) {
  constexpr int interrupted_status = 130;
  if (raised.exchange(true)) _exit(interrupted_status);
}

} // namespace

void catch_interruptions() {
  struct sigaction action {};
  action.sa_handler = on_signal;
  action.sa_flags = SA_RESTART;
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
}

bool interrupted() { return raised.load(); }

} // namespace hdskit::cli
