#pragma once

#include "toolkit/access/population_run.hpp"
#include "toolkit/notify/calendar_store.hpp"

namespace hdskit::cli::press {

/// An event for each card that ends, on the first day on which one of its certificates does: in French as all calendars, by the number of the card and of the
/// holder; by the holder's name only when `named`.
std::vector<Deadline> card_deadlines(std::span<const ExpiryMonth> months, bool named);

} // namespace hdskit::cli::press
