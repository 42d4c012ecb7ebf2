#pragma once

#include "toolkit/base/date.hpp"

#include <optional>
#include <string_view>

namespace hdskit {

/// What the name of a backup says of its age: "dpi-2026-11-20.tar.gz", "20261120-0300", "dpi_20.11.2026_03h00".
struct NamedMoment {
  Date day;
  std::optional<std::chrono::seconds> time; ///< since midnight, by the clock of whoever named it
  bool in_utc = false;                      ///< the time ends with a Z
};
std::optional<NamedMoment> moment_in_name(std::string_view name);

/// The moment of a file's data from its name and from its last modification, which comes later: the name gives the day; where it gives no time of that day the
/// modification does if it was on that day. A time without zone is by a clock in Paris or by UTC: the latest that the modification allows, the earlier one
/// where the file was modified long after (a copy).
Instant moment_by_name(const NamedMoment& named, Instant modified);

} // namespace hdskit
