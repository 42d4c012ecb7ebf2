#include "cli/reading_rate.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

#include <chrono>

namespace hdskit::cli {
namespace {

using Clock = std::chrono::steady_clock;
constexpr double megabyte = 1e6;

std::string time_left(double seconds) {
  const auto whole = static_cast<std::int64_t>(seconds + 0.5);
  return whole < 90 ? std::to_string(whole) + " s" : human_duration((whole + 30) / 60);
}

} // namespace

Progress with_reading_rate(Progress progress) {
  if (!progress.report) return progress;
  progress.report = [told = std::move(progress.report), start = Clock::now()](const std::string& step, std::uint64_t done, std::uint64_t total) {
    const double seconds = std::chrono::duration<double>(Clock::now() - start).count();
    const double rate = seconds > 0 ? static_cast<double>(done) / seconds : 0;
    const auto speed = std::to_string(static_cast<std::int64_t>(rate / megabyte));
    if (total == 0) return told(tr("{1}, {2} MB/s, in MB", {step, speed}), static_cast<std::uint64_t>(static_cast<double>(done) / megabyte), 0);
    if (rate <= 0 || done >= total) return told(tr("{1}, {2} MB/s", {step, speed}), done, total);
    told(tr("{1}, {2} MB/s, {3} left", {step, speed, time_left(static_cast<double>(total - done) / rate)}), done, total);
  };
  return progress;
}

} // namespace hdskit::cli
