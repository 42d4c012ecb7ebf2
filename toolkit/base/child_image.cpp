#include "toolkit/base/child_image.hpp"

#include "toolkit/base/file.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"

#include <cerrno>
#include <csignal>
#include <cstring>

#include <fcntl.h>
#include <grp.h>
#include <pwd.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace hdskit {
namespace {

constexpr int first_free = 16; // above every number that the child gets, so that dup2 never overwrites a source

ChildEnd out_of_the_way(ChildEnd low) {
  const int high = low.is_open() ? ::fcntl(low.number(), F_DUPFD_CLOEXEC, first_free) : -1;
  if (high < 0) fail_on_file("/dev/fd", errno);
  return ChildEnd{high};
}

/// Bytes in memory that read as a file from its start and cannot be changed any more. A pipe would block beyond 64 KiB and raise SIGPIPE.
ChildEnd sealed_bytes(std::string_view bytes) {
  auto memory = out_of_the_way(ChildEnd{::memfd_create("hdskit", MFD_CLOEXEC | MFD_ALLOW_SEALING)});
  ::fchmod(memory.number(), 0400);
  for (std::size_t done = 0; done < bytes.size();) {
    const auto written = ::write(memory.number(), bytes.data() + done, bytes.size() - done);
    if (written < 0 && errno != EINTR) fail_on_file("memfd", errno);
    if (written > 0) done += static_cast<std::size_t>(written);
  }
  ::lseek(memory.number(), 0, SEEK_SET);
  ::fcntl(memory.number(), F_ADD_SEALS, F_SEAL_WRITE | F_SEAL_GROW | F_SEAL_SHRINK | F_SEAL_SEAL);
  return memory;
}

std::vector<char*> pointers_to(std::vector<std::string>& texts) {
  std::vector<char*> pointers;
  for (auto& text : texts) pointers.push_back(text.data());
  pointers.push_back(nullptr);
  return pointers;
}

void refuse_zero_bytes(std::string_view text) {
  if (text.find('\0') == std::string_view::npos) return;
  throw Problem{ProblemKind::bad_input, readable(text.substr(0, text.find('\0'))), tr("A command holds a zero byte."),
                tr("Write the command again without it.")};
}

std::string program_of(const ChildCommand& command) {
  if (command.words.empty() || command.words.front().empty()) {
    throw Problem{ProblemKind::bad_input, "", tr("A command without a program cannot be run."), tr("Give the program and its arguments.")};
  }
  if (const auto program = find_program(command.words.front(), command.path)) return std::filesystem::absolute(*program).string();
  const auto name = readable(command.words.front());
  throw Problem{ProblemKind::not_found, name, tr("The program “{1}” is not on this machine.", {name}), tr("Install it, or give its full path.")};
}

} // namespace

void ChildEnd::shut() {
  if (number_ >= 0) ::close(std::exchange(number_, -1));
}

Pipe make_pipe() {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) fail_on_file("pipe", errno);
  ChildEnd reading{ends[0]}, writing{ends[1]};
  return {out_of_the_way(std::move(reading)), out_of_the_way(std::move(writing))};
}

ChildImage::ChildImage(const ChildCommand& command, int output, int errors)
    : program_{program_of(command)}, folder_{command.folder.string()}, words_{command.words}, output_{output}, errors_{errors} {
  for (const auto& word : words_) refuse_zero_bytes(word);
  if (!command.user.empty() && ::geteuid() == 0) take_account(command.user);
  take_environment(command);
  word_pointers_ = pointers_to(words_);
  input_ = command.input.empty() ? out_of_the_way(ChildEnd{::open("/dev/null", O_RDONLY | O_CLOEXEC)}) : sealed_bytes(command.input);
  if (command.secret) secret_ = sealed_bytes(*command.secret);
  if (!command.input.empty()) hand_over(input_.number());
  hand_over(secret_.number());
  hand_over(output_);
  hand_over(errors_);
}

/// Programs open /dev/stderr and /dev/fd/3 by name: for that the pipe or the memory must be theirs. What has a name in the file system stays whose it was.
void ChildImage::hand_over(int descriptor) const {
  struct stat status {};
  if (!account_ || descriptor < 0 || ::fstat(descriptor, &status) != 0 || (status.st_nlink != 0 && !S_ISFIFO(status.st_mode))) return;
  if (::fchown(descriptor, account_->user, account_->group) != 0) fail_on_file("/dev/fd", errno);
}

