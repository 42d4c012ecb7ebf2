#include "toolkit/base/child_process.hpp"

#include "toolkit/base/file.hpp"
#include "toolkit/base/started_child.hpp"

#include <cerrno>
#include <csignal>

#include <fcntl.h>

namespace hdskit {
namespace {

constexpr std::chrono::milliseconds patience_at_the_end{5000};

/// Above the numbers that the child gets.
ChildEnd open_log(const std::filesystem::path& log) {
  const ChildEnd low{::open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0600)};
  if (!low.is_open()) fail_on_file(log, errno);
  ChildEnd high{::fcntl(low.number(), F_DUPFD_CLOEXEC, secret_descriptor + 1)};
  if (!high.is_open()) fail_on_file(log, errno);
  return high;
}

} // namespace

struct ChildServer::State {
  ChildEnd log;
  StartedChild child;
  State(const ChildCommand& command, const std::filesystem::path& path) : log{open_log(path)}, child{command, log.number(), log.number()} {}
};

ChildServer::ChildServer(const ChildCommand& command, const std::filesystem::path& log) : state_{std::make_unique<State>(command, log)} {}

ChildServer::~ChildServer() { stop(SIGTERM, patience_at_the_end); }

bool ChildServer::running() { return !state_->child.ended(); }

int ChildServer::process() const { return state_->child.process(); }

int ChildServer::stop(int signal, std::chrono::milliseconds patience) {
  if (running()) {
    state_->child.signal(signal);
    state_->child.wait(patience);
  }
  state_->child.reap();
  return state_->child.status();
}

} // namespace hdskit
