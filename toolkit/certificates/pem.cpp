#include "toolkit/certificates/pem.hpp"

#include "toolkit/base/translate.hpp"
#include "toolkit/certificates/der.hpp"

#include <array>
#include <cstdint>

namespace hdskit {
namespace {

constexpr std::uint8_t digit_count = 64, no_digit = 0xff, line_end = 0xfe;

constexpr std::array<std::uint8_t, 256> digit_values() {
  std::array<std::uint8_t, 256> values{};
  for (auto& value : values) value = no_digit;
  constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  for (std::size_t i = 0; i < digits.size(); ++i) values[static_cast<unsigned char>(digits[i])] = static_cast<std::uint8_t>(i);
  for (const char blank : {'\r', '\n', ' ', '\t'}) values[static_cast<unsigned char>(blank)] = line_end;
  return values;
}
constexpr auto values = digit_values();

/// Whether what follows the last digits is right padding.
bool ends_well(std::string_view rest, unsigned bits) {
  std::size_t signs = 0;
  for (const char c : rest) {
    if (c == '=') ++signs;
    else if (values[static_cast<unsigned char>(c)] != line_end) return false;
  }
  return bits == 0 ? signs == 0 : bits == 2 ? signs == 1 : bits == 4 && signs == 2;
}

} // namespace

std::optional<std::string> decode_base64(std::string_view text) {
  std::string bytes(text.size() / 4 * 3 + 3, '\0');
  std::size_t size = 0, place = 0;
  std::uint32_t held = 0;
  unsigned bits = 0;
  const auto value_at = [&](std::size_t at) -> std::uint32_t { return values[static_cast<unsigned char>(text[at])]; };
  for (; place < text.size() && text[place] != '='; ++place) {
    while (bits == 0 && place + 4 <= text.size()) { // four digits within a line: most of them
      const auto a = value_at(place), b = value_at(place + 1), c = value_at(place + 2), d = value_at(place + 3);
      if ((a | b | c | d) >= digit_count) break;
      held = a << 18 | b << 12 | c << 6 | d;
      for (const int shift : {16, 8, 0}) bytes[size++] = static_cast<char>(static_cast<std::uint8_t>(held >> shift));
      place += 4;
    }
    if (place == text.size() || text[place] == '=') break;
    const auto value = values[static_cast<unsigned char>(text[place])];
    if (value == line_end) continue;
    if (value == no_digit) return std::nullopt;
    held = held << 6 | value;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[size++] = static_cast<char>(static_cast<std::uint8_t>(held >> bits));
  }
  if (bits == 6 || (held & ((1u << bits) - 1)) != 0 || !ends_well(text.substr(place), bits)) return std::nullopt;
  bytes.resize(size);
  return bytes;
}

void for_each_pem(std::string_view text, const std::function<void(std::string_view label, const std::string& bytes)>& take) {
  constexpr std::string_view begin = "-----BEGIN ", end = "-----END ", dashes = "-----";
  for (auto at = text.find(begin); at != std::string_view::npos; at = text.find(begin, at)) {
    const auto label_at = at + begin.size(), label_end = text.find(dashes, label_at);
    if (label_end == std::string_view::npos) return;
    const auto label = text.substr(label_at, label_end - label_at);
    const auto body = label_end + dashes.size(), finish = text.find(end, body);
    if (finish == std::string_view::npos || !text.substr(finish + end.size()).starts_with(label)) refuse_der(marked("a PEM block has no end"));
    auto bytes = decode_base64(text.substr(body, finish - body));
    if (!bytes) refuse_der(marked("a PEM block is not base64"));
    take(label, *bytes);
    at = finish + end.size();
  }
}

std::optional<std::string> decode_pem(std::string_view text, std::string_view label) {
  if (text.starts_with('\x30') || text.find("-----BEGIN ") == std::string_view::npos) return std::nullopt; // 0x30 begins all DER that is meant here
  std::optional<std::string> found;
  for_each_pem(text, [&](std::string_view name, const std::string& bytes) {
    if (name == label && !found) found = bytes;
  });
  return found;
}

} // namespace hdskit
