#include "toolkit/verification/thread_governor.hpp"

#include "toolkit/verification/descriptor.hpp"

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <thread>

#include <fcntl.h>
#include <sys/resource.h>

namespace hdskit {
namespace {

constexpr std::chrono::milliseconds between_looks{40}; // the kernel counts idle time in steps of 10

double processor_seconds() {
  timespec time{};
  ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

/// The fourth and fifth number of /proc/stat: idle, with and without a disk at work. 0 where there is none.
double idle_seconds() {
  const Descriptor file{::open("/proc/stat", O_RDONLY | O_CLOEXEC)};
  char text[256] = {};
  unsigned long long idle = 0, waiting = 0;
  if (!file.is_open() || ::read(file.number(), text, sizeof text - 1) <= 0) return 0;
  if (std::sscanf(text, "cpu %*u %*u %*u %llu %llu", &idle, &waiting) != 2) return 0;
  return static_cast<double>(idle + waiting) / static_cast<double>(::sysconf(_SC_CLK_TCK));
}

} // namespace

ThreadGovernor::Meter ThreadGovernor::read_meter() {
  rusage usage{};
  ::getrusage(RUSAGE_SELF, &usage);
  return {processor_seconds(), idle_seconds(), static_cast<std::uint64_t>(usage.ru_inblock), 0};
}

ThreadGovernor::ThreadGovernor(unsigned most)
    : processors_{std::max(1u, std::thread::hardware_concurrency())}, most_{most != 0 ? most : std::max(32u, 2 * processors_)},
      allowed_{most != 0 ? most : processors_}, fixed_{most != 0} {}

bool ThreadGovernor::adapt(bool waiting, std::uint64_t bytes) {
  const auto now = Clock::now();
  if (fixed_ || now - since_ < between_looks) return false;
  auto meter = read_meter();
  meter.bytes = bytes;
  const double all = std::chrono::duration<double>(now - since_).count() * processors_;
  // A little is read from the disk in any case; four bytes in memory for one from there is still memory.
  constexpr std::uint64_t block = 512, share = 4;
  const bool reads_disks = (meter.blocks_read - meter_.blocks_read) * block * share > meter.bytes - meter_.bytes;
  constexpr double busy = 0.7, idle = 0.3;
  const bool is_waiting = meter.computed - meter_.computed < busy * all && (reads_disks || meter.idle - meter_.idle > idle * all);
  since_ = now;
  meter_ = meter;
  const auto before = allowed_;
  if (waiting && is_waiting) allowed_ = std::min(most_, allowed_ * 4);
  else if (!reads_disks) allowed_ = std::max(processors_, allowed_ / 2);
  return allowed_ > before;
}

} // namespace hdskit
