#pragma once

#include "toolkit/base/date.hpp"

#include <optional>

class wxWindow;

namespace hdskit::gui {

/// Shows a month below `beside` and asks for a day. Arrows, Page Up and Page Down move, Enter takes, Escape gives nothing.
std::optional<Date> ask_day(wxWindow& beside, Date day);

} // namespace hdskit::gui
