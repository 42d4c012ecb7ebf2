#include "toolkit/base/child_process.hpp"

#include "toolkit/base/progress.hpp"
#include "toolkit/base/started_child.hpp"
#include "toolkit/base/text.hpp"

#include <array>
#include <cerrno>
#include <csignal>

#include <poll.h>
#include <unistd.h>

namespace hdskit {
namespace {

using Clock = std::chrono::steady_clock;
constexpr std::size_t tail_size = 64 << 10;
constexpr std::chrono::milliseconds cancel_tick{100}, objection_tick{1000};
constexpr std::chrono::milliseconds grace{5000}; // between SIGTERM and SIGKILL: restic and borg remove their locks in it
// What still stands in the pipes fits into a few reads. One that left the group may hold them open for ever, or go on writing.
constexpr std::chrono::milliseconds last_words{500};
constexpr int last_rounds = 64;

/// The last bytes of what passes.
class Tail {
public:
  void add(std::string_view bytes) {
    text_ += bytes;
    if (text_.size() > 2 * tail_size) text_.erase(0, text_.size() - tail_size);
  }
  std::string taken() const { return text_.size() > tail_size ? text_.substr(text_.size() - tail_size) : text_; }

private:
  std::string text_;
};

/// Tells when its period has passed since it last said so.
class Every {
public:
  explicit Every(std::chrono::milliseconds period) : period_{period} {}
  bool due() {
    const auto now = Clock::now();
    if (now < next_) return false;
    next_ = now + period_;
    return true;
  }

private:
  std::chrono::milliseconds period_;
  Clock::time_point next_{};
};

class Run {
public:
  Run(const ChildCommand& command, const ChildLimits& limits, const std::function<void(std::string_view)>& take)
      : limits_{limits}, take_{take}, output_{make_pipe()}, errors_{make_pipe()}, child_{command, output_.writing.number(), errors_.writing.number()} {
    output_.writing.shut();
    errors_.writing.shut();
  }

  ChildResult to_the_end() {
    try {
      while (!child_.ended() && may_go_on()) pump(cancel_tick);
      if (!child_.ended()) stop();
      child_.signal_group(SIGKILL);
      for (int rounds = 0; rounds < last_rounds && pump(last_words); ++rounds) {}
    } catch (...) {
      stop();
      throw;
    }
    child_.reap();
    result_.status = child_.status();
    result_.signal = child_.end_signal();
    result_.output = output_tail_.taken();
    result_.errors = readable(errors_tail_.taken());
    result_.duration = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - start_);
    return result_;
  }

private:
  bool may_go_on() {
    if (cancel_.due()) Progress{{}, limits_.cancelled}.stop_if_cancelled();
    if (limits_.objection && objection_.due()) result_.objection = limits_.objection();
    result_.timed_out = limits_.time && Clock::now() - start_ >= *limits_.time;
    return !result_.timed_out && result_.objection.empty();
  }

  void stop() {
    stopping_ = true;
    child_.signal_group(SIGTERM);
    child_.signal_group(SIGCONT); // one that is halted would not see it
    for (const auto end = Clock::now() + grace; !child_.ended() && Clock::now() < end;) pump(cancel_tick);
    child_.reap();
  }

  /// Takes what has come, or waits for it. False once there is nothing more to come, or nothing came.
  bool pump(std::chrono::milliseconds patience) {
    std::array<struct pollfd, 3> ends{{{output_.reading.number(), POLLIN, 0}, {errors_.reading.number(), POLLIN, 0}, {-1, POLLIN, 0}}};
    const bool open = output_.reading.is_open() || errors_.reading.is_open();
    if (!child_.ended()) ends[2].fd = child_.watched();
    else if (!open) return false;
    const int ready = ::poll(ends.data(), ends.size(), static_cast<int>(patience.count()));
    if (ready <= 0) return ready < 0 && errno == EINTR;
    if (ends[0].revents) read_some(output_.reading, [this](std::string_view bytes) { take_output(bytes); });
    if (ends[1].revents) read_some(errors_.reading, [this](std::string_view bytes) { errors_tail_.add(bytes); });
    return true;
  }

  template <typename Take> void read_some(ChildEnd& end, Take&& take) {
    const auto count = ::read(end.number(), buffer_.data(), buffer_.size());
    if (count > 0) take(std::string_view{buffer_.data(), static_cast<std::size_t>(count)});
    else if (count == 0 || errno != EINTR) end.shut();
  }

  void take_output(std::string_view bytes) {
    if (!take_) output_tail_.add(bytes);
    else if (!stopping_) take_(bytes);
  }

  const ChildLimits& limits_;
  const std::function<void(std::string_view)>& take_;
  Pipe output_, errors_;
  StartedChild child_;
  Clock::time_point start_ = Clock::now();
  Every cancel_{cancel_tick}, objection_{objection_tick};
  std::string buffer_ = std::string(tail_size, '\0');
  Tail output_tail_, errors_tail_;
  bool stopping_ = false;
  ChildResult result_;
};

} // namespace

ChildResult run_child(const ChildCommand& command, const ChildLimits& limits, const std::function<void(std::string_view)>& take) {
  return Run{command, limits, take}.to_the_end();
}

} // namespace hdskit
