#pragma once

#include "toolkit/base/file.hpp"

#include <stdexcept>
#include <string>

#include <csignal>
#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace tests {

/// A server of tests/access in Python, over a folder of its own; ends with this object. `argument`: what it is started with; by default the file of its log.
class ListServer {
public:
  explicit ListServer(const std::string& program = "list_server.py", const std::string& argument = {}) {
    int pipe[2];
    if (::pipe2(pipe, O_CLOEXEC) != 0) throw std::runtime_error{"pipe"};
    const auto script = std::string{TESTS_DIR} + "/access/" + program, given = argument.empty() ? log_file().string() : argument,
               folder = folder_.path().string();
    process_ = ::fork();
    if (process_ == 0) {
      ::prctl(PR_SET_PDEATHSIG, SIGKILL);
      ::dup2(pipe[1], STDOUT_FILENO);
      if (::chdir(folder.c_str()) == 0) ::execlp("python3", "python3", script.c_str(), given.c_str(), static_cast<char*>(nullptr));
      ::_exit(127);
    }
    ::close(pipe[1]);
    char byte = 0;
    while (::read(pipe[0], &byte, 1) == 1 && byte != '\n') port_ += byte;
    ::close(pipe[0]);
    if (port_.empty()) throw std::runtime_error{"the server of lists did not start"};
  }
  ~ListServer() {
    ::kill(process_, SIGKILL);
    ::waitpid(process_, nullptr, 0);
  }
  ListServer(const ListServer&) = delete;
  ListServer& operator=(const ListServer&) = delete;

  void put(const std::string& name, const std::string& bytes) { hdskit::write_file(folder_.path() / name, bytes); }
  std::string url(const std::string& path) const { return "http://127.0.0.1:" + port_ + "/" + path; }
  const std::string& port() const { return port_; }
  std::string log() const { return hdskit::read_file(log_file()); } ///< a line for each question: path, If-None-Match

private:
  std::filesystem::path log_file() const { return log_folder_.path() / "log"; }
  hdskit::ScratchFolder folder_, log_folder_;
  std::string port_;
  pid_t process_ = -1;
};

} // namespace tests
