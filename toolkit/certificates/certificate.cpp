#include "toolkit/certificates/certificate.hpp"

#include "toolkit/base/translate.hpp"
#include "toolkit/certificates/certificate_extensions.hpp"
#include "toolkit/certificates/der.hpp"

#include <algorithm>

namespace hdskit {
namespace {

constexpr std::uint8_t version_tag = 0xa0, issuer_id_tag = 0x81, subject_id_tag = 0x82, extensions_tag = 0xa3;
constexpr std::int64_t version_3 = 2;
constexpr std::size_t largest_certificate = 64u << 10; ///< bytes: a card's takes two thousand
constexpr int most_attributes = 64;

Serial serial_of(const DerElement& element) {
  if (!element.is(DerTag::integer)) refuse_der(marked("an element is of another kind than expected"));
  const auto serial = Serial::of_bytes(der_magnitude(element));
  if (!serial) refuse_der(marked("a serial number has more than 20 bytes"));
  return *serial;
}

void read_validity(DerReader validity, CertificateFields& fields) {
  fields.not_before = der_time(validity.next());
  fields.not_after = der_time(validity.next());
  validity.expect_end();
}

void read_signed_part(DerReader reader, CertificateFields& fields, std::string_view outer_algorithm) {
  std::int64_t version = 0;
  if (const auto element = reader.take_if(version_tag)) version = der_small_integer(DerReader{element->content}.expect(DerTag::integer));
  fields.serial = serial_of(reader.next());
  if (reader.expect(DerTag::sequence).whole != outer_algorithm) refuse_der(marked("the two signature algorithms differ"));
  fields.issuer = reader.expect(DerTag::sequence).whole;
  read_validity(reader.inside(DerTag::sequence), fields);
  fields.subject = reader.expect(DerTag::sequence).whole;
  fields.public_key = reader.expect(DerTag::sequence).whole;
  reader.take_if(issuer_id_tag);
  reader.take_if(subject_id_tag);
  if (const auto extensions = reader.take_if(extensions_tag)) {
    if (version != version_3) refuse_der(marked("extensions stand in a certificate of an older version"));
    read_extensions(DerReader{extensions->content}.inside(DerTag::sequence), fields);
  }
  reader.expect_end();
}

} // namespace

std::optional<Serial> Serial::of_bytes(std::string_view big_endian) {
  while (!big_endian.empty() && big_endian.front() == '\0') big_endian.remove_prefix(1);
  Serial serial;
  if (big_endian.size() > serial.bytes_.size()) return std::nullopt;
  std::ranges::copy(big_endian, serial.bytes_.end() - static_cast<std::ptrdiff_t>(big_endian.size()));
  return serial;
}

std::optional<Serial> Serial::parse(std::string_view hex) {
  std::string digits;
  for (const char c : hex)
    if (c != ':' && c != ' ') digits += c;
  if (digits.empty()) return std::nullopt;
  if (digits.size() % 2 != 0) digits.insert(0, "0");
  const auto value_of = [](char c) { return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1; };
  std::string bytes;
  for (std::size_t i = 0; i < digits.size(); i += 2) {
    const int high = value_of(digits[i]), low = value_of(digits[i + 1]);
    if (high < 0 || low < 0) return std::nullopt;
    bytes += static_cast<char>(high << 4 | low);
  }
  return of_bytes(bytes);
}

std::string Serial::hex() const {
  constexpr std::string_view digits = "0123456789abcdef";
  auto first = std::ranges::find_if(bytes_, [](std::uint8_t byte) { return byte != 0; });
  std::string text;
  for (; first != bytes_.end(); ++first) {
    text += digits[*first >> 4];
    text += digits[*first & 15u];
  }
  return text.empty() ? "00" : text;
}

CertificateFields read_certificate(std::string_view der) {
  if (der.size() > largest_certificate) refuse_der(marked("it is larger than any certificate"));
  CertificateFields fields;
  const auto whole = whole_element(der);
  if (!whole.is(DerTag::sequence)) refuse_der(marked("an element is of another kind than expected"));
  DerReader reader{whole.content};
  const auto signed_part = reader.expect(DerTag::sequence);
  fields.der = der;
  fields.signed_part = signed_part.whole;
  fields.signature_algorithm = reader.expect(DerTag::sequence).whole;
  unsigned unused = 0;
  fields.signature = der_bits(reader.next(), unused);
  if (unused != 0) refuse_der(marked("a signature is no whole number of bytes"));
  reader.expect_end();
  read_signed_part(DerReader{signed_part.content}, fields, fields.signature_algorithm);
  return fields;
}

std::vector<NameAttribute> attributes_of(std::string_view name_der) {
  std::vector<NameAttribute> attributes;
  DerReader names{whole_element(name_der).content};
  while (!names.at_end()) {
    auto values = names.inside(DerTag::set);
    while (!values.at_end()) {
      auto pair = values.inside(DerTag::sequence);
      auto type = oid_text(pair.expect(DerTag::oid).content);
      const auto value = pair.next();
      pair.expect_end();
      attributes.push_back({std::move(type), der_text(value)});
      if (attributes.size() > most_attributes) refuse_der(marked("a name has too many parts"));
    }
  }
  return attributes;
}

namespace {

struct ShortName {
  std::string_view type, name;
};
constexpr ShortName short_names[] = {{"2.5.4.3", "CN"},     {"2.5.4.4", "SN"},  {"2.5.4.5", "serialNumber"}, {"2.5.4.6", "C"},
                                     {"2.5.4.7", "L"},      {"2.5.4.8", "ST"},  {"2.5.4.10", "O"},           {"2.5.4.11", "OU"},
                                     {"2.5.4.12", "title"}, {"2.5.4.42", "GN"}, {"2.5.4.65", "pseudonym"},   {"0.9.2342.19200300.100.1.25", "DC"}};

std::string escaped(const std::string& text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool edge = (i == 0 && (c == ' ' || c == '#')) || (i + 1 == text.size() && c == ' ');
    if (edge || std::string_view{",+\"\\<>;="}.find(c) != std::string_view::npos) result += '\\';
    result += c;
  }
  return result;
}

std::string attribute_text(const NameAttribute& attribute) {
  const auto known = std::ranges::find(short_names, attribute.type, &ShortName::type);
  return (known == std::end(short_names) ? attribute.type : std::string{known->name}) + "=" + escaped(attribute.text);
}

} // namespace

