#include "toolkit/base/file.hpp"
#include "unpack/confinement.hpp"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <functional>
#include <gtest/gtest.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace hdskit::unpack;

namespace {

/// Runs `work` in a process that has shut itself in. Its status; -SIGNAL when it was ended.
int status_of_confined(const Confinement& order, const std::function<int(const std::vector<std::string>&)>& work) {
  const auto process = ::fork();
  if (process == 0) ::_exit(work(confine(order)));
  int status = 0;
  ::waitpid(process, &status, 0);
  return WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status);
}

class Shut : public testing::Test {
protected:
  Shut() : folder_{::open(scratch_.path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)} {}
  ~Shut() override { ::close(folder_); }
  void SetUp() override {
#if defined(__SANITIZE_ADDRESS__)
    GTEST_SKIP() << "a sanitizer needs what is taken away here";
#endif
  }
  int in_folder(const std::function<int()>& work) const {
    return status_of_confined({folder_, true, true}, [&](const auto&) { return work(); });
  }
  hdskit::ScratchFolder scratch_;
  int folder_;
};

TEST_F(Shut, writes_below_its_folder) {
  EXPECT_EQ(in_folder([&] {
              const int file = ::openat(folder_, "new", O_WRONLY | O_CREAT | O_EXCL, 0600);
              return file >= 0 && ::write(file, "x", 1) == 1 && ::mkdirat(folder_, "sub", 0700) == 0 && ::linkat(folder_, "new", folder_, "sub/twin", 0) == 0
                         ? 0
                         : 1;
            }),
            0);
  EXPECT_TRUE(std::filesystem::exists(scratch_.path() / "sub/twin"));
}

TEST_F(Shut, opens_nothing_elsewhere) {
  const hdskit::ScratchFolder other;
  hdskit::write_file(other.path() / "file", "x");
  const auto path = (other.path() / "file").string();
  EXPECT_EQ(in_folder([&] { return ::open(path.c_str(), O_RDWR) < 0 ? 0 : 1; }), 0);
  EXPECT_EQ(in_folder([&] { return ::open((path + "2").c_str(), O_WRONLY | O_CREAT, 0600) < 0 ? 0 : 1; }), 0);
  EXPECT_EQ(in_folder([&] { return ::unlinkat(AT_FDCWD, path.c_str(), 0) < 0 ? 0 : 1; }), 0);
  EXPECT_TRUE(std::filesystem::exists(path));
}

TEST_F(Shut, opens_and_makes_nothing_at_all_when_it_only_lists) {
  EXPECT_EQ(
      status_of_confined({}, [&](const auto&) { return ::open("/dev/null", O_RDONLY) < 0 && ::openat(folder_, "x", O_WRONLY | O_CREAT, 0600) < 0 ? 0 : 1; }),
      0);
}

TEST_F(Shut, is_ended_when_it_asks_for_network_or_programs_or_memory_that_runs) {
  EXPECT_EQ(in_folder([] { return ::socket(AF_INET, SOCK_STREAM, 0) >= 0 ? 1 : 2; }), -SIGSYS);
  EXPECT_EQ(in_folder([] {
              ::execl("/bin/true", "true", nullptr);
              return 1;
            }),
            -SIGSYS);
  EXPECT_EQ(in_folder([] { return ::fork() >= 0 ? 1 : 2; }), -SIGSYS);
  EXPECT_EQ(in_folder([] { return ::mmap(nullptr, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED ? 1 : 2; }), -SIGSYS);
}

TEST_F(Shut, makes_devices_only_when_asked) {
  if (::geteuid() != 0) return;
  const auto make = [&](const char* name) { return ::mknodat(folder_, name, S_IFCHR | 0600, 0x103) == 0 ? 0 : 1; };
  EXPECT_EQ(status_of_confined({folder_, true, true}, [&](const auto&) { return make("asked"); }), 0);
  EXPECT_EQ(status_of_confined({folder_, true, false}, [&](const auto&) { return make("unasked"); }), 1);
  EXPECT_EQ(status_of_confined({folder_, true, false}, [&](const auto&) { return ::mknodat(folder_, "pipe", S_IFIFO | 0600, 0) == 0 ? 0 : 1; }), 0);
}

TEST_F(Shut, names_what_the_kernel_granted) {
  EXPECT_EQ(status_of_confined({folder_, false, false},
                               [](const std::vector<std::string>& granted) {
                                 const auto has = [&](const char* name) { return std::ranges::find(granted, name) != granted.end(); };
                                 return has("no_new_privs") && has("limits") && has("capabilities") && has("seccomp") ? 0 : 1;
                               }),
            0);
}

} // namespace