void ChildImage::take_account(const std::string& name) {
  struct passwd entry {};
  struct passwd* found = nullptr;
  std::vector<char> room(16384); // names, folders and shells of one account; sysconf(_SC_GETPW_R_SIZE_MAX) says 1 KiB
  if (::getpwnam_r(name.c_str(), &entry, room.data(), room.size(), &found) != 0 || !found) {
    throw Problem{ProblemKind::not_found, name, tr("This machine has no user “{1}”.", {name}), tr("Create the account or name another one.")};
  }
  Account account{entry.pw_uid, entry.pw_gid, std::vector<gid_t>(64)};
  int count = static_cast<int>(account.groups.size());
  if (::getgrouplist(name.c_str(), entry.pw_gid, account.groups.data(), &count) < 0) {
    account.groups.resize(static_cast<std::size_t>(count));
    ::getgrouplist(name.c_str(), entry.pw_gid, account.groups.data(), &count);
  }
  account.groups.resize(static_cast<std::size_t>(count));
  account_ = std::move(account);
}

void ChildImage::take_environment(const ChildCommand& command) {
  std::error_code gone; // our own working folder may have been removed
  const auto home = command.folder.empty() ? std::filesystem::current_path(gone) : std::filesystem::absolute(command.folder);
  std::vector<std::pair<std::string, std::string>> variables{{"PATH", command.path}, {"HOME", home.string()}, {"LC_ALL", "C.UTF-8"}};
  for (const auto& [name, value] : command.environment) {
    std::erase_if(variables, [&own = name](const auto& variable) { return variable.first == own; });
    variables.emplace_back(name, value);
  }
  for (const auto& [name, value] : variables) environment_.push_back(name + "=" + value);
  for (const auto& variable : environment_) refuse_zero_bytes(variable);
  environment_pointers_ = pointers_to(environment_);
}

int ChildImage::take_descriptors() const noexcept {
  if (::dup2(input_.number(), STDIN_FILENO) < 0 || ::dup2(output_, STDOUT_FILENO) < 0 || ::dup2(errors_, STDERR_FILENO) < 0) return errno;
  if (secret_.is_open() && ::dup2(secret_.number(), secret_descriptor) < 0) return errno;
  const unsigned first = secret_.is_open() ? secret_descriptor + 1 : secret_descriptor;
  return ::close_range(first, ~0u, CLOSE_RANGE_CLOEXEC) == 0 ? 0 : errno;
}

/// By system calls: the functions of the C library would first tell the other threads, which a forked child does not have.
int ChildImage::take_user() const noexcept {
  if (!account_) return 0;
  if (::syscall(SYS_setgroups, account_->groups.size(), account_->groups.data()) != 0) return errno;
  if (::syscall(SYS_setresgid, account_->group, account_->group, account_->group) != 0) return errno;
  return ::syscall(SYS_setresuid, account_->user, account_->user, account_->user) == 0 ? 0 : errno;
}

void ChildImage::become(pid_t parent, int report) const noexcept {
  const auto give_up = [&](Step step, int error) {
    const Failure failure{step, error};
    const auto written = ::write(report, &failure, sizeof failure);
    ::_exit(written == sizeof failure ? 127 : 126);
  };
  for (int number = 1; number < NSIG; ++number) ::signal(number, SIG_DFL);
  sigset_t none;
  ::sigemptyset(&none);
  ::sigprocmask(SIG_SETMASK, &none, nullptr);
  if (::setpgid(0, 0) != 0) give_up(Step::session, errno);
  if (const int error = take_descriptors()) give_up(Step::descriptors, error);
  if (const int error = take_user()) give_up(Step::user, error);
  // After the change of user, which clears it. The parent may already have gone before it was set.
  if (::prctl(PR_SET_PDEATHSIG, SIGKILL) != 0) give_up(Step::session, errno);
  if (::getppid() != parent) ::_exit(126);
  if (!folder_.empty() && ::chdir(folder_.c_str()) != 0) give_up(Step::folder, errno);
  ::execve(program_.c_str(), word_pointers_.data(), environment_pointers_.data());
  give_up(Step::program, errno);
  ::_exit(126);
}

void ChildImage::fail(const Failure& failure) const {
  if (failure.step == Step::folder) fail_on_file(folder_, failure.error);
  if (failure.step == Step::program && (failure.error == ENOENT || failure.error == EACCES || failure.error == EPERM)) {
    const bool refused = failure.error != ENOENT;
    throw Problem{refused ? ProblemKind::refused : ProblemKind::not_found, program_,
                  tr("“{1}” could not be started: {2}.", {program_, std::strerror(failure.error)}),
                  tr("Check that it is a program, that you may run it, and that the interpreter that its first line names is installed.")};
  }
  throw Problem{failure.step == Step::user ? ProblemKind::refused : ProblemKind::bad_input, program_,
                tr("“{1}” could not be started: {2}.", {program_, std::strerror(failure.error)}),
                tr("Try the command by hand on this machine, then start again.")};
}

} // namespace hdskit
