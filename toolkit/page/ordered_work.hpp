#pragma once

#include "toolkit/base/progress.hpp"

#include <condition_variable>
#include <cstddef>
#include <exception>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace hdskit::page {

/// Does `count` jobs on `threads` threads and takes their results in order on the calling thread, so that what comes out does not depend on
/// the number of threads. At most `threads * 8` results wait at a time. `make(worker, job)`: worker from 0 to threads - 1. The first exception
/// in the order of jobs, or that of `take`, ends the work and is thrown again once every thread has stopped.
template <class Result, class Make, class Take> void in_order(int threads, std::size_t count, const Make& make, const Take& take) {
  if (threads < 2 || count < 2) {
    for (std::size_t job = 0; job < count; ++job) take(job, make(std::size_t{0}, job));
    return;
  }
  struct Slot {
    std::optional<Result> result;
    std::exception_ptr failure;
    bool done = false;
  };
  const auto window = static_cast<std::size_t>(threads) * 8;
  std::vector<Slot> slots(window);
  std::mutex guard;
  std::condition_variable changed;
  std::size_t next = 0, taken = 0;
  bool stop = false;
  const auto work = [&](std::size_t worker) {
    std::unique_lock lock{guard};
    for (;;) {
      changed.wait(lock, [&] { return stop || next >= count || next < taken + window; });
      if (stop || next >= count) return;
      const std::size_t job = next++;
      lock.unlock();
      Slot made;
      try {
        made.result.emplace(make(worker, job));
      } catch (...) { made.failure = std::current_exception(); }
      made.done = true;
      lock.lock();
      slots[job % window] = std::move(made);
      changed.notify_all();
    }
  };
  std::vector<std::jthread> workers;
  std::exception_ptr failure;
  try {
    for (std::size_t worker = 0; worker < static_cast<std::size_t>(threads); ++worker) workers.emplace_back(work, worker);
    for (std::size_t job = 0; job < count; ++job) {
      std::unique_lock lock{guard};
      changed.wait(lock, [&] { return slots[job % window].done; });
      Slot slot = std::move(slots[job % window]);
      slots[job % window] = {};
      taken = job + 1;
      changed.notify_all();
      lock.unlock();
      if (slot.failure) std::rethrow_exception(slot.failure);
      take(job, std::move(*slot.result));
    }
  } catch (...) { failure = std::current_exception(); }
  {
    const std::lock_guard lock{guard};
    stop = true;
    changed.notify_all();
  }
  workers.clear();
  if (failure) std::rethrow_exception(failure);
}

} // namespace hdskit::page
