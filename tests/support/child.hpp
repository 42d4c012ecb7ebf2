#pragma once

#include <functional>
#include <string>
#include <sys/types.h>

namespace tests {

/// Another process of the same program, forked, with a line each way. It must not use a connection opened before.
class Child {
public:
  /// What the child has of its parent.
  class Line {
  public:
    Line(int in, int out) : in_{in}, out_{out} {}
    void say(char word) const;
    void say(const std::string& words) const;
    void wait() const; ///< for the parent's release(), or its end

  private:
    int in_, out_;
  };

  /// Runs `work`; a throw is told on standard error and gives the exit code 99.
  explicit Child(const std::function<void(const Line&)>& work);
  ~Child(); ///< kills it if it still runs
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  char hear() const;            ///< the next word, '\0' when the child has ended
  std::string hear_all() const; ///< until the child has ended
  void release() const;
  void kill();
  int end(); ///< waits for its end; the exit code, or -1 when a signal ended it
  pid_t process() const { return process_; }

private:
  pid_t process_ = -1;
  int in_ = -1, out_ = -1;
};

/// Runs `work` in a child process that has a disk of its own: a tmpfs of `kilobytes` mounted on `folder`, seen by nobody else (a mount
/// namespace, and a user namespace when not root). `work` may call the second argument to make the disk read-only. Gives what it returns.
/// Throws std::runtime_error, which fails the test, where the system does not allow that.
std::string on_own_disk(const std::string& folder, int kilobytes, const std::function<std::string(const std::function<void()>& make_read_only)>& work);

} // namespace tests
