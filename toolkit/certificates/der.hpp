#pragma once

#include "toolkit/base/date.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace hdskit {

// Distinguished encoding rules (X.690, 8 and 10): definite lengths in their shortest form, nothing left over. Bytes come from strangers: every step is bounded.

enum class DerTag : std::uint8_t {
  boolean = 0x01,
  integer = 0x02,
  bit_string = 0x03,
  octet_string = 0x04,
  null = 0x05,
  oid = 0x06,
  enumerated = 0x0a,
  utf8 = 0x0c,
  printable = 0x13,
  teletex = 0x14,
  ia5 = 0x16,
  utc_time = 0x17,
  generalised_time = 0x18,
  universal = 0x1c,
  bmp = 0x1e,
  sequence = 0x30,
  set = 0x31
};

struct DerElement {
  std::uint8_t tag = 0; ///< with class and construction: 0xa0 is [0]
  std::string_view content, whole;
  bool is(DerTag expected) const { return tag == static_cast<std::uint8_t>(expected); }
};

/// Reads the elements of one level, in order. Throws Problem damaged at the first byte that is not DER.
class DerReader {
public:
  explicit DerReader(std::string_view bytes) : rest_{bytes} {}
  bool at_end() const { return rest_.empty(); }
  DerElement next();
  DerElement expect(DerTag tag); ///< the next one must be this
  DerReader inside(DerTag tag) { return DerReader{expect(tag).content}; }
  std::optional<DerElement> take_if(std::uint8_t tag); ///< the next one, when it is this
  std::optional<DerElement> take_if(DerTag tag) { return take_if(static_cast<std::uint8_t>(tag)); }
  void expect_end() const;

private:
  DerElement next_long(); ///< with a length of several bytes; what is not DER is refused here

  std::string_view rest_;
};

// Inline: a revocation list of a million entries asks for five million elements, nearly all of them shorter than 128 bytes.
inline DerElement DerReader::next() {
  if (rest_.size() < 2) return next_long();
  const auto tag = static_cast<std::uint8_t>(rest_[0]);
  const std::size_t length = static_cast<std::uint8_t>(rest_[1]), size = length + 2;
  if (length >= 0x80 || size > rest_.size() || (tag & 0x1f) == 0x1f) return next_long();
  const DerElement element{tag, rest_.substr(2, length), rest_.substr(0, size)};
  rest_.remove_prefix(size);
  return element;
}

inline std::optional<DerElement> DerReader::take_if(std::uint8_t tag) {
  if (rest_.empty() || static_cast<std::uint8_t>(rest_[0]) != tag) return std::nullopt;
  return next();
}

/// The one element that these bytes are. Throws Problem damaged when there are more or fewer.
DerElement whole_element(std::string_view bytes);

[[noreturn]] void refuse_der(const char* marked_sentence);

bool der_boolean(const DerElement& element);               ///< 0x00 or 0xff
std::int64_t der_small_integer(const DerElement& element); ///< within 62 bits
std::string_view der_magnitude(const DerElement& element); ///< of a non-negative INTEGER, without leading zeros; minimal encoding
std::string_view der_bits(const DerElement& element, unsigned& unused_bits);
Instant der_time(const DerElement& element);     ///< UTCTime and GeneralizedTime of RFC 5280 4.1.2.5, in UTC to the second
std::string der_text(const DerElement& element); ///< any string type, as UTF-8

} // namespace hdskit
