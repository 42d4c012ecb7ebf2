#pragma once

#include "toolkit/base/child_process.hpp"

#include <chrono>

#include <sys/types.h>

namespace hdskit {

/// A descriptor that is closed when this goes; -1: none.
class ChildEnd {
public:
  ChildEnd() = default;
  explicit ChildEnd(int number) : number_{number} {}
  ChildEnd(ChildEnd&& other) noexcept : number_{std::exchange(other.number_, -1)} {}
  ChildEnd& operator=(ChildEnd&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  ~ChildEnd() { shut(); }
  int number() const { return number_; }
  bool is_open() const { return number_ >= 0; }
  void shut();

private:
  int number_ = -1;
};

struct Pipe {
  ChildEnd reading, writing;
};
Pipe make_pipe(); ///< both ends closed on exec, and out of the way of the numbers that the child gets

/// The one place that forks. The child leads a process group of its own, and nothing of that group outlives this object.
class StartedChild {
public:
  /// `output` and `errors` become the child's standard output and error. Gives back once the program runs; throws what run_child says.
  StartedChild(const ChildCommand& command, int output, int errors);
  ~StartedChild();
  StartedChild(const StartedChild&) = delete;
  StartedChild& operator=(const StartedChild&) = delete;

  pid_t process() const { return process_; }
  int watched() const { return watched_.number(); }    ///< readable once the child has ended; -1 where the kernel has no such thing
  bool ended() const;                                  ///< its number is kept until reap(), so that no signal meets a stranger
  bool wait(std::chrono::milliseconds patience) const; ///< whether it has ended
  void signal(int number) const;                       ///< to the child alone
  void signal_group(int number) const;
  void reap();                           ///< kills what is left of the group and takes the child's status. Idempotent.
  int status() const { return status_; } ///< exit status; -1 when a signal ended it
  int end_signal() const { return end_signal_; }

private:
  pid_t process_ = -1;
  bool reaped_ = false;
  int status_ = -1, end_signal_ = 0;
  ChildEnd watched_;
};

} // namespace hdskit
