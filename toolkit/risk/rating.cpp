#include "toolkit/risk/rating.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

#include <charconv>

namespace hdskit {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

} // namespace

std::string to_field_text(Rating rating) { return rating ? std::to_string(rating.value) : ""; }

void from_field_text(std::string_view text, Rating& rating) {
  auto rest = trimmed(text);
  rating = {};
  if (rest.empty()) return;
  if (rest.size() > 1 && is_letter(rest[0]) && is_digit(rest[1])) rest.remove_prefix(1); // the letter of the scale: G3, V2
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), value);
  const auto after = std::string_view{end, static_cast<std::size_t>(rest.data() + rest.size() - end)};
  // "3 - Importante" is a grade with its words; "3.5" and "3b" are none.
  const bool alone = after.empty() || after.front() == ' ' || after.front() == ':' || after.front() == '\t';
  if (error != std::errc{} || !alone || value < 0 || value > Rating::greatest) refuse_field_text(text, tr("a grade of the scale, such as 3"));
  rating.value = value;
}

} // namespace hdskit
