#include "toolkit/page/xml_text.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace hdskit::page {

std::string xml_text(std::string_view utf8) {
  std::string text;
  text.reserve(utf8.size());
  for (std::size_t i = 0; i < utf8.size(); ++i) {
    const char c = utf8[i];
    if (c == '&') text += "&amp;";
    else if (c == '<') text += "&lt;";
    else if (c == '>') text += "&gt;";
    else if (c == '"') text += "&quot;";
    else if (const auto rest = utf8.substr(i, 3); rest == "\uFFFE" || rest == "\uFFFF") i += 2;
    else if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t') text += c;
  }
  return text;
}

std::string colour_code(const Colour& colour) {
  static constexpr char digits[] = "0123456789abcdef";
  std::string code = "#";
  for (const double channel : {colour.red, colour.green, colour.blue}) {
    const auto byte = static_cast<unsigned>(std::lround(255 * std::clamp(channel, 0.0, 1.0)));
    code += digits[byte / 16];
    code += digits[byte % 16];
  }
  return code;
}

std::string short_number(double value) {
  char text[64];
  const auto end = std::to_chars(text, text + sizeof text, std::clamp(value, -1e9, 1e9), std::chars_format::fixed, 2).ptr;
  std::string number{text, end};
  while (number.ends_with('0')) number.pop_back();
  if (number.ends_with('.')) number.pop_back();
  return number == "-0" ? "0" : number;
}

} // namespace hdskit::page
