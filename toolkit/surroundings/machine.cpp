#include "toolkit/surroundings/machine.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

#include <cerrno>

#include <sys/random.h>
#include <unistd.h>

namespace hdskit {

Instant current_instant() { return Instant{std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now())}; }

std::chrono::milliseconds elapsed_time() { return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch()); }

std::string random_bytes(std::size_t count) {
  std::string bytes(count, '\0');
  for (std::size_t got = 0; got < count;) {
    const auto some = ::getrandom(bytes.data() + got, count - got, 0);
    if (some < 0 && errno == EINTR) continue;
    if (some < 0) throw Problem{ProblemKind::refused, "", tr("The operating system gives no random numbers."), tr("Look at the log of the system.")};
    got += static_cast<std::size_t>(some);
  }
  return bytes;
}

std::string host_name() {
  constexpr std::size_t longest = 256;
  char name[longest] = {};
  if (::gethostname(name, longest - 1) != 0) return "";
  return is_utf8(name) ? name : "";
}

bool runs_as_root() { return ::geteuid() == 0; }

std::filesystem::path own_program_folder() {
  std::error_code error;
  return std::filesystem::read_symlink("/proc/self/exe", error).parent_path();
}

} // namespace hdskit
