#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hdskit {

// Programs of other people are started without a shell, with an environment of their own, and end with us: on a limit, on Ctrl-C, and when we are killed.
// The kernel counts the end of the *thread* that started a child as our end (PR_SET_PDEATHSIG): that thread has to outlive it.

struct ChildCommand {
  std::vector<std::string> words;                    ///< program and arguments; a program without '/' is looked for in `path`
  std::string path = "/usr/local/bin:/usr/bin:/bin"; ///< also the child's PATH
  std::vector<std::pair<std::string, std::string>>
      environment;                   ///< all that the child gets besides PATH, HOME (its folder) and LC_ALL=C.UTF-8, or instead of these
  std::filesystem::path folder;      ///< working directory; empty: ours
  std::string input;                 ///< standard input; /dev/null when empty
  std::optional<std::string> secret; ///< a read-only file in memory at descriptor secret_descriptor (/dev/fd/3), never on a command line or in the environment
  std::string user;                  ///< run as this user and its groups when we are root ("postgres"); "" : as we are
};
inline constexpr int secret_descriptor = 3;

struct ChildLimits {
  std::optional<std::chrono::milliseconds> time;
  std::function<bool()> cancelled; ///< asked about ten times a second
  /// Asked about once a second: a reason to stop the child ("the scratch space is full"), "" to go on.
  std::function<std::string()> objection;
};

struct ChildResult {
  int status = -1; ///< exit status; -1 when a signal ended it
  int signal = 0;
  bool timed_out = false;
  std::string objection; ///< why we stopped it
  std::string output;    ///< the last 64 KiB of standard output, when nobody took it
  std::string errors;    ///< the last 64 KiB of standard error, UTF-8 (bytes that are none replaced)
  std::chrono::milliseconds duration{0};

  bool succeeded() const { return status == 0 && !timed_out && objection.empty(); }
};

/// Runs the child in a process group of its own to its end. `take` gets standard output piece by piece as it comes; what it throws ends the child and comes
/// out. A child that has to go gets SIGTERM, and SIGKILL five seconds later. Throws Problem not_found when the program is nowhere, cancelled, refused (rights).
ChildResult run_child(const ChildCommand& command, const ChildLimits& limits = {}, const std::function<void(std::string_view)>& take = {});

/// A server that runs beside us until this goes out of scope. Standard output and error go to `log`.
class ChildServer {
public:
  ChildServer(const ChildCommand& command, const std::filesystem::path& log);
  ~ChildServer(); ///< stop()
  ChildServer(const ChildServer&) = delete;
  ChildServer& operator=(const ChildServer&) = delete;

  bool running();
  int process() const;
  /// Sends `signal`, waits, kills after `patience`. Gives the exit status, -1 for a signal. Idempotent.
  int stop(int signal, std::chrono::milliseconds patience);

private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Where the program is in `path` ("/usr/bin:/bin"), or at the place that it names itself; nothing when it is nowhere.
std::optional<std::filesystem::path> find_program(std::string_view program, std::string_view path);

/// Words of a command line as a person writes it: parted by blanks, '…' and "…" keep them together, \ takes the next byte. Nothing is expanded.
/// Throws Problem bad_input for a quote that does not end.
std::vector<std::string> words_of_command(std::string_view text);

/// With U+FFFD for every byte that is no UTF-8: what foreign programs write goes into reports and the journal, which hold text only.
std::string readable(std::string_view bytes);

} // namespace hdskit
