#pragma once

#include "toolkit/base/progress.hpp"

#include <atomic>
#include <exception>
#include <functional>
#include <list>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <type_traits> // wx/weakref.h of wxWidgets 3.2.2 needs it and forgets it

#include <wx/weakref.h>
#include <wx/window.h>

namespace hdskit::gui {

/// Work off the window's thread. Owned by the frame, so that closing it cancels the work in hand and waits for it.
class Background {
public:
  /// How the face shows what is going on; called on the window's thread. `title` "" is work too short to be shown.
  struct Watcher {
    std::function<void(int job, const std::string& title)> started;
    std::function<void(int job, const std::string& step, std::uint64_t done, std::uint64_t total)> moved;
    std::function<void(int job)> ended;
    std::function<void(std::exception_ptr)> failed; ///< of jobs that have no `failed` of their own
  };
  explicit Background(Watcher watcher) : watcher_{std::move(watcher)} {}
  ~Background();
  Background(const Background&) = delete;
  Background& operator=(const Background&) = delete;

  /// Runs `work(const Progress&)` on a thread, then `done(result)` on the window's thread, unless `owner` was closed meanwhile.
  /// What either throws goes to `failed`, or to the watcher. Returns the job's number.
  template <typename Work, typename Done>
  int run(wxWindow* owner, std::string title, Work work, Done done, std::function<void(std::exception_ptr)> failed = {}) {
    using Result = std::invoke_result_t<Work, const Progress&>;
    if constexpr (std::is_void_v<Result>) {
      return start(
          owner, std::move(title), work, [done] { done(); }, std::move(failed));
    } else {
      const auto result = std::make_shared<std::optional<Result>>();
      return start(
          owner, std::move(title), [work, result](const Progress& progress) { result->emplace(work(progress)); }, [done, result] { done(std::move(**result)); },
          std::move(failed));
    }
  }

  void cancel(int job);
  void cancel_all();
  std::string shown() const;                   ///< title of the latest work that is shown to the person; "" when there is none
  bool busy() const { return !jobs_.empty(); } ///< some of it may be too short to be shown

private:
  struct Job {
    int number = 0;
    wxWeakRef<wxWindow> owner; ///< not thread-safe: touched by the window's thread only
    std::string title;
    std::function<void()> done;
    std::function<void(std::exception_ptr)> failed;
    std::exception_ptr failure;
    std::atomic<bool> cancelled = false;
    std::thread thread;
  };
  int start(wxWindow* owner, std::string title, std::function<void(const Progress&)> work, std::function<void()> done,
            std::function<void(std::exception_ptr)> failed);
  Progress progress_of(Job& job);
  void finish(int number);
  Job* find(int number);

  Watcher watcher_;
  std::list<std::unique_ptr<Job>> jobs_;
  int last_number_ = 0;
  std::shared_ptr<bool> alive_ = std::make_shared<bool>(true); ///< what was posted to the window's thread may arrive after the end
};

} // namespace hdskit::gui
