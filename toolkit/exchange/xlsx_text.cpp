#include "toolkit/exchange/xlsx_text.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/exchange/sheet.hpp"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cstdio>

namespace hdskit {
namespace {

bool begins_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }
/// Beyond the first plane of Unicode a character takes four bytes in UTF-8 and two units in UTF-16.
std::size_t units_of(char first_byte) { return static_cast<unsigned char>(first_byte) >= 0xF0 ? 2 : 1; }

/// Excel reads “_x0041_” in a file as “A”: a text that looks so must announce its underscore (ECMA-376, ST_Xstring).
bool looks_escaped(std::string_view text) {
  const auto is_digit = [](unsigned char c) { return std::isxdigit(c) != 0; };
  return text.size() >= 7 && text[0] == '_' && text[1] == 'x' && text[6] == '_' && std::ranges::all_of(text.substr(2, 4), is_digit);
}

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t'; }

/// “_x0001_” for what XML forbids below the space.
std::string control_escape(char control) {
  char text[8];
  std::snprintf(text, sizeof text, "_x%04X_", static_cast<unsigned>(static_cast<unsigned char>(control)));
  return text;
}

/// As much of the text as `room` characters hold once escaped.
std::string escaped(std::string_view text, std::size_t room) {
  std::string result;
  std::size_t length = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!begins_character(text[i])) {
      result += text[i];
      continue;
    }
    std::string piece = looks_escaped(text.substr(i)) ? "_x005F" : "";
    if (is_control(text[i])) piece += control_escape(text[i]);
    else piece += text[i];
    length += piece.size() > 1 ? piece.size() : units_of(text[i]);
    if (length > room) break;
    result += piece;
  }
  return result;
}

/// Lines end as Excel writes them; the two code points that XML forbids inside the first plane are marked.
std::string writable(std::string_view text) {
  auto result = replaced(std::string{text}, "\r\n", "\n");
  for (const char* forbidden : {"\xEF\xBF\xBE", "\xEF\xBF\xBF"}) result = replaced(std::move(result), forbidden, "\xEF\xBF\xBD");
  return result;
}

} // namespace

std::size_t utf16_length(std::string_view utf8) {
  std::size_t length = 0;
  for (const char byte : utf8)
    if (begins_character(byte)) length += units_of(byte);
  return length;
}

std::string_view first_characters(std::string_view utf8, std::size_t count) {
  std::size_t length = 0;
  for (std::size_t i = 0; i < utf8.size(); ++i) {
    if (!begins_character(utf8[i])) continue;
    length += units_of(utf8[i]);
    if (length > count) return utf8.substr(0, i);
  }
  return utf8;
}

std::string xlsx_cell_text(std::string_view text) {
  const auto whole = writable(text);
  const bool plain = whole.find("_x") == std::string::npos && std::ranges::none_of(whole, is_control);
  if (plain && utf16_length(whole) <= xlsx_cell_limit) return whole;
  auto result = escaped(whole, std::string::npos);
  if (utf16_length(result) <= xlsx_cell_limit) return result; // libxlsxwriter counts escapes too
  const auto notice = "\n" + tr("[… Cut here: this text has {1} characters, and Excel takes {2} in a cell. A CSV file holds all of it.]",
                                {std::to_string(utf16_length(whole)), std::to_string(xlsx_cell_limit)});
  return escaped(whole, xlsx_cell_limit - utf16_length(notice)) + notice;
}

std::string unescaped_xlsx_text(std::string text) {
  if (text.find("_x") == std::string::npos) return text;
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto rest = std::string_view{text}.substr(i);
    std::uint32_t character = 0;
    if (looks_escaped(rest)) std::from_chars(rest.data() + 2, rest.data() + 6, character, 16);
    if (looks_escaped(rest) && append_character(result, character)) i += 6;
    else result += text[i];
  }
  return result;
}

bool append_character(std::string& utf8, std::uint32_t character) {
  if (character > 0x10FFFF || (character >= 0xD800 && character <= 0xDFFF)) return false;
  const auto tail = [&](int shift) { utf8 += static_cast<char>(0x80 | ((character >> shift) & 0x3F)); };
  if (character < 0x80) {
    utf8 += static_cast<char>(character);
  } else if (character < 0x800) {
    utf8 += static_cast<char>(0xC0 | (character >> 6));
  } else if (character < 0x10000) {
    utf8 += static_cast<char>(0xE0 | (character >> 12));
    tail(6);
  } else {
    utf8 += static_cast<char>(0xF0 | (character >> 18));
    tail(12);
    tail(6);
  }
  if (character >= 0x80) tail(0);
  return true;
}

std::optional<double> xlsx_number(std::string_view text) {
  constexpr std::ptrdiff_t kept_digits = 15;
  const auto digits = text.starts_with('-') ? text.substr(1) : text;
  const auto is_digit = [](unsigned char c) { return std::isdigit(c) != 0; };
  if (digits.empty() || !is_digit(digits.front()) || !is_digit(digits.back())) return std::nullopt;
  if (digits.size() > 1 && digits[0] == '0' && digits[1] != '.') return std::nullopt;
  const auto points = std::ranges::count(digits, '.');
  const auto count = std::ranges::count_if(digits, is_digit);
  if (points > 1 || count > kept_digits || count + points != std::ssize(digits)) return std::nullopt;
  double value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  return read.ec == std::errc{} ? std::optional{value} : std::nullopt;
}

} // namespace hdskit
