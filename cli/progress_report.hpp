#pragma once

#include <chrono>
#include <cstdint>
#include <iosfwd>
#include <string>

namespace hdskit::cli {

/// Shows long work: a bar that redraws itself on a terminal, otherwise one line at most every two seconds. Work that is
/// finished before the first delay shows nothing.
class ProgressReport {
public:
  using Clock = std::chrono::steady_clock;

  /// `width`: columns of the terminal; 0: it is none.
  ProgressReport(std::ostream& out, int width, Clock::time_point start);
  ~ProgressReport(); ///< wipes the bar

  ProgressReport(const ProgressReport&) = delete;
  ProgressReport& operator=(const ProgressReport&) = delete;

  void show(const std::string& step, std::uint64_t done, std::uint64_t total, Clock::time_point now);

private:
  void draw_bar(const std::string& step, std::uint64_t done, std::uint64_t total);
  std::ostream& out_;
  int width_;
  bool drawn_ = false;
  Clock::time_point next_;
};

} // namespace hdskit::cli
