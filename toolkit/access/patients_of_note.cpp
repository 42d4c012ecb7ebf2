#include "toolkit/access/patients_of_note.hpp"

#include <algorithm>
#include <limits>

namespace hdskit {
namespace {

constexpr auto always = std::numeric_limits<std::int64_t>::max(), never = std::numeric_limits<std::int64_t>::min();

std::int64_t start_of(Date date) { return Instant::at_midnight(date).seconds().time_since_epoch().count(); }
std::uint64_t mixed(std::uint64_t patient, std::uint64_t unit) { return patient ^ (unit * 0x9E3779B97F4A7C15u); }

} // namespace

StayIndex::StayIndex(const AccessReview& review) {
  for (const auto& stay : review.stays) {
    const auto until = stay.until ? start_of(stay.until->plus_days(1 + review.policy.care_days)) : always;
    spans_.emplace(mixed(text_hash(stay.patient), text_hash(stay.unit)), Span{start_of(stay.from.plus_days(-review.policy.care_days)), until});
  }
}

bool StayIndex::cares(std::uint64_t patient, std::uint64_t unit, std::int64_t moment) const {
  const auto [begin, end] = spans_.equal_range(mixed(patient, unit));
  return std::any_of(begin, end, [&](const auto& place) { return place.second.from <= moment && moment < place.second.until; });
}

bool PatientOfNote::watched(std::int64_t moment) const {
  return std::ranges::any_of(spans, [&](const auto& span) { return span.first <= moment && moment < span.second; });
}

bool PatientOfNote::bears(std::uint64_t family) const { return family != 0 && std::ranges::find(names, family) != names.end(); }

PatientsOfNote::PatientsOfNote(const AccessReview& review) {
  for (const auto& member : review.people.members)
    if (!member.patient.empty()) patients_[text_hash(member.patient)].staff = true;
  for (const auto& stay : review.stays) add_names(stay.patient, stay.name, stay.birth_name);
  for (const auto& watched : review.watched) {
    add_names(watched.patient, watched.name, watched.birth_name);
    patients_[text_hash(watched.patient)].spans.emplace_back(watched.from ? start_of(*watched.from) : never,
                                                             watched.until ? start_of(watched.until->plus_days(1)) : always);
  }
}

void PatientsOfNote::add_names(const std::string& patient, std::uint64_t name, std::uint64_t birth_name) {
  for (const auto family : {name, birth_name}) {
    if (family == 0) continue;
    auto& note = patients_[text_hash(patient)];
    if (const auto place = std::ranges::find(note.names, 0u); !note.bears(family) && place != note.names.end()) *place = family;
  }
}

} // namespace hdskit
