#include "toolkit/base/started_child.hpp"

#include "toolkit/base/child_image.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <thread>

#include <poll.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace hdskit {
namespace {

/// Forks with every signal held back: a handler of ours must not run in the child.
pid_t fork_into(const ChildImage& image, int report) {
  sigset_t all, before;
  ::sigfillset(&all);
  ::pthread_sigmask(SIG_SETMASK, &all, &before);
  const pid_t parent = ::getpid();
  const pid_t child = ::fork();
  if (child == 0) image.become(parent, report);
  const int error = errno;
  ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
  if (child > 0) return child;
  throw Problem{ProblemKind::busy, "", tr("No further process could be started: {1}.", {std::strerror(error)}), tr("Close other programs, then start again.")};
}

std::optional<ChildImage::Failure> failure_from(int report) {
  ChildImage::Failure failure{};
  for (;;) {
    const auto count = ::read(report, &failure, sizeof failure);
    if (count == static_cast<ssize_t>(sizeof failure)) return failure;
    if (count >= 0 || errno != EINTR) return std::nullopt;
  }
}

} // namespace

StartedChild::StartedChild(const ChildCommand& command, int output, int errors) {
  const ChildImage image{command, output, errors};
  auto report = make_pipe();
  process_ = fork_into(image, report.writing.number());
  report.writing.shut();
  if (const auto failure = failure_from(report.reading.number())) {
    reap();
    image.fail(*failure);
  }
  watched_ = ChildEnd{static_cast<int>(::syscall(SYS_pidfd_open, process_, 0))};
}

StartedChild::~StartedChild() { reap(); }

bool StartedChild::ended() const {
  if (reaped_) return true;
  siginfo_t state{};
  // No child of ours any more: a host program that ignores SIGCHLD has the kernel take statuses away.
  if (::waitid(P_PID, static_cast<id_t>(process_), &state, WEXITED | WNOHANG | WNOWAIT) != 0) return errno == ECHILD;
  return state.si_pid != 0;
}

bool StartedChild::wait(std::chrono::milliseconds patience) const {
  const auto end = std::chrono::steady_clock::now() + patience;
  constexpr std::chrono::milliseconds tick{50};
  while (!ended()) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - std::chrono::steady_clock::now());
    if (left <= std::chrono::milliseconds::zero()) return false;
    const auto nap = std::min(left, tick);
    struct pollfd end_of_child {
      watched(), POLLIN, 0
    };
    if (watched() >= 0) ::poll(&end_of_child, 1, static_cast<int>(nap.count()));
    else std::this_thread::sleep_for(nap);
  }
  return true;
}

void StartedChild::signal(int number) const {
  if (!reaped_) ::kill(process_, number);
}

void StartedChild::signal_group(int number) const {
  if (!reaped_) ::kill(-process_, number);
}

void StartedChild::reap() {
  if (reaped_ || process_ <= 0) return;
  signal_group(SIGKILL);
  signal(SIGKILL); // one that failed before it led a group
  siginfo_t state{};
  while (::waitid(P_PID, static_cast<id_t>(process_), &state, WEXITED) != 0 && errno == EINTR) {}
  reaped_ = true;
  if (state.si_code == CLD_EXITED) status_ = state.si_status;
  else end_signal_ = state.si_status;
}

} // namespace hdskit
