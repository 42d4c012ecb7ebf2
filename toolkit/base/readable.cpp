#include "toolkit/base/child_process.hpp"

#include "toolkit/base/text.hpp"

namespace hdskit {
namespace {

std::size_t length_of_character(unsigned char first) {
  if (first < 0x80) return 1;
  if (first < 0xE0) return 2;
  return first < 0xF0 ? 3 : 4;
}

} // namespace

std::string readable(std::string_view bytes) {
  if (is_utf8(bytes)) return std::string{bytes};
  std::string text;
  for (std::size_t at = 0; at < bytes.size();) {
    const auto next = bytes.substr(at, length_of_character(static_cast<unsigned char>(bytes[at])));
    const bool sound = is_utf8(next);
    text += sound ? next : std::string_view{"\xEF\xBF\xBD"};
    at += sound ? next.size() : 1;
  }
  return text;
}

} // namespace hdskit
