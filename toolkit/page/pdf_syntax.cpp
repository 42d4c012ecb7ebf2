#include "toolkit/page/pdf_file.hpp"

#include "toolkit/page/utf16.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <new>
#include <zlib.h>

namespace hdskit::page {
namespace {

constexpr char hexadecimal[] = "0123456789ABCDEF";

bool is_plain_text(std::string_view text) {
  for (const char c : text)
    if (static_cast<unsigned char>(c) >= 0x7F || (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\r' && c != '\t')) return false;
  return true;
}

std::string literal(std::string_view text) {
  std::string out = "(";
  for (const char c : text) {
    switch (c) {
      case '(':
      case ')':
      case '\\': out += '\\', out += c; break;
      case '\n': out += "\\n"; break;
      case '\r': out += "\\r"; break; // a bare carriage return would be read back as a line feed
      case '\t': out += "\\t"; break;
      default: out += c;
    }
  }
  return out + ")";
}

bool is_regular(unsigned char c) { return c > 0x20 && c < 0x7F && std::string_view{"()<>[]{}/%#"}.find(static_cast<char>(c)) == std::string_view::npos; }

} // namespace

std::string pdf_reference(int object) { return std::to_string(object) + " 0 R"; }

std::string pdf_text(std::string_view utf8) { return is_plain_text(utf8) ? literal(utf8) : "<FEFF" + utf16_hex(utf8) + ">"; }

std::string pdf_name(std::string_view name) {
  std::string out = "/";
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    if (is_regular(byte)) out += c;
    else if (byte != 0) out += '#', out += hexadecimal[byte >> 4], out += hexadecimal[byte & 15]; // a name cannot hold a zero byte
  }
  return out;
}

std::string pdf_number(double value) {
  if (!std::isfinite(value)) return "0";
  std::array<char, 400> buffer; // the largest double has 309 digits
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed, 3).ptr;
  std::string_view text{buffer.data(), static_cast<std::size_t>(end - buffer.data())};
  while (text.back() == '0') text.remove_suffix(1);
  if (text.back() == '.') text.remove_suffix(1);
  return text == "-0" ? "0" : std::string{text};
}

std::string deflated(std::string_view bytes) {
  uLongf length = compressBound(static_cast<uLong>(bytes.size()));
  std::string out(length, '\0');
  if (compress2(reinterpret_cast<Bytef*>(out.data()), &length, reinterpret_cast<const Bytef*>(bytes.data()), static_cast<uLong>(bytes.size()), 6) != Z_OK)
    throw std::bad_alloc{}; // the buffer is large enough by construction: only memory can be missing
  out.resize(length);
  return out;
}

} // namespace hdskit::page
