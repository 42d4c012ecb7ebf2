#include "gui/presenter/continuity_chronicle.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/surroundings/surroundings.hpp"

#include <algorithm>
#include <charconv>

namespace hdskit::gui {
namespace {

constexpr std::int64_t seconds_in_a_minute = 60, seconds_in_an_hour = 3600, seconds_in_a_day = 86'400;

std::string two_digits(std::int64_t number) { return (number < 10 ? "0" : "") + std::to_string(number); }

std::optional<std::int64_t> number_in(std::string_view text, std::size_t from, std::int64_t below) {
  if (text.size() < from + 2) return std::nullopt;
  std::int64_t number = 0;
  const auto* begin = text.data() + from;
  const auto [end, error] = std::from_chars(begin, begin + 2, number);
  return error == std::errc{} && end == begin + 2 && number >= 0 && number < below ? std::optional{number} : std::nullopt;
}

/// Running time until each line; `now` adds to the last one while the stopwatch runs.
class RunningTime {
public:
  void pass(const ExerciseEntry& line) {
    const auto at = moment_seconds(line.at);
    if (!at) return;
    if (!watch_.started) {
      watch_.started = watch_.running = true;
    } else if (watch_.running && (signed_ || !line.text.starts_with(start_sign))) watch_.seconds += std::max<std::int64_t>(0, *at - last_);
    last_ = *at;
    signed_ = signed_ || line.text.starts_with(start_sign);
    if (line.text.starts_with(pause_sign) || line.text.starts_with(end_sign)) watch_.running = false;
    if (line.text.starts_with(end_sign)) watch_.ended = true;
    if (line.text.starts_with(start_sign)) watch_.running = true, watch_.ended = false;
  }
  std::int64_t seconds() const { return watch_.seconds; }
  Stopwatch at(std::int64_t now) const {
    auto watch = watch_;
    if (!signed_) watch.running = false; // noted after the event, or elsewhere: nothing runs
    if (watch.running) watch.seconds += std::max<std::int64_t>(0, now - last_);
    return watch;
  }

private:
  Stopwatch watch_;
  std::int64_t last_ = 0;
  bool signed_ = false;
};

/// “… RPO 15 min …”: the length of time behind the word.
std::optional<Minutes> loss_told(const std::string& text) {
  for (const std::string_view word : {"RPO ", "PDMA ", "RPO\u00A0", "PDMA\u00A0"}) {
    const auto at = text.find(word);
    if (at == std::string::npos) continue;
    auto rest = replaced(text.substr(at + word.size()), "\u00A0", " ");
    if (const auto end = rest.find_first_of(".,;:)("); end != std::string::npos) rest.resize(end);
    const auto parts = split(trimmed(rest), ' ');
    for (auto count = std::min<std::size_t>(2, parts.size()); count > 0; --count) { // "15 min", "15min"
      std::optional<Minutes> loss;
      try {
        from_field_text(joined({parts.begin(), parts.begin() + static_cast<std::ptrdiff_t>(count)}, " "), loss);
      } catch (const Problem&) { continue; } // no length of time: a line is free text
      if (loss) return loss;
    }
  }
  return std::nullopt;
}

} // namespace

std::string local_moment(Instant now) {
  const auto second = now.seconds().time_since_epoch().count() % seconds_in_a_minute;
  return paris_date(now).iso() + "T" + paris_time(now) + ":" + two_digits(second);
}

std::optional<std::int64_t> moment_seconds(std::string_view at) {
  constexpr std::size_t day_length = 10, hour_at = 11, minute_at = 14, second_at = 17;
  const auto day = Date::parse(at.substr(0, day_length));
  const auto hour = number_in(at, hour_at, 24), minute = number_in(at, minute_at, seconds_in_a_minute);
  if (!day || !hour || !minute) return std::nullopt;
  const auto second = number_in(at, second_at, seconds_in_a_minute).value_or(0);
  return day->days().time_since_epoch().count() * seconds_in_a_day + *hour * seconds_in_an_hour + *minute * seconds_in_a_minute + second;
}

Stopwatch stopwatch_of(const std::vector<ExerciseEntry>& lines, std::int64_t now) {
  RunningTime time;
  for (const auto& line : lines) time.pass(line);
  return time.at(now);
}

std::string shown_seconds(std::int64_t seconds) {
  return std::to_string(seconds / seconds_in_an_hour) + ":" + two_digits(seconds % seconds_in_an_hour / seconds_in_a_minute) + ":" +
         two_digits(seconds % seconds_in_a_minute);
}

ExerciseEnding ending_of(const std::vector<ExerciseEntry>& lines) {
  ExerciseEnding ending;
  RunningTime time;
  for (const auto& line : lines) {
    time.pass(line);
    if (line.kind == ExerciseEntry::Kind::restored) ending.rto = Minutes{(time.seconds() + seconds_in_a_minute - 1) / seconds_in_a_minute};
    if (line.kind == ExerciseEntry::Kind::gap) ending.gaps.push_back(line.text);
    if (const auto loss = loss_told(line.text); loss && (!ending.rpo || *loss > *ending.rpo)) ending.rpo = loss;
  }
  return ending;
}

} // namespace hdskit::gui
