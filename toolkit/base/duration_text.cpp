#include "toolkit/base/duration_text.hpp"

namespace hdskit {
namespace {

constexpr std::int64_t hour = 60, day = 24 * hour;
constexpr std::int64_t counted_in_hours = 3 * day; // "36 h", "71 h 30": recovery is counted in hours for as long as people do

std::string clock(std::int64_t minutes) {
  const auto rest = minutes % hour;
  return std::to_string(minutes / hour) + " h" + (rest == 0 ? "" : (rest < 10 ? " 0" : " ") + std::to_string(rest));
}

} // namespace

std::string duration_text(Minutes minutes) {
  const auto count = minutes.count;
  const bool one_unit = count % hour == 0 || count < hour;
  if (one_unit) return to_field_text(std::optional{minutes});
  if (count < counted_in_hours) return clock(count);
  return std::to_string(count / day) + " j " + clock(count % day);
}

} // namespace hdskit
