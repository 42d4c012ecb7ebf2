#include "toolkit/certificates/der.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

namespace hdskit {
namespace {

std::uint8_t byte_at(std::string_view bytes, std::size_t place) { return static_cast<std::uint8_t>(bytes[place]); }

void append_utf8(std::string& text, char32_t code) {
  const auto put = [&](char32_t value) { text += static_cast<char>(static_cast<unsigned char>(value)); };
  if (code < 0x80) put(code);
  else if (code < 0x800) put(0xc0 | code >> 6), put(0x80 | (code & 0x3f));
  else put(0xe0 | code >> 12), put(0x80 | (code >> 6 & 0x3f)), put(0x80 | (code & 0x3f));
}

std::string of_latin1(std::string_view bytes) {
  std::string text;
  for (const char c : bytes) append_utf8(text, static_cast<unsigned char>(c));
  return text;
}

std::string of_bmp(std::string_view bytes) {
  if (bytes.size() % 2 != 0) refuse_der(marked("a text of two-byte characters has an odd length"));
  std::string text;
  for (std::size_t i = 0; i < bytes.size(); i += 2) {
    const auto code = static_cast<char32_t>(byte_at(bytes, i) << 8 | byte_at(bytes, i + 1));
    if (code >= 0xd800 && code < 0xe000) refuse_der(marked("a text holds half a character"));
    append_utf8(text, code);
  }
  return text;
}

unsigned two_digits(std::string_view text, std::size_t place) {
  const char tens = text[place], units = text[place + 1];
  if (tens < '0' || tens > '9' || units < '0' || units > '9') refuse_der(marked("a moment is not written in digits"));
  return static_cast<unsigned>((tens - '0') * 10 + (units - '0'));
}

} // namespace

void refuse_der(const char* marked_sentence) {
  throw Problem{ProblemKind::damaged, "", tr("This is not sound DER: {1}.", {tr(marked_sentence)}), tr("Get the file again from the one who issued it.")};
}

DerElement DerReader::next_long() {
  const auto all = rest_;
  if (all.size() < 2) refuse_der(marked("it ends within an element"));
  const auto tag = byte_at(all, 0);
  if ((tag & 0x1f) == 0x1f) refuse_der(marked("a tag takes more than one byte"));
  std::size_t length = byte_at(all, 1), head = 2;
  if (length >= 0x80) {
    const std::size_t count = length & 0x7f;
    if (count == 0 || count > 4) refuse_der(marked("a length is indefinite or longer than 4 GiB"));
    if (all.size() < 2 + count) refuse_der(marked("it ends within an element"));
    length = 0;
    for (std::size_t i = 0; i < count; ++i) length = length << 8 | byte_at(all, 2 + i);
    if (length < 0x80 || byte_at(all, 2) == 0) refuse_der(marked("a length is not in its shortest form"));
    head += count;
  }
  if (length > all.size() - head) refuse_der(marked("an element is longer than what holds it"));
  rest_.remove_prefix(head + length);
  return {tag, all.substr(head, length), all.substr(0, head + length)};
}

DerElement DerReader::expect(DerTag tag) {
  const auto element = next();
  if (!element.is(tag)) refuse_der(marked("an element is of another kind than expected"));
  return element;
}

void DerReader::expect_end() const {
  if (!rest_.empty()) refuse_der(marked("there are bytes left over"));
}

DerElement whole_element(std::string_view bytes) {
  DerReader reader{bytes};
  const auto element = reader.next();
  reader.expect_end();
  return element;
}

bool der_boolean(const DerElement& element) {
  if (!element.is(DerTag::boolean) || element.content.size() != 1) refuse_der(marked("an element is of another kind than expected"));
  const auto value = byte_at(element.content, 0);
  if (value != 0 && value != 0xff) refuse_der(marked("a truth value is neither yes nor no"));
  return value != 0;
}

std::string_view der_magnitude(const DerElement& element) {
  auto bytes = element.content;
  if (bytes.empty()) refuse_der(marked("a number has no digit"));
  if (byte_at(bytes, 0) >= 0x80) refuse_der(marked("a number is negative"));
  if (bytes.size() > 1 && byte_at(bytes, 0) == 0 && byte_at(bytes, 1) < 0x80) refuse_der(marked("a number is not in its shortest form"));
  while (!bytes.empty() && bytes.front() == '\0') bytes.remove_prefix(1);
  return bytes;
}

std::int64_t der_small_integer(const DerElement& element) {
  const auto bytes = der_magnitude(element);
  if (bytes.size() > 7) refuse_der(marked("a number is too large"));
  std::int64_t value = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) value = value << 8 | byte_at(bytes, i);
  return value;
}

std::string_view der_bits(const DerElement& element, unsigned& unused_bits) {
  if (!element.is(DerTag::bit_string) || element.content.empty()) refuse_der(marked("an element is of another kind than expected"));
  unused_bits = byte_at(element.content, 0);
  const auto bits = element.content.substr(1);
  if (unused_bits > 7 || (bits.empty() && unused_bits != 0)) refuse_der(marked("a string of bits has no sound length"));
  if (unused_bits != 0 && (byte_at(bits, bits.size() - 1) & ((1u << unused_bits) - 1)) != 0) refuse_der(marked("a string of bits is padded with ones"));
  return bits;
}

Instant der_time(const DerElement& element) {
  const bool short_year = element.is(DerTag::utc_time);
  if (!short_year && !element.is(DerTag::generalised_time)) refuse_der(marked("an element is of another kind than expected"));
  const auto text = element.content;
  const std::size_t year_digits = short_year ? 2 : 4;
  if (text.size() != year_digits + 11 || text.back() != 'Z') refuse_der(marked("a moment is not in universal time to the second"));
  int year = static_cast<int>(two_digits(text, 0));
  if (short_year) year += year < 50 ? 2000 : 1900; // RFC 5280 4.1.2.5.1
  else year = year * 100 + static_cast<int>(two_digits(text, 2));
  const auto at = [&](std::size_t place) { return two_digits(text, year_digits + 2 * place); };
  const auto day = Date::of(year, at(0), at(1));
  if (!day || at(2) > 23 || at(3) > 59 || at(4) > 59) refuse_der(marked("a moment does not exist"));
  return Instant{day->days() + std::chrono::hours{at(2)} + std::chrono::minutes{at(3)} + std::chrono::seconds{at(4)}};
}

std::string der_text(const DerElement& element) {
  switch (static_cast<DerTag>(element.tag)) {
    case DerTag::utf8:
      if (!is_utf8(element.content)) refuse_der(marked("a text is not UTF-8"));
      return std::string{element.content};
    case DerTag::printable:
    case DerTag::ia5:
    case DerTag::teletex: return of_latin1(element.content); // teletex is written as Latin-1 by everybody
    case DerTag::bmp: return of_bmp(element.content);
    default: refuse_der(marked("an element is of another kind than expected"));
  }
}

} // namespace hdskit
