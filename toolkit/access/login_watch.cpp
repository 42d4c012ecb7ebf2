#include "toolkit/access/login_watch.hpp"

#include <algorithm>
#include <limits>

namespace hdskit {
namespace {

constexpr std::int64_t minute = 60, hour = 60 * minute, day = 24 * hour;

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

LoginWatch::LoginWatch(std::string login, const ReviewJoins& joins) : gone_from_{std::numeric_limits<std::int64_t>::max()} {
  use_.login = std::move(login);
  const auto add_family = [&](const std::string& name) {
    const auto family = text_hash(name);
    if (family != 0 && std::ranges::find(families_, family) == families_.end()) families_.push_back(family);
  };
  for (const auto* account : joins.accounts_of_login(use_.login)) {
    const auto lines = joins.staff_of(*account);
    add_family(account->family);
    if (const auto departure = departure_of(lines)) gone_from_ = std::min(gone_from_, start_of(departure->plus_days(1)));
    for (const auto* line : lines) {
      if (unit_ == 0) unit_ = text_hash(line->unit);
      if (own_patient_ == 0) own_patient_ = text_hash(line->patient);
      add_family(line->family);
    }
  }
}

void LoginWatch::take(const LogLine& line, const ReviewPolicy& policy, const PatientBooks& books) {
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
  if (!line.patient.empty()) watch_patient(line, policy, books);
}

/// A person who changes workstations goes from one to the next. Two who share a login come back to each one in turn, within minutes.
void LoginWatch::watch_workstation(const LogLine& line, const ReviewPolicy& policy) {
  const auto here = text_hash(line.workstation);
  if (here == workstation_) return;
  const bool back = here == other_workstation_ && line.moment - left_other_ <= policy.concurrency_minutes * minute && line.moment >= left_other_;
  if (back && use_.alternations++ == 0) use_.first_alternation = line.number;
  other_workstation_ = workstation_;
  left_other_ = line.moment;
  workstation_ = here;
}

void LoginWatch::watch_patient(const LogLine& line, const ReviewPolicy& policy, const PatientBooks& books) {
  const auto patient = text_hash(line.patient);
  if (own_patient_ != 0 && patient == own_patient_ && use_.own_record++ == 0) use_.first_own = line.number;
  const auto* note = books.of_note.find(patient);
  use_.care_known = books.stays && unit_ != 0;
  const bool in_care = use_.care_known && (note || !line.break_glass) && books.stays->cares(patient, unit_, line.moment);
  if (use_.care_known && !line.break_glass && !in_care && use_.outside_team++ == 0) use_.first_outside = line.number;
  if (note && (own_patient_ == 0 || patient != own_patient_)) watch_note(*note, line, in_care);
  if (const auto now = line.moment / hour; now != hour_) {
    end_hour(policy);
    hour_ = now;
  }
  const auto enough = static_cast<std::size_t>(policy.burst_patients) + 1;
  if (patients_.size() >= enough || std::ranges::find(patients_, patient) != patients_.end()) return;
  patients_.push_back(patient);
  if (patients_.size() == enough && burst_line_ == 0) burst_line_ = line.number;
}

/// A break-glass access with its reason is lawful towards colleagues and namesakes; who is under reinforced protection is watched whatever the way in.
void LoginWatch::watch_note(const PatientOfNote& note, const LogLine& line, bool in_care) {
  const auto first = [&](std::uint64_t& count, std::uint64_t& place) {
    if (count++ == 0) place = line.number;
  };
  if (note.watched(line.moment)) {
    if (in_care) ++use_.watched_in_care;
    else first(use_.watched, use_.first_watched);
  }
  if (in_care || (line.break_glass && line.reason)) return;
  if (note.staff) first(use_.colleague, use_.first_colleague);
  if (std::ranges::any_of(families_, [&](std::uint64_t family) { return note.bears(family); })) first(use_.namesake, use_.first_namesake);
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