std::string name_text(std::string_view name_der) {
  std::vector<std::string> parts;
  DerReader names{whole_element(name_der).content};
  while (!names.at_end()) {
    const auto set = names.expect(DerTag::set);
    std::string part;
    for (DerReader values{set.content}; !values.at_end();) {
      auto pair = values.inside(DerTag::sequence);
      auto type = oid_text(pair.expect(DerTag::oid).content);
      part += (part.empty() ? "" : "+") + attribute_text({std::move(type), der_text(pair.next())});
    }
    parts.push_back(std::move(part));
  }
  std::string text;
  for (auto part = parts.rbegin(); part != parts.rend(); ++part) text += (text.empty() ? "" : ",") + *part; // the last comes first: RFC 4514 2.1
  return text;
}

std::string oid_text(std::string_view content) {
  constexpr std::size_t longest = 64;
  if (content.empty() || content.size() > longest) refuse_der(marked("an object identifier has no sound length"));
  std::string text;
  std::uint64_t arc = 0;
  bool first = true, begins = true;
  for (const char c : content) {
    const auto byte = static_cast<std::uint8_t>(c);
    if (begins && byte == 0x80) refuse_der(marked("an object identifier is not in its shortest form"));
    if (arc > (UINT64_MAX >> 7)) refuse_der(marked("an object identifier has too large a number"));
    arc = arc << 7 | (byte & 0x7f);
    begins = (byte & 0x80) == 0;
    if (!begins) continue;
    if (first) {
      const auto root = std::min<std::uint64_t>(arc / 40, 2);
      text = std::to_string(root) + "." + std::to_string(arc - root * 40);
    } else text += "." + std::to_string(arc);
    first = false;
    arc = 0;
  }
  if (!begins) refuse_der(marked("it ends within an element"));
  return text;
}

} // namespace hdskit
