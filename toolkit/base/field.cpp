#include "toolkit/base/field.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

#include <charconv>

namespace hdskit {
namespace {

std::optional<std::int64_t> whole_number(std::string_view text) {
  std::string digits;
  for (const char c : replaced(replaced(std::string{text}, "\u202F", " "), "\u00A0", " "))
    if (c != ' ') digits += c;
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

struct Unit {
  std::string_view word;
  std::int64_t minutes;
};
constexpr Unit units[] = {{"min", 1},      {"mn", 1},      {"m", 1},       {"h", 60},      {"j", 1440},   {"d", 1440},
                          {"jours", 1440}, {"jour", 1440}, {"days", 1440}, {"heures", 60}, {"heure", 60}, {"hours", 60}};

std::optional<std::int64_t> minutes_of(std::string_view text) {
  auto word = folded(trimmed(text));
  if (word.starts_with("pt")) word.erase(0, 2);
  const auto digits = word.find_first_not_of("0123456789");
  if (digits == 0 || word.empty()) return std::nullopt;
  const auto count = whole_number(word.substr(0, digits));
  const auto unit = digits == std::string::npos ? std::string{"min"} : std::string{trimmed(word.substr(digits))};
  for (const auto& known : units)
    if (known.word == unit && count && *count <= 10 * 366 * 1440 / known.minutes) return *count * known.minutes;
  // "1 h 30"
  const auto hour = word.find('h');
  if (hour == std::string::npos || !count) return std::nullopt;
  const auto rest = whole_number(trimmed(std::string_view{word}.substr(hour + 1)));
  if (trimmed(std::string_view{word}.substr(digits, hour - digits)) != "" || !rest || *rest < 0 || *rest > 59 || *count >= 87840)
    return std::nullopt; // ten years and no more
  return *count * 60 + *rest;
}

} // namespace

void refuse_field_text(std::string_view text, const std::string& expected) {
  const std::string shown{is_utf8(text) ? text : "…"};
  throw Problem{ProblemKind::bad_input, shown, tr("“{1}” cannot be read: {2} is expected.", {shown, expected}),
                tr("Correct the value, then start again; nothing was changed.")};
}

std::string expected_identifier_text() { return tr("an identifier with the right length and check key"); }

std::string to_field_text(const std::string& value) { return value; }
std::string to_field_text(std::int64_t value) { return std::to_string(value); }
std::string to_field_text(const std::optional<std::int64_t>& value) { return value ? std::to_string(*value) : ""; }
std::string to_field_text(const std::optional<Date>& value) { return value ? value->iso() : ""; }
std::string to_field_text(const std::vector<std::string>& value) { return joined(value, "; "); }

std::string to_field_text(const std::optional<Minutes>& value) {
  if (!value) return "";
  if (value->count % 1440 == 0 && value->count) return std::to_string(value->count / 1440) + " j";
  if (value->count % 60 == 0 && value->count) return std::to_string(value->count / 60) + " h";
  return std::to_string(value->count) + " min";
}

void from_field_text(std::string_view text, std::string& value) {
  if (!is_utf8(text)) refuse_field_text(text, tr("text in UTF-8"));
  value = text;
}

void from_field_text(std::string_view text, std::optional<std::int64_t>& value) {
  value = whole_number(trimmed(text));
  if (!value && !trimmed(text).empty()) refuse_field_text(text, tr("a whole number"));
}

void from_field_text(std::string_view text, std::int64_t& value) {
  std::optional<std::int64_t> read;
  from_field_text(text, read);
  value = read.value_or(0);
}

void from_field_text(std::string_view text, std::optional<Date>& value) {
  value = Date::parse(trimmed(text));
  if (!value && !trimmed(text).empty()) refuse_field_text(text, tr("a date such as 2026-11-22"));
}

void from_field_text(std::string_view text, std::optional<Minutes>& value) {
  const auto count = minutes_of(text);
  if (!count && !trimmed(text).empty()) refuse_field_text(text, tr("a duration such as 4 h, 90 min or 2 j"));
  value = count ? std::optional{Minutes{*count}} : std::nullopt;
}

void from_field_text(std::string_view text, std::vector<std::string>& value) {
  if (!is_utf8(text)) refuse_field_text(text, tr("text in UTF-8"));
  value.clear();
  for (const auto& part : split(text, ';'))
    if (const auto kept = trimmed(part); !kept.empty()) value.emplace_back(kept);
}

std::size_t choice_index(std::string_view text, std::span<const Choice> choices) {
  const auto wanted = folded(trimmed(text));
  std::string words;
  for (std::size_t i = 0; i < choices.size(); ++i) {
    if (wanted == choices[i].word || wanted == folded(tr(choices[i].label))) return i;
    words += (i ? ", " : "") + std::string{choices[i].word};
  }
  refuse_field_text(text, tr("one of: {1}", {words}));
}

} // namespace hdskit
