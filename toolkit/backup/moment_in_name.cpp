#include "toolkit/backup/moment_in_name.hpp"

#include <charconv>
#include <string>
#include <vector>

namespace hdskit {
namespace {

using std::chrono::hours;
using std::chrono::seconds;

struct DigitRun {
  std::string_view digits, before; ///< what stands between the run before and this one
  std::size_t end;
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::vector<DigitRun> runs_of(std::string_view name) {
  std::vector<DigitRun> runs;
  std::size_t last = 0;
  for (std::size_t at = 0; at < name.size();) {
    if (!is_digit(name[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < name.size() && is_digit(name[end])) ++end;
    runs.push_back({name.substr(at, end - at), name.substr(last, at - last), end});
    last = at = end;
  }
  return runs;
}

unsigned number(std::string_view digits) {
  unsigned value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

std::optional<Date> day_of(std::string_view year, std::string_view month, std::string_view day) {
  const auto in_year = static_cast<int>(number(year));
  if (in_year < 1990 || in_year > 2199) return std::nullopt;
  return Date::of(in_year, number(month), number(day));
}

bool joins(std::string_view between, std::string_view marks) { return between.size() == 1 && marks.find(between.front()) != std::string_view::npos; }

std::optional<seconds> time_of(unsigned hour, unsigned minute, unsigned second) {
  if (hour > 23 || minute > 59 || second > 59) return std::nullopt;
  return seconds{hour * 3600 + minute * 60 + second};
}

class NameReading {
public:
  explicit NameReading(std::string_view name) : name_{name}, runs_{runs_of(name)} {}

  std::optional<NamedMoment> read() {
    for (std::size_t i = 0; i < runs_.size(); ++i)
      if (auto found = moment_at(i)) return found;
    return std::nullopt;
  }

private:
  std::string_view digits(std::size_t i, std::size_t length) const { return i < runs_.size() && runs_[i].digits.size() == length ? runs_[i].digits : ""; }

  std::optional<NamedMoment> moment_at(std::size_t i) {
    const auto run = runs_[i].digits;
    if (run.size() == 8 || run.size() == 12 || run.size() == 14) {
      const auto day = day_of(run.substr(0, 4), run.substr(4, 2), run.substr(6, 2));
      if (!day) return std::nullopt;
      return run.size() == 8 ? with_time(*day, i + 1) : with_digits(*day, run.substr(8), i);
    }
    const bool three = i + 2 < runs_.size() && joins(runs_[i + 1].before, "-_.") && runs_[i + 2].before == runs_[i + 1].before;
    if (!three) return std::nullopt;
    const auto two = digits(i + 1, 2);
    if (run.size() == 4 && !two.empty() && !digits(i + 2, 2).empty())
      if (const auto day = day_of(run, two, runs_[i + 2].digits)) return with_time(*day, i + 3);
    if (run.size() == 2 && !two.empty() && !digits(i + 2, 4).empty())
      if (const auto day = day_of(runs_[i + 2].digits, two, run)) return with_time(*day, i + 3);
    return std::nullopt;
  }

  NamedMoment with_digits(Date day, std::string_view time, std::size_t last) const {
    const auto read = time_of(number(time.substr(0, 2)), number(time.substr(2, 2)), time.size() > 4 ? number(time.substr(4, 2)) : 0);
    return {day, read, read && ends_in_z(last)};
  }

  NamedMoment with_time(Date day, std::size_t i) const {
    if (i >= runs_.size() || !joins(runs_[i].before, "T_-. ")) return {day, std::nullopt, false};
    const auto run = runs_[i].digits;
    if (run.size() == 4 || run.size() == 6) return with_digits(day, run, i);
    const bool clock = run.size() == 2 && !digits(i + 1, 2).empty() && joins(runs_[i + 1].before, ":-_.h");
    if (!clock) return {day, std::nullopt, false};
    const bool to_second = !digits(i + 2, 2).empty() && joins(runs_[i + 2].before, ":-_.m");
    const auto time = time_of(number(run), number(runs_[i + 1].digits), to_second ? number(runs_[i + 2].digits) : 0);
    return {day, time, time && ends_in_z(to_second ? i + 2 : i + 1)};
  }

  bool ends_in_z(std::size_t i) const { return runs_[i].end < name_.size() && name_[runs_[i].end] == 'Z'; }

  std::string_view name_;
  std::vector<DigitRun> runs_;
};

} // namespace

std::optional<NamedMoment> moment_in_name(std::string_view name) { return NameReading{name}.read(); }

Instant moment_by_name(const NamedMoment& named, Instant modified) {
  constexpr hours most_ahead{2}; // Paris in summer
  const auto midnight = std::chrono::sys_seconds{named.day.days()};
  const auto changed = modified.seconds();
  if (!named.time) {
    const bool same_day = changed >= midnight - most_ahead && changed < midnight + hours{24};
    return Instant{same_day ? changed : std::min(midnight, changed)};
  }
  const auto clock = midnight + *named.time;
  if (named.in_utc) return Instant{clock};
  if (changed > clock + hours{12}) return Instant{clock - most_ahead};
  for (auto ahead = hours{0}; ahead <= most_ahead; ++ahead)
    if (clock - ahead <= changed + std::chrono::minutes{1}) return Instant{clock - ahead};
  return Instant{changed};
}

} // namespace hdskit
