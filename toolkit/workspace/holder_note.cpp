#include "toolkit/workspace/holder_note.hpp"

#include "toolkit/base/file.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace hdskit {
namespace {

std::string one_line(const std::string& text) { return replaced(replaced(text, "\n", " "), "\r", " "); }

/// A process number of another machine tells nothing here: it counts as living.
bool lives(const std::string& host, const std::string& process) {
  if (host != whereabouts().host) return true;
  if (process.empty() || process.size() > 9 || process.find_first_not_of("0123456789") != std::string::npos) return false;
  return ::kill(std::stoi(process), 0) == 0 || errno == EPERM;
}

} // namespace

Whereabouts whereabouts() {
  std::array<char, 256> host{};
  if (::gethostname(host.data(), host.size() - 1) != 0) host[0] = '\0';
  return {host.data(), std::to_string(::getpid())};
}

HolderNote::HolderNote(const std::filesystem::path& workspace) : path_{workspace.string() + ".holder"} {}

void HolderNote::put(const Acting& acting) noexcept {
  try {
    ::unlink(path_.c_str()); // left by a process that died; whoever holds the lock owns the note
    const int descriptor = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (descriptor < 0) return;
    standing_ = true;
    const auto [host, process] = whereabouts();
    const auto note = one_line(acting.name) + "\n" + one_line(host) + "\n" + process + "\n" + acting.at.iso() + "\n";
    [[maybe_unused]] const auto written = ::write(descriptor, note.data(), note.size());
    ::close(descriptor);
  } catch (const std::exception&) { // out of memory: do without
  }
}

void HolderNote::take_away() noexcept {
  if (standing_) ::unlink(path_.c_str());
  standing_ = false;
}

std::optional<std::string> HolderNote::holder() const {
  std::string note;
  try {
    note = read_file(path_, 4096);
  } catch (const Problem&) { return std::nullopt; }
  const auto lines = lines_of(note);
  if (lines.size() < 4 || !is_utf8(note)) return std::nullopt;
  const std::string name{lines[0]}, host{lines[1]}, process{lines[2]}, since{lines[3]};
  if (!lives(host, process)) return std::nullopt;
  return tr("{1} (process {2} on {3}, since {4})", {name, process, host, since});
}

} // namespace hdskit
