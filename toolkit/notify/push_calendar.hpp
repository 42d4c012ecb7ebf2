#pragma once

#include "toolkit/base/problem.hpp"
#include "toolkit/notify/calendar.hpp"
#include "toolkit/notify/server_access.hpp"

namespace hdskit {

/// What the server held when we last wrote an event there.
struct PushedEvent {
  std::string etag;   ///< "" when the server tells none
  std::string digest; ///< of EventVersion: what the event said
  bool operator==(const PushedEvent&) const = default;
};
using PushedEvents = std::map<std::string, PushedEvent>; ///< by Deadline::uid, of one collection

enum class PushFate {
  unchanged, ///< the server was not asked
  created,
  updated,
  removed,
  failed
};

struct PushOutcome {
  std::string uid;
  PushFate fate = PushFate::unchanged;
  std::string reason = {}; ///< failed: a sentence
};

struct PushReport {
  std::vector<PushOutcome> outcomes;
  PushedEvents pushed;            ///< what is to be remembered, whatever failed
  std::optional<Problem> failure; ///< of the server as a whole; what has no outcome was not tried
};

struct PushOrder {
  std::span<const Deadline> deadlines;
  const CalendarLook& look; ///< with the versions of all deadlines, see revised_versions
  const PushedEvents& pushed;
  bool overwrite = false; ///< write every event again, also over what somebody else changed on the server
};

/// Writes each event as a resource of its own (RFC 4791) into the collection at `access.url`: only what changed, and only over what we wrote ourselves
/// (If-Match); removes what is no longer a deadline. https, or http to this machine itself; redirects within the same server only.
/// Throws Problem bad_input for an address or a file that is wrong, and what is wrong with the collection as a whole before anything is written:
/// unreachable, refused (401, 403), not_found (404).
PushReport push_calendar(const PushOrder& order, const ServerAccess& access, const Progress& progress = {});

} // namespace hdskit
