#include "toolkit/backup/postgresql_dump_outline.hpp"

#include "toolkit/base/text.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace hdskit {
namespace {

struct Zone {
  std::string_view letters;
  int minutes; ///< east of Greenwich
};
constexpr std::array<Zone, 10> zones{{{"UTC", 0},
                                      {"GMT", 0},
                                      {"Z", 0},
                                      {"WET", 0},
                                      {"WEST", 60},
                                      {"CET", 60},
                                      {"CEST", 120},
                                      {"EET", 120},
                                      {"EEST", 180},
                                      {"AST", -240}}}; // Guadeloupe and Martinique; the other overseas zones are written as hours

std::optional<int> number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || text.empty()) return std::nullopt;
  return value;
}

/// "+02", "-03", "+0530", "+05:30", "CEST".
std::optional<int> minutes_of_zone(std::string_view zone) {
  for (const auto& known : zones)
    if (zone == known.letters) return known.minutes;
  if (zone.size() < 3 || (zone[0] != '+' && zone[0] != '-')) return std::nullopt;
  const auto hours = number(zone.substr(1, 2));
  auto rest = zone.substr(3);
  if (rest.starts_with(':')) rest.remove_prefix(1);
  const auto minutes = rest.empty() ? std::optional<int>{0} : number(rest);
  if (!hours || !minutes || *hours < 0 || *hours > 15 || *minutes < 0 || *minutes > 59) return std::nullopt;
  return (zone[0] == '-' ? -1 : 1) * (*hours * 60 + *minutes);
}

} // namespace

std::optional<Instant> postgresql_moment(std::string_view text) {
  text = trimmed(text);
  if (text.size() < 20) return std::nullopt;
  const auto clock = Instant::parse(std::string{text.substr(0, 10)} + "T" + std::string{text.substr(11, 8)} + "Z");
  if (!clock || (text[10] != ' ' && text[10] != 'T')) return std::nullopt;
  auto rest = text.substr(19);
  if (rest.starts_with('.')) rest = rest.substr(std::min(rest.find_first_not_of("0123456789", 1), rest.size()));
  const auto minutes = minutes_of_zone(trimmed(rest));
  if (!minutes) return std::nullopt;
  return Instant{clock->seconds() - std::chrono::minutes{*minutes}};
}

int major_version(std::string_view text) {
  const auto end = std::min(text.find_first_not_of("0123456789"), text.size());
  const auto first = number(text.substr(0, std::min<std::size_t>(end, 4)));
  return first.value_or(0);
}

} // namespace hdskit
