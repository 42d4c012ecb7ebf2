#include "toolkit/notify/calendar.hpp"

#include "toolkit/base/digest.hpp"
#include "toolkit/notify/deadline_words.hpp"

#include <libical/ical.h>

#include <memory>
#include <new>

namespace hdskit {
namespace {

using Component = std::unique_ptr<icalcomponent, decltype(&icalcomponent_free)>;

Component component(icalcomponent_kind kind) { return {icalcomponent_new(kind), icalcomponent_free}; }

/// The child belongs to its parent from here on.
void put(const Component& parent, Component child) { icalcomponent_add_component(parent.get(), child.release()); }
void put(const Component& parent, icalproperty* property) { icalcomponent_add_property(parent.get(), property); }

std::string text_of(const Component& of) {
  const std::unique_ptr<char, decltype(&icalmemory_free_buffer)> text{icalcomponent_as_ical_string_r(of.get()), icalmemory_free_buffer};
  if (!text) throw std::bad_alloc{};
  return text.get();
}

icaltimetype ical_day(Date day) {
  auto time = icaltime_null_date();
  time.year = day.year();
  time.month = static_cast<int>(day.month());
  time.day = static_cast<int>(day.day());
  return time;
}

icaltimetype ical_moment(Instant instant) {
  return icaltime_from_timet_with_zone(instant.seconds().time_since_epoch().count(), 0, icaltimezone_get_utc_timezone());
}

std::string title_of(const Deadline& deadline, Date today) {
  const std::string state{french_state(deadline, today)};
  return state.empty() ? plain_title(deadline) : "[" + state + "] " + plain_title(deadline);
}

std::string description_of(const Deadline& deadline) {
  std::string text = plain_text(deadline.detail);
  const auto add = [&](const std::string& line) { text += (text.empty() ? "" : "\n") + line; };
  if (!deadline.owner.empty()) add("Responsable\u00A0: " + plain_line(deadline.owner));
  if (deadline.done) add("Fait le " + deadline.done->french() + ".");
  else if (deadline.hypothetical) add("Date hypothétique\u00A0: elle suppose un événement qui n’a pas encore eu lieu.");
  if (!deadline.done && deadline.worst) add("Dans le pire des cas\u00A0: le " + deadline.worst->french() + ".");
  return text;
}

Component alarm(int days, const std::string& title) {
  auto made = component(ICAL_VALARM_COMPONENT);
  auto trigger = icaltriggertype_from_int(0);
  trigger.duration = icaldurationtype_from_int(-days * 86'400); // seconds
  put(made, icalproperty_new_action(ICAL_ACTION_DISPLAY));
  put(made, icalproperty_new_trigger(trigger));
  put(made, icalproperty_new_description(title.c_str()));
  return made;
}

Component event(const Deadline& deadline, const CalendarLook& look, const EventVersion& version) {
  auto made = component(ICAL_VEVENT_COMPONENT);
  const auto title = title_of(deadline, look.today);
  const auto modified = ical_moment(version.modified);
  put(made, icalproperty_new_uid((deadline.uid + "@" + look.domain).c_str()));
  put(made, icalproperty_new_dtstamp(modified)); // without METHOD it is the same as LAST-MODIFIED (RFC 5545, 3.8.7.2)
  put(made, icalproperty_new_lastmodified(modified));
  put(made, icalproperty_new_sequence(version.sequence));
  put(made, icalproperty_new_dtstart(ical_day(deadline.day)));
  put(made, icalproperty_new_dtend(ical_day(deadline.day.plus_days(1)))); // the end is not part of it
  put(made, icalproperty_new_summary(title.c_str()));
  if (const auto description = description_of(deadline); !description.empty()) put(made, icalproperty_new_description(description.c_str()));
  put(made, icalproperty_new_categories(std::string{french_kind(deadline.kind)}.c_str()));
  put(made, icalproperty_new_status(deadline.hypothetical && !deadline.done ? ICAL_STATUS_TENTATIVE : ICAL_STATUS_CONFIRMED));
  put(made, icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT)); // nobody is busy the whole day because of it
  if (!deadline.done && !is_late(deadline, look.today))
    for (const int days : look.alarms) put(made, alarm(days, title));
  return made;
}

std::string digest_of_event(const Deadline& deadline, const CalendarLook& look) {
  const EventVersion neutral{"", 0, Instant{std::chrono::sys_seconds{}}};
  return digest_of(text_of(event(deadline, look, neutral))).hex().substr(0, 32);
}

Component empty_calendar() {
  auto calendar = component(ICAL_VCALENDAR_COMPONENT);
  put(calendar, icalproperty_new_version("2.0"));
  put(calendar, icalproperty_new_prodid("-//hdskit//echeances//FR"));
  put(calendar, icalproperty_new_calscale("GREGORIAN"));
  return calendar;
}

} // namespace

EventVersions revised_versions(std::span<const Deadline> deadlines, const CalendarLook& look, Instant stamp) {
  auto versions = look.versions;
  for (const auto& deadline : deadlines) {
    auto digest = digest_of_event(deadline, look);
    const auto known = versions.find(deadline.uid);
    if (known == versions.end()) versions.emplace(deadline.uid, EventVersion{std::move(digest), 0, stamp});
    else if (known->second.digest != digest) known->second = {std::move(digest), known->second.sequence + 1, stamp};
  }
  return versions;
}

std::string event_text(const Deadline& deadline, const CalendarLook& look) {
  auto calendar = empty_calendar();
  put(calendar, event(deadline, look, look.versions.at(deadline.uid)));
  return text_of(calendar);
}

std::string calendar_text(std::span<const Deadline> deadlines, const CalendarLook& look, Instant stamp) {
  auto calendar = empty_calendar();
  auto* name = icalproperty_new_x(plain_line(look.name).c_str());
  icalproperty_set_x_name(name, "X-WR-CALNAME");
  put(calendar, name);
  for (const auto& deadline : deadlines) {
    const auto known = look.versions.find(deadline.uid);
    put(calendar, event(deadline, look, known == look.versions.end() ? EventVersion{"", 0, stamp} : known->second));
  }
  return text_of(calendar);
}

} // namespace hdskit
