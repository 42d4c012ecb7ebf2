#include "gui/presenter/backups_progress.hpp"

#include "gui/presenter/backups_words.hpp"
#include "gui/presenter/shown.hpp"
#include "toolkit/base/translate.hpp"

#include <cmath>
#include <memory>

namespace hdskit::gui {
namespace {

constexpr double milliseconds = 1000, settling = 0.5; ///< of a second, and seconds before a rate is worth saying

struct Step {
  std::string name;
  std::chrono::milliseconds since{0};
  std::uint64_t from = 0; ///< bytes done when it began
};

std::string measured(const std::string& name, std::uint64_t done, std::uint64_t total, double bytes_a_second) {
  const auto rate = tr("{1} a second", {shown_bytes(static_cast<std::uint64_t>(bytes_a_second))});
  if (total == 0 || done >= total) return tr("{1}, {2}, {3}", {name, shown_bytes(done), rate});
  const auto left = static_cast<std::int64_t>(std::ceil(static_cast<double>(total - done) / bytes_a_second));
  return tr("{1}, {2} of {3}, {4}, {5} left", {name, shown_bytes(done), shown_bytes(total), rate, seconds_in_words(left)});
}

} // namespace

Progress with_rate(Progress progress, std::function<std::chrono::milliseconds()> elapsed) {
  if (!progress.report) return progress;
  const auto step = std::make_shared<Step>();
  progress.report = [told = std::move(progress.report), elapsed = std::move(elapsed), step](const std::string& name, std::uint64_t done, std::uint64_t total) {
    if (step->name != name || done < step->from) *step = {name, elapsed(), done};
    const double seconds = static_cast<double>((elapsed() - step->since).count()) / milliseconds;
    const auto moved = static_cast<double>(done - step->from);
    told(seconds < settling || moved <= 0 ? name : measured(name, done, total, moved / seconds), done, total);
  };
  return progress;
}

} // namespace hdskit::gui
