#include "toolkit/exchange/workbook_numbers.hpp"

#include "toolkit/base/date.hpp"
#include "toolkit/base/text.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace hdskit {
namespace {

using Kind = NumberFormat::Kind;

constexpr std::int64_t seconds_of_day = 86'400;
constexpr double last_serial = 2'958'465; // 9999-12-31

/// The first section of a format code without what stands for itself: quoted texts, escaped characters, blanks as wide as a character, fillers,
/// colours and locales. Elapsed hours, “[h]”, stay as “h”.
std::string bare_code(std::string_view code) {
  std::string bare;
  for (std::size_t i = 0; i < code.size() && code[i] != ';'; ++i) {
    const char c = code[i];
    if (c == '\\' || c == '_' || c == '*') {
      ++i;
    } else if (c == '"' || c == '[') {
      const auto end = std::min(code.find(c == '"' ? '"' : ']', i + 1), code.size());
      const auto inside = folded(code.substr(i + 1, end - i - 1));
      if (c == '[' && !inside.empty() && inside.find_first_not_of(inside[0]) == std::string::npos &&
          std::string_view{"hms"}.find(inside[0]) != std::string_view::npos)
        bare += inside == "m" ? "mh" : inside; // minutes, not months
      i = end;
    } else {
      bare += c;
    }
  }
  return folded(trimmed(bare));
}

std::optional<double> number_of(std::string_view text) {
  double value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  if (read.ec != std::errc{} || read.ptr != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

/// Up to 15 digits without leading zeros: stands as it is.
bool is_plain_integer(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  return !text.empty() && text.size() <= 15 && (text[0] != '0' || text == "0") && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

std::string clock_text(std::int64_t seconds) {
  char text[40];
  const auto hours = static_cast<long long>(seconds / 3600), minutes = static_cast<long long>(seconds / 60 % 60), rest = static_cast<long long>(seconds % 60);
  if (rest) std::snprintf(text, sizeof text, "%02lld:%02lld:%02lld", hours, minutes, rest);
  else std::snprintf(text, sizeof text, "%02lld:%02lld", hours, minutes);
  return text;
}

std::optional<Date> day_of(std::int64_t serial, bool from_1904) {
  constexpr std::int64_t invented_day = 60;
  if (from_1904) return Date::of(1904, 1, 1)->plus_days(static_cast<int>(serial));
  if (serial < 1 || serial == invented_day) return std::nullopt;
  return Date::of(1900, 1, 1)->plus_days(static_cast<int>(serial) - (serial < invented_day ? 1 : 2));
}

} // namespace

NumberFormat built_in_number_format(int id) {
  const auto among = [&](int first, int last) { return id >= first && id <= last; };
  if (id == 9 || id == 10) return {Kind::percent};
  if (id == 22) return {Kind::date_and_time};
  if (among(14, 17) || among(27, 31) || id == 36 || among(50, 58)) return {Kind::date};
  if (among(18, 21) || among(32, 35) || among(45, 47)) return {Kind::time};
  return {};
}

NumberFormat number_format_of(std::string_view code) {
  const auto bare = bare_code(code);
  const auto has = [&](const char* letters) { return bare.find_first_of(letters) != std::string::npos; };
  if (bare == "general" || bare == "standard" || bare == "@") return {};
  if (bare.size() > 1 && bare.find_first_not_of('0') == std::string::npos) return {Kind::padded, bare.size()};
  const bool time = has("hs"), date = has("dy") || (has("m") && !time);
  if (date || time) return {date && time ? Kind::date_and_time : date ? Kind::date : Kind::time};
  return {has("%") ? Kind::percent : Kind::plain};
}

std::string number_text(double value) {
  char text[400];
  std::snprintf(text, sizeof text, "%.15g", value); // the C locale: no face of the program sets another for numbers
  value = number_of(text).value_or(value);
  if (value == 0) return "0";
  const bool readable = std::abs(value) >= 1e-9 && std::abs(value) < 1e21;
  const auto written = std::to_chars(std::begin(text), std::end(text), value, readable ? std::chars_format::fixed : std::chars_format::scientific);
  return {text, written.ptr};
}

std::optional<std::string> moment_text(double serial, Kind kind, bool from_1904) {
  if (!(serial >= 0 && serial < last_serial + 1)) return std::nullopt;
  const auto seconds = std::llround(serial * static_cast<double>(seconds_of_day));
  if (kind == Kind::time) return clock_text(seconds);
  const auto day = day_of(seconds / seconds_of_day, from_1904);
  if (!day || day->year() > 9999) return std::nullopt;
  const auto clock = seconds % seconds_of_day;
  return kind == Kind::date_and_time && clock ? day->iso() + " " + clock_text(clock) : day->iso();
}

std::optional<std::string> cell_number_text(std::string_view stored, NumberFormat format, bool from_1904) {
  if (format.kind == Kind::plain && is_plain_integer(stored)) return std::string{stored};
  const auto value = number_of(stored);
  if (!value) return std::nullopt;
  switch (format.kind) {
    case Kind::date:
    case Kind::time:
    case Kind::date_and_time: return moment_text(*value, format.kind, from_1904);
    case Kind::percent: return number_text(*value * 100) + "%";
    case Kind::padded: {
      auto text = number_text(*value);
      const bool whole = text.find_first_not_of("0123456789") == std::string::npos;
      return whole && text.size() < format.digits ? std::string(format.digits - text.size(), '0') + text : text;
    }
    case Kind::plain: break;
  }
  return number_text(*value);
}

} // namespace hdskit
