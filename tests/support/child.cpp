#include "tests/support/child.hpp"

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <sched.h>
#include <stdexcept>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace tests {

void Child::Line::say(char word) const { say(std::string{word}); }

void Child::Line::say(const std::string& words) const {
  for (std::size_t done = 0; done < words.size();) {
    const auto count = ::write(out_, words.data() + done, words.size() - done);
    if (count <= 0) ::_exit(98);
    done += static_cast<std::size_t>(count);
  }
}

void Child::Line::wait() const {
  char word = 0;
  [[maybe_unused]] const auto count = ::read(in_, &word, 1);
}

Child::Child(const std::function<void(const Line&)>& work) {
  int up[2], down[2];
  if (::pipe2(up, O_CLOEXEC) != 0 || ::pipe2(down, O_CLOEXEC) != 0) throw std::runtime_error{"no pipe for a child process"};
  process_ = ::fork();
  if (process_ < 0) throw std::runtime_error{"no child process"};
  if (process_ == 0) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    ::close(up[0]);
    ::close(down[1]);
    try {
      work(Line{down[0], up[1]});
    } catch (const std::exception& error) {
      std::fprintf(stderr, "in the child process: %s\n", error.what());
      ::_exit(99);
    }
    ::_exit(0);
  }
  ::close(up[1]);
  ::close(down[0]);
  in_ = up[0];
  out_ = down[1];
}

Child::~Child() {
  kill();
  ::close(in_);
  ::close(out_);
}

char Child::hear() const {
  char word = 0;
  while (::read(in_, &word, 1) < 0 && errno == EINTR) {}
  return word;
}

std::string Child::hear_all() const {
  std::string words;
  for (char buffer[4096];;) {
    const auto count = ::read(in_, buffer, sizeof buffer);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return words;
    words.append(buffer, static_cast<std::size_t>(count));
  }
}

void Child::release() const { [[maybe_unused]] const auto count = ::write(out_, "g", 1); }

void Child::kill() {
  if (process_ > 0) ::kill(process_, SIGKILL);
  end();
}

int Child::end() {
  if (process_ <= 0) return -1;
  int status = 0;
  while (::waitpid(process_, &status, 0) < 0 && errno == EINTR) {}
  process_ = -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

namespace {

void must(bool done, const char* what) {
  if (!done) throw std::runtime_error{std::string{"This test needs a disk of its own, and "} + what + " is not allowed here: " + std::strerror(errno)};
}

void write_text(const char* path, const std::string& text) {
  std::ofstream out{path};
  out << text << std::flush;
  must(out.good(), path);
}

void enter_own_mounts() {
  const auto user = std::to_string(::geteuid()), group = std::to_string(::getegid());
  if (user == "0") {
    must(::unshare(CLONE_NEWNS) == 0, "a mount namespace");
  } else {
    must(::unshare(CLONE_NEWUSER | CLONE_NEWNS) == 0, "a user namespace");
    write_text("/proc/self/setgroups", "deny");
    write_text("/proc/self/uid_map", "0 " + user + " 1");
    write_text("/proc/self/gid_map", "0 " + group + " 1");
  }
  must(::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0, "a private mount table");
}

} // namespace

std::string on_own_disk(const std::string& folder, int kilobytes, const std::function<std::string(const std::function<void()>&)>& work) {
  Child child{[&](const Child::Line& line) {
    enter_own_mounts();
    const auto size = "size=" + std::to_string(kilobytes) + "k,mode=0700";
    must(::mount("tmpfs", folder.c_str(), "tmpfs", 0, size.c_str()) == 0, "mounting a small disk");
    line.say(work([&] { must(::mount("none", folder.c_str(), nullptr, MS_REMOUNT | MS_RDONLY, nullptr) == 0, "making a disk read-only"); }));
  }};
  auto words = child.hear_all();
  if (const int code = child.end(); code != 0)
    throw std::runtime_error{"the work on a disk of its own failed (exit code " + std::to_string(code) + ", see above)"};
  return words;
}

} // namespace tests
