#pragma once

#include "toolkit/procedure/deadline.hpp"

#include <map>
#include <span>

namespace hdskit {

/// What a calendar program must be told so that an event replaces its former self (RFC 5545, SEQUENCE and LAST-MODIFIED).
struct EventVersion {
  std::string digest; ///< of what the event says
  int sequence = 0;
  Instant modified;
  bool operator==(const EventVersion&) const = default;
};
using EventVersions = std::map<std::string, EventVersion>; ///< by Deadline::uid

struct CalendarLook {
  std::string name = "Échéances HDS";   ///< as calendar programs show it
  std::string domain;                   ///< what follows the @ of each UID: the same for ever for one workspace
  Date today;                           ///< decides what is late
  std::vector<int> alarms = {30, 7, 1}; ///< days before; none once it is late or done
  EventVersions versions = {};          ///< those remembered, see revised_versions; an unknown event is new and of `stamp`
};

/// What the events say, as digests; sequence and day of change grow only where that differs from what is remembered. Forgets nothing.
EventVersions revised_versions(std::span<const Deadline> deadlines, const CalendarLook& look, Instant stamp);

/// A calendar of whole days (RFC 5545), in French: hypothetical ones are tentative; what is late or done says so in its title.
std::string calendar_text(std::span<const Deadline> deadlines, const CalendarLook& look, Instant stamp);

/// The calendar that holds this event alone, as a calendar server keeps it; `look` has its version.
std::string event_text(const Deadline& deadline, const CalendarLook& look);

} // namespace hdskit
