#include "toolkit/access/login_watch.hpp"

#include <algorithm>
#include <limits>

namespace hdskit {
namespace {

constexpr std::int64_t minute = 60, hour = 60 * minute, day = 24 * hour;

std::uint64_t hash_of(std::string_view text) { return text.empty() ? 0 : std::hash<std::string_view>{}(text); }
std::int64_t start_of(Date date) { return Instant::at_midnight(date).seconds().time_since_epoch().count(); }

/// `count` digits; -1 when they are none.
int digits_at(std::string_view text, std::size_t at, std::size_t count) {
  if (text.size() < at + count) return -1;
  int number = 0;
  for (std::size_t i = at; i < at + count; ++i) {
    if (text[i] < '0' || text[i] > '9') return -1;
    number = number * 10 + (text[i] - '0');
  }
  return number;
}

/// "Z", "+01:00", "-0300" after an hour; seconds to take away.
std::optional<std::int64_t> zone_in(std::string_view text) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  if (!text.empty() && (text.front() == '.' || text.front() == ',')) { // fractions of a second
    text.remove_prefix(1);
    while (!text.empty() && is_digit(text.front())) text.remove_prefix(1);
  }
  while (text.starts_with(' ')) text.remove_prefix(1);
  if (text.empty() || text == "Z") return 0;
  const int hours = digits_at(text, 1, 2), minutes = digits_at(text, text.size() == 6 ? 4 : 3, 2);
  if ((text.front() != '+' && text.front() != '-') || hours < 0 || hours > 14) return std::nullopt;
  return (text.front() == '+' ? 1 : -1) * (hours * hour + std::max(0, minutes) * minute);
}

std::uint64_t mixed(std::uint64_t patient, std::uint64_t unit) { return patient ^ (unit * 0x9E3779B97F4A7C15u); }

} // namespace

std::optional<std::int64_t> moment_in(std::string_view cell) {
  constexpr std::size_t date_size = 10, time_size = 19;
  if (cell.size() < time_size || (cell[date_size] != 'T' && cell[date_size] != ' ')) return std::nullopt;
  const bool french = cell[2] == '/';
  const bool parted = (french ? cell[5] == '/' : cell[4] == '-' && cell[7] == '-') && cell[13] == ':' && cell[16] == ':';
  if (!parted) return std::nullopt;
  const int year = digits_at(cell, french ? 6 : 0, 4), month = digits_at(cell, french ? 3 : 5, 2), in_month = digits_at(cell, french ? 0 : 8, 2);
  const int hours = digits_at(cell, 11, 2), minutes = digits_at(cell, 14, 2), seconds = digits_at(cell, 17, 2);
  if (year < 1970 || month < 0 || in_month < 0 || hours < 0 || hours > 23 || minutes < 0 || minutes > 59 || seconds < 0 || seconds > 60) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                                         std::chrono::day{static_cast<unsigned>(in_month)}};
  const auto zone = zone_in(cell.substr(time_size));
  if (!date.ok() || !zone) return std::nullopt;
  return std::chrono::sys_days{date}.time_since_epoch().count() * day + hours * hour + minutes * minute + seconds - *zone;
}

StayIndex::StayIndex(const AccessReview& review) {
  for (const auto& stay : review.stays) {
    const auto until = stay.until ? start_of(stay.until->plus_days(1 + review.policy.care_days)) : std::numeric_limits<std::int64_t>::max();
    spans_.emplace(mixed(hash_of(stay.patient), hash_of(stay.unit)), Span{start_of(stay.from.plus_days(-review.policy.care_days)), until});
  }
}

bool StayIndex::cares(std::uint64_t patient, std::uint64_t unit, std::int64_t moment) const {
  const auto [begin, end] = spans_.equal_range(mixed(patient, unit));
  return std::any_of(begin, end, [&](const auto& place) { return place.second.from <= moment && moment < place.second.until; });
}

LoginWatch::LoginWatch(std::string login, const ReviewJoins& joins) : gone_from_{std::numeric_limits<std::int64_t>::max()} {
  use_.login = std::move(login);
  for (const auto* account : joins.accounts_of_login(use_.login)) {
    const auto lines = joins.staff_of(*account);
    if (const auto departure = departure_of(lines)) gone_from_ = std::min(gone_from_, start_of(departure->plus_days(1)));
    for (const auto* line : lines) {
      if (unit_ == 0) unit_ = hash_of(line->unit);
      if (own_patient_ == 0) own_patient_ = hash_of(line->patient);
    }
  }
}

void LoginWatch::take(const LogLine& line, const ReviewPolicy& policy, const StayIndex* stays) {
  const auto first = [&](std::uint64_t& count, std::uint64_t& place) {
    if (count++ == 0) place = line.number;
  };
  if (use_.events++ == 0) use_.first = use_.last = line.moment;
  use_.first = std::min(use_.first, line.moment);
  use_.last = std::max(use_.last, line.moment);
  if (line.moment >= gone_from_) first(use_.after_departure, use_.first_after_departure);
  if (line.break_glass) {
    ++use_.break_glass;
    if (!line.reason) first(use_.without_reason, use_.first_without_reason);
  }
  if (!line.workstation.empty()) watch_workstation(line, policy);
  if (!line.patient.empty()) watch_patient(line, policy, stays);
}

/// A person who changes workstations goes from one to the next. Two who share a login come back to each one in turn, within minutes.
void LoginWatch::watch_workstation(const LogLine& line, const ReviewPolicy& policy) {
  const auto here = hash_of(line.workstation);
  if (here == workstation_) return;
  const bool back = here == other_workstation_ && line.moment - left_other_ <= policy.concurrency_minutes * minute && line.moment >= left_other_;
  if (back && use_.alternations++ == 0) use_.first_alternation = line.number;
  other_workstation_ = workstation_;
  left_other_ = line.moment;
  workstation_ = here;
}

void LoginWatch::watch_patient(const LogLine& line, const ReviewPolicy& policy, const StayIndex* stays) {
  const auto patient = hash_of(line.patient);
  if (own_patient_ != 0 && patient == own_patient_ && use_.own_record++ == 0) use_.first_own = line.number;
  if (stays && unit_ != 0 && !line.break_glass && !stays->cares(patient, unit_, line.moment) && use_.outside_team++ == 0) use_.first_outside = line.number;
  if (const auto now = line.moment / hour; now != hour_) {
    end_hour(policy);
    hour_ = now;
  }
  const auto enough = static_cast<std::size_t>(policy.burst_patients) + 1;
  if (patients_.size() >= enough || std::ranges::find(patients_, patient) != patients_.end()) return;
  patients_.push_back(patient);
  if (patients_.size() == enough && burst_line_ == 0) burst_line_ = line.number;
}

void LoginWatch::end_hour(const ReviewPolicy& policy) {
  use_.most_patients = std::max<std::uint64_t>(use_.most_patients, patients_.size());
  if (patients_.size() > static_cast<std::size_t>(policy.burst_patients)) ++use_.bursts;
  patients_.clear();
}

LoginUse LoginWatch::finish(const ReviewPolicy& policy) {
  end_hour(policy);
  use_.first_burst = burst_line_;
  return std::move(use_);
}

} // namespace hdskit
