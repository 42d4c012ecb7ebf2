#include "cli/progress_report.hpp"

#include "cli/display_width.hpp"

#include <algorithm>
#include <ostream>

namespace hdskit::cli {
namespace {

constexpr std::chrono::milliseconds before_bar{300}, between_bars{100}, between_lines{2000};

std::string percentage(std::uint64_t done, std::uint64_t total) {
  return total == 0 ? std::to_string(done)
                    : std::to_string(static_cast<int>(100.0 * static_cast<double>(std::min(done, total)) / static_cast<double>(total))) + "\u00A0%";
}

} // namespace

ProgressReport::ProgressReport(std::ostream& out, int width, Clock::time_point start)
    : out_{out}, width_{width}, next_{start + (width > 0 ? before_bar : between_lines)} {}

ProgressReport::~ProgressReport() {
  if (drawn_) out_ << "\r\033[K" << std::flush;
}

void ProgressReport::show(const std::string& step, std::uint64_t done, std::uint64_t total, Clock::time_point now) {
  if (now < next_) return;
  next_ = now + (width_ > 0 ? between_bars : between_lines);
  if (width_ > 0) draw_bar(step, done, total);
  else out_ << step << " : " << percentage(done, total) << std::endl;
}

void ProgressReport::draw_bar(const std::string& step, std::uint64_t done, std::uint64_t total) {
  constexpr std::size_t bar = 24;
  std::string line;
  if (total > 0) {
    const auto filled = static_cast<std::size_t>(static_cast<double>(bar) * static_cast<double>(std::min(done, total)) / static_cast<double>(total));
    line = "[" + std::string(filled, '#') + std::string(bar - filled, '.') + "] ";
  }
  line += percentage(done, total) + "  " + step;
  out_ << "\r" << shortened(line, static_cast<std::size_t>(width_ - 1)) << "\033[K" << std::flush;
  drawn_ = true;
}

} // namespace hdskit::cli
