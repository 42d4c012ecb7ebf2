#include "gui/window/background.hpp"

#include "toolkit/base/problem.hpp"

#include <wx/app.h>

#include <algorithm>
#include <chrono>

namespace hdskit::gui {

Background::~Background() {
  *alive_ = false;
  cancel_all();
  for (const auto& job : jobs_)
    if (job->thread.joinable()) job->thread.join();
}

Progress Background::progress_of(Job& job) {
  // Ten times a second is as much as eyes follow; more would only fill the queue of the window's thread.
  static constexpr std::chrono::milliseconds between{100};
  auto last = std::make_shared<std::chrono::steady_clock::time_point>();
  return {.report =
              [this, number = job.number, last, alive = alive_](const std::string& step, std::uint64_t done, std::uint64_t total) {
                const auto now = std::chrono::steady_clock::now();
                if (now - *last < between && done != total) return;
                *last = now;
                wxTheApp->CallAfter([this, alive, number, step, done, total] {
                  if (*alive && find(number) && watcher_.moved) watcher_.moved(number, step, done, total);
                });
              },
          .cancelled = [&job] { return job.cancelled.load(); }};
}

int Background::start(wxWindow* owner, std::string title, std::function<void(const Progress&)> work, std::function<void()> done,
                      std::function<void(std::exception_ptr)> failed) {
  auto& job = *jobs_.emplace_back(std::make_unique<Job>());
  job.number = ++last_number_;
  job.owner = owner;
  job.title = std::move(title);
  job.done = std::move(done);
  job.failed = std::move(failed);
  if (watcher_.started && !job.title.empty()) watcher_.started(job.number, job.title);
  job.thread = std::thread{[this, &job, work = std::move(work), progress = progress_of(job), alive = alive_] {
    try {
      work(progress);
    } catch (...) { job.failure = std::current_exception(); }
    wxTheApp->CallAfter([this, alive, number = job.number] {
      if (*alive) finish(number);
    });
  }};
  return job.number;
}

void Background::finish(int number) {
  const auto found = std::ranges::find_if(jobs_, [&](const auto& job) { return job->number == number; });
  if (found == jobs_.end()) return;
  const auto job = std::move(*found);
  jobs_.erase(found);
  job->thread.join();
  if (watcher_.ended && !job->title.empty()) watcher_.ended(number);
  if (!job->owner) return;
  auto failure = job->failure;
  if (!failure) {
    try {
      job->done();
    } catch (...) { failure = std::current_exception(); } // leaving CallAfter, it would end the program
  }
  if (!failure) return;
  if (job->failed) job->failed(failure);
  else if (watcher_.failed) watcher_.failed(failure);
}

Background::Job* Background::find(int number) {
  const auto found = std::ranges::find_if(jobs_, [&](const auto& job) { return job->number == number; });
  return found == jobs_.end() ? nullptr : found->get();
}

std::string Background::shown() const {
  const auto latest = std::ranges::find_if(jobs_.rbegin(), jobs_.rend(), [](const auto& job) { return !job->title.empty(); });
  return latest == jobs_.rend() ? "" : (*latest)->title;
}

void Background::cancel(int job) {
  if (auto* found = find(job)) found->cancelled = true;
}

void Background::cancel_all() {
  for (const auto& job : jobs_) job->cancelled = true;
}

} // namespace hdskit::gui
