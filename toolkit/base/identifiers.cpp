#include "toolkit/base/identifiers.hpp"

#include <algorithm>

namespace hdskit {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool all_digits(std::string_view text) { return std::ranges::all_of(text, is_digit); }
int rank(char c) { return is_digit(c) ? c - '0' : c - 'A' + 1; }

/// Luhn's sum (ISO/IEC 7812-1 annex B): every second character from the right counts double, its digits added.
int luhn_sum(std::string_view text) {
  int sum = 0;
  bool doubled = false;
  for (auto c = text.rbegin(); c != text.rend(); ++c, doubled = !doubled) {
    const int value = rank(*c) * (doubled ? 2 : 1);
    sum += value / 10 + value % 10;
  }
  return sum;
}

bool luhn(std::string_view text) { return luhn_sum(text) % 10 == 0; }

/// Nine characters, the second of which may be A or B: the departments of Corsica.
bool nine_with_department(std::string_view text) {
  return text.size() == 9 && is_digit(text[0]) && (is_digit(text[1]) || text[1] == 'A' || text[1] == 'B') && all_digits(text.substr(2));
}

std::string stripped(std::string_view text) {
  std::string kept;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == ' ' || c == '.' || c == '-') continue;
    if (text.substr(i, 2) == "\u00A0") {
      ++i;
      continue;
    }
    if (text.substr(i, 3) == "\u202F") {
      i += 2;
      continue;
    }
    kept += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  }
  return kept;
}

} // namespace

bool SirenTraits::valid(std::string_view text) { return text.size() == 9 && all_digits(text) && luhn(text); }

bool SiretTraits::valid(std::string_view text) {
  if (text.size() != 14 || !all_digits(text)) return false;
  if (luhn(text)) return true;
  int sum = 0;
  for (const char c : text) sum += c - '0';
  return text.starts_with("356000000") && sum % 5 == 0;
}

bool RppsTraits::valid(std::string_view text) { return text.size() == 11 && all_digits(text) && luhn(text); }
bool AdeliTraits::valid(std::string_view text) { return nine_with_department(text) && luhn(text); }
bool FinessTraits::valid(std::string_view text) { return nine_with_department(text) && luhn(text); }

template <typename Traits> std::optional<Identifier<Traits>> Identifier<Traits>::parse(std::string_view text) {
  auto kept = stripped(text);
  if (!Traits::valid(kept)) return std::nullopt;
  return Identifier{std::move(kept)};
}

template class Identifier<SirenTraits>;
template class Identifier<SiretTraits>;
template class Identifier<RppsTraits>;
template class Identifier<AdeliTraits>;
template class Identifier<FinessTraits>;

} // namespace hdskit
