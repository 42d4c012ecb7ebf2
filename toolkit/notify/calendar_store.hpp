#pragma once

#include "toolkit/notify/calendar.hpp"
#include "toolkit/workspace/workspace.hpp"

namespace hdskit {

/// What makes the UIDs of this workspace's events unlike those of any other: taken from the first entry of its journal, so that a copy keeps it.
std::string calendar_domain(const Workspace& workspace);

/// The look of this workspace's calendar, with the versions remembered.
CalendarLook calendar_look(const Workspace& workspace, Date today);

/// Remembers the versions of these deadlines, in one change when something differs, and puts them into `look`.
void revise_calendar(Workspace& workspace, const Acting& acting, std::span<const Deadline> deadlines, CalendarLook& look);

} // namespace hdskit
