#include "toolkit/backup/iso_instant.hpp"

#include <string>

namespace hdskit {
namespace {

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

std::optional<int> two_digits(std::string_view text) {
  if (text.size() < 2 || !is_digit(text[0]) || !is_digit(text[1])) return {};
  return (text[0] - '0') * 10 + (text[1] - '0');
}

/// Minutes east of Greenwich of "Z", "", "+01:00", "-0330" or "+02".
std::optional<int> zone_minutes(std::string_view text) {
  if (text.empty() || text == "Z" || text == "z") return 0;
  if (text[0] != '+' && text[0] != '-') return {};
  const auto hours = two_digits(text.substr(1));
  if (!hours || *hours > 14) return {};
  auto rest = text.substr(3);
  if (rest.starts_with(':')) rest.remove_prefix(1);
  const auto minutes = rest.empty() && text.size() == 3 ? std::optional{0} : two_digits(rest);
  if (!minutes || *minutes > 59 || rest.size() > 2) return {};
  return (text[0] == '-' ? -1 : 1) * (*hours * 60 + *minutes);
}

} // namespace

std::optional<Instant> read_iso_instant(std::string_view text) {
  constexpr std::size_t to_the_second = 19; // 2026-11-22T17:15:00
  if (text.size() < to_the_second || text.size() > 48 || (text[10] != 'T' && text[10] != ' ')) return {};
  std::string plain{text.substr(0, to_the_second)};
  plain[10] = 'T';
  const auto moment = Instant::parse(plain + "Z");
  auto rest = text.substr(to_the_second);
  if (rest.starts_with('.')) {
    rest.remove_prefix(1);
    if (rest.empty() || !is_digit(rest[0])) return {};
    while (!rest.empty() && is_digit(rest[0])) rest.remove_prefix(1);
  }
  const auto east = zone_minutes(rest);
  if (!moment || !east) return {};
  return Instant{moment->seconds() - std::chrono::minutes{*east}};
}

} // namespace hdskit
