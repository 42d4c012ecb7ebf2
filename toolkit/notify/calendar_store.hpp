#pragma once

#include "toolkit/notify/push_calendar.hpp"
#include "toolkit/workspace/workspace.hpp"

namespace hdskit {

/// What makes the UIDs of this workspace's events unlike those of any other: taken from the first entry of its journal, so that a copy keeps it.
std::string calendar_domain(const Workspace& workspace);

/// The look of this workspace's calendar, with the versions remembered.
CalendarLook calendar_look(const Workspace& workspace, Date today);

/// Remembers the versions of these deadlines, in one change when something differs, and puts them into `look`.
void revise_calendar(Workspace& workspace, const Acting& acting, std::span<const Deadline> deadlines, CalendarLook& look);

/// What was written to the calendar at `url`; another calendar knows nothing of it.
PushedEvents pushed_events(const Workspace& workspace, const std::string& url);
/// In one change when something differs.
void remember_pushed(Workspace& workspace, const Acting& acting, const std::string& url, const PushedEvents& pushed);

} // namespace hdskit
