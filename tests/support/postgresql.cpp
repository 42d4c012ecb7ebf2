#include "tests/support/postgresql.hpp"

#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <grp.h>
#include <memory>
#include <pwd.h>
#include <sstream>
#include <stdexcept>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace tests {
namespace {

[[noreturn]] void give_up(const std::string& why) {
  throw std::runtime_error{"The private PostgreSQL server of the tests could not be started: " + why +
                           " (Debian package: postgresql; scripts/packages.sh installs it)"};
}

std::filesystem::path programs() {
  std::filesystem::path newest;
  std::error_code ignored;
  for (const auto& version : std::filesystem::directory_iterator{"/usr/lib/postgresql", ignored})
    if (std::filesystem::exists(version.path() / "bin/initdb") && version.path() / "bin" > newest) newest = version.path() / "bin";
  if (newest.empty()) give_up("there is no /usr/lib/postgresql/*/bin/initdb.");
  return newest;
}

/// PostgreSQL refuses to run as root; anyone else runs it as themselves.
const passwd* server_user() {
  if (::geteuid() != 0) return nullptr;
  for (const auto* name : {"postgres", "nobody"})
    if (const auto* user = ::getpwnam(name)) return user;
  give_up("it may not run as root, and there is neither a user postgres nor a user nobody.");
}

class Server {
public:
  Server() : owner_{::getpid()}, programs_{programs()}, user_{server_user()} {
    std::string pattern = (std::filesystem::temp_directory_path() / "hdskit-pg-XXXXXX").string();
    if (!::mkdtemp(pattern.data())) give_up("no temporary folder can be made.");
    folder_ = pattern;
    if (user_ && ::chown(folder_.c_str(), user_->pw_uid, user_->pw_gid) != 0) give_up("its folder cannot be given to its user.");
    try {
      start();
    } catch (...) {
      stop();
      throw;
    }
  }
  ~Server() {
    if (::getpid() == owner_) stop(); // not in a child that a test forked
  }
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  std::string fresh_database() {
    const auto name = "t" + std::to_string(++databases_);
    if (wait_for(run({programs_ / "createdb", "-h", folder_, "-U", "hdskit", "-T", "template0", name})) != 0) give_up("a database cannot be created: " + log());
    std::string host;
    for (const char c : folder_.string()) host += c == '/' ? std::string{"%2F"} : std::string{c};
    return "postgresql://hdskit@" + host + "/" + name;
  }

private:
  void start() {
    const auto data = folder_ / "data";
    if (wait_for(run({programs_ / "initdb", "-D", data, "-A", "trust", "-U", "hdskit", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"})) != 0) give_up(log());
    // no fsync: nothing here outlives the test; no TCP: nobody else may come in
    server_ = run({programs_ / "postgres", "-D", data, "-k", folder_, "-c", "listen_addresses=", "-c", "fsync=off", "-c", "synchronous_commit=off", "-c",
                   "full_page_writes=off", "-c", "max_connections=30", "-c", "shared_buffers=16MB", "-c", "autovacuum=off"});
    for (int tries = 0; wait_for(run({programs_ / "pg_isready", "-q", "-h", folder_, "-U", "hdskit"})) != 0; ++tries) {
      if (::waitpid(server_, nullptr, WNOHANG) == server_) {
        server_ = -1;
        give_up(log());
      }
      if (tries > 3000) give_up("it does not answer. " + log());
      ::usleep(20'000); // microseconds
    }
  }

  void stop() noexcept {
    if (server_ > 0) {
      ::kill(server_, SIGQUIT); // immediate shutdown
      ::waitpid(server_, nullptr, 0);
    }
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }

  pid_t run(const std::vector<std::string>& words) const {
    std::vector<char*> arguments;
    for (const auto& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    const auto log_file = folder_ / "log";
    const pid_t child = ::fork();
    if (child != 0) return child;
    if (user_ && (::setgroups(0, nullptr) != 0 || ::setgid(user_->pw_gid) != 0 || ::setuid(user_->pw_uid) != 0)) ::_exit(126);
    ::prctl(PR_SET_PDEATHSIG, SIGQUIT); // when a test program is killed, its server goes with it
    const int log_descriptor = ::open(log_file.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
    ::dup2(::open("/dev/null", O_RDONLY), 0);
    ::dup2(log_descriptor, 1);
    ::dup2(log_descriptor, 2);
    if (::chdir("/") != 0) ::_exit(126);
    ::execv(arguments[0], arguments.data());
    ::_exit(127);
  }

  static int wait_for(pid_t child) {
    int status = 0;
    if (child < 0 || ::waitpid(child, &status, 0) != child) return -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }

  std::string log() const {
    std::ifstream in{folder_ / "log"};
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
  }

  pid_t owner_, server_ = -1;
  std::filesystem::path programs_, folder_;
  const passwd* user_;
  int databases_ = 0;
};

} // namespace

std::string fresh_postgresql_database() {
  static Server server; // if its start throws, the next call tries again and fails as clearly
  return server.fresh_database();
}

} // namespace tests
