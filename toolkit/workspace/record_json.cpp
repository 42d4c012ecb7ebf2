#include "toolkit/workspace/record_json.hpp"

#include <boost/json.hpp>

namespace hdskit {

namespace {

/// As Boost.JSON writes texts; each record that is imported passes here, and a tree of values would take four times as long.
void append_text(std::string& json, std::string_view text) {
  constexpr std::string_view shorthands = "\b\f\n\r\t\"\\", letters = "bfnrt\"\\";
  constexpr char digits[] = "0123456789abcdef";
  json += '"';
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x20 && c != '"' && c != '\\') {
      json += c;
    } else if (const auto known = shorthands.find(c); known != std::string_view::npos) {
      json += {'\\', letters[known]};
    } else {
      json += "\\u00";
      json += {digits[byte >> 4], digits[byte & 0xF]};
    }
  }
  json += '"';
}

} // namespace

std::string json_object(const std::vector<std::pair<std::string_view, std::string_view>>& members) {
  std::string json = "{";
  for (const auto& [name, value] : members) {
    if (json.size() > 1) json += ',';
    append_text(json, name);
    json += ':';
    append_text(json, value);
  }
  return json += '}';
}

std::optional<RecordTexts> texts_of_json(std::string_view object) {
  if (object.empty()) return RecordTexts{};
  boost::system::error_code error;
  const auto json = boost::json::parse({object.data(), object.size()}, error);
  if (error || !json.is_object()) return std::nullopt;
  RecordTexts texts;
  for (const auto& [name, value] : json.as_object())
    if (const auto* text = value.if_string()) texts[std::string{name}] = std::string{*text};
  return texts;
}

} // namespace hdskit
