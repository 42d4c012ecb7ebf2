#include "cli/press/card_pin.hpp"

#include "cli/press/server_access.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"

#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

namespace hdskit::cli::press {
namespace {

/// A terminal that does not show what is typed, until this goes out of scope.
class SilentTerminal {
public:
  SilentTerminal() : terminal_{::open("/dev/tty", O_RDWR | O_CLOEXEC)} {
    if (terminal_ < 0 || ::tcgetattr(terminal_, &before_) != 0) return;
    auto silent = before_;
    silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    silent_ = ::tcsetattr(terminal_, TCSAFLUSH, &silent) == 0;
  }
  ~SilentTerminal() {
    if (silent_) ::tcsetattr(terminal_, TCSAFLUSH, &before_);
    if (terminal_ >= 0) ::close(terminal_);
  }
  SilentTerminal(const SilentTerminal&) = delete;
  SilentTerminal& operator=(const SilentTerminal&) = delete;

  std::optional<std::string> ask(const std::string& question) const {
    if (!silent_) return std::nullopt;
    write(question);
    std::string typed;
    for (char c = 0; ::read(terminal_, &c, 1) == 1 && c != '\n' && typed.size() < longest;) typed += c;
    write("\n");
    return typed;
  }

private:
  static constexpr std::size_t longest = 64;
  void write(const std::string& words) const { [[maybe_unused]] const auto written = ::write(terminal_, words.data(), words.size()); }
  int terminal_ = -1;
  termios before_{};
  bool silent_ = false;
};

} // namespace

std::optional<std::string> read_pin(const Context& context, const std::string& card) {
  if (const auto descriptor = context.arguments.number("pin-fd")) return password_from_descriptor(*descriptor);
  if (::isatty(STDIN_FILENO) == 0) return std::nullopt;
  auto pin = SilentTerminal{}.ask(tr("PIN of the card {1}: ", {card}));
  if (pin && pin->empty()) return std::nullopt;
  return pin;
}

} // namespace hdskit::cli::press
