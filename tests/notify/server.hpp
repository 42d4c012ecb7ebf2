#pragma once

#include "tests/notify/sample_deadlines.hpp"
#include "tests/support/golden.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/notify/server_access.hpp"

#include <csignal>
#include <fcntl.h>
#include <filesystem>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace tests {

/// A server in a process of its own that says its port on the first line of its standard output; it ends with this, or with the test program.
class Server {
public:
  explicit Server(const std::vector<std::string>& command) {
    int line[2];
    if (::pipe2(line, O_CLOEXEC) != 0) throw std::runtime_error{"no pipe for a server"};
    std::vector<char*> words;
    for (const auto& word : command) words.push_back(const_cast<char*>(word.c_str()));
    words.push_back(nullptr);
    process_ = ::fork();
    if (process_ == 0) {
      ::prctl(PR_SET_PDEATHSIG, SIGKILL);
      ::dup2(line[1], 1);
      ::execv(words[0], words.data());
      ::_exit(127);
    }
    ::close(line[1]);
    for (char c; ::read(line[0], &c, 1) == 1 && c != '\n';) port_ += c;
    ::close(line[0]);
    if (port_.empty()) throw std::runtime_error{"the server did not start: " + command[1] + " (scripts/packages.sh check installs what it needs)"};
  }
  ~Server() { stop(); }
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  const std::string& port() const { return port_; }
  void stop() {
    if (process_ <= 0) return;
    ::kill(process_, SIGKILL);
    ::waitpid(process_, nullptr, 0);
    process_ = -1;
  }

private:
  pid_t process_ = -1;
  std::string port_;
};

/// An authority and a certificate of "localhost" signed by it, made once.
struct Certificates {
  hdskit::ScratchFolder folder;
  std::string authority, certificate, key;
  Certificates() {
    const auto at = [&](const char* name) { return (folder.path() / name).string(); };
    authority = at("ca.pem"), certificate = at("server.pem"), key = at("server.key");
    output_of("cd '" + folder.path().string() +
              "' && exec 2>&1; openssl req -x509 -newkey rsa:2048 -nodes -keyout ca.key -out ca.pem -days 2 -subj '/CN=Test authority' " +
              "&& openssl req -newkey rsa:2048 -nodes -keyout server.key -out server.csr -subj /CN=localhost -addext subjectAltName=DNS:localhost " +
              "&& openssl x509 -req -in server.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 2 -copy_extensions copy -out server.pem");
  }
  std::string pair() const { return certificate + "," + key; }
  static const Certificates& once() {
    static const Certificates made;
    return made;
  }
};

class MailServer {
public:
  explicit MailServer(const std::vector<std::string>& words = {}) : server_{command(words)} {}
  hdskit::ServerAccess access(const std::string& scheme = "smtp") const {
    return {.url = scheme + "://localhost:" + server_.port(), .ca_file = Certificates::once().authority, .timeout = std::chrono::seconds{10}};
  }
  hdskit::ServerAccess access_in_the_clear() const {
    auto plain = access();
    plain.without_tls = true;
    return plain;
  }
  std::size_t count() const {
    return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator{folder_.path()}, std::filesystem::directory_iterator{}));
  }
  std::string file(int number) const { return (folder_.path() / (std::to_string(number) + ".eml")).string(); }
  std::string message(int number) const { return read_bytes(file(number)); }
  void stop() { server_.stop(); }

private:
  std::vector<std::string> command(const std::vector<std::string>& words) const {
    std::vector<std::string> all{"/usr/bin/python3", TESTS_DIR "/notify/mail_server.py", folder_.path().string()};
    all.insert(all.end(), words.begin(), words.end());
    return all;
  }
  hdskit::ScratchFolder folder_;
  Server server_;
};

} // namespace tests
