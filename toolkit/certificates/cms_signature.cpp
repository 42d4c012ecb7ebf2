#include "toolkit/certificates/cms_signature.hpp"

#include "toolkit/certificates/certificate.hpp"
#include "toolkit/certificates/der.hpp"

#include <algorithm>
#include <vector>

namespace hdskit {
namespace {

using namespace std::string_view_literals;

// Contents of object identifiers: RFC 5652 and RFC 8017.
constexpr auto data_oid = "\x2a\x86\x48\x86\xf7\x0d\x01\x07\x01"sv, signed_data_oid = "\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02"sv,
               content_type_oid = "\x2a\x86\x48\x86\xf7\x0d\x01\x09\x03"sv, message_digest_oid = "\x2a\x86\x48\x86\xf7\x0d\x01\x09\x04"sv,
               signing_time_oid = "\x2a\x86\x48\x86\xf7\x0d\x01\x09\x05"sv, sha256_oid = "\x60\x86\x48\x01\x65\x03\x04\x02\x01"sv,
               sha256_rsa_oid = "\x2a\x86\x48\x86\xf7\x0d\x01\x01\x0b"sv;
constexpr std::uint8_t explicit_tag = 0xa0;

std::string element(std::uint8_t tag, std::string_view content) {
  std::string length;
  if (content.size() < 0x80) length = static_cast<char>(content.size());
  else {
    for (auto rest = content.size(); rest != 0; rest >>= 8) length.insert(length.begin(), static_cast<char>(rest & 0xff));
    length.insert(length.begin(), static_cast<char>(0x80 | length.size()));
  }
  return std::string{static_cast<char>(tag)} + length + std::string{content};
}
std::string element(DerTag tag, std::string_view content) { return element(static_cast<std::uint8_t>(tag), content); }
std::string sequence(std::string_view content) { return element(DerTag::sequence, content); }
std::string set(std::string_view content) { return element(DerTag::set, content); }
std::string oid(std::string_view content) { return element(DerTag::oid, content); }
std::string number(char value) { return element(DerTag::integer, std::string(1, value)); }

std::string attribute(std::string_view type, const std::string& value) { return sequence(oid(type) + set(value)); }

/// UTCTime until 2049: RFC 5652 11.3.
std::string moment(Instant at) {
  std::string text = at.iso(); // 2026-11-22T10:15:00Z
  std::erase_if(text, [](char c) { return c == '-' || c == ':' || c == 'T'; });
  constexpr int last_short_year = 2049;
  return at.utc_date().year() <= last_short_year ? element(DerTag::utc_time, std::string_view{text}.substr(2)) : element(DerTag::generalised_time, text);
}

std::string digest_algorithm() { return sequence(oid(sha256_oid)); }

std::string_view serial_element(std::string_view certificate) {
  DerReader whole{whole_element(certificate).content};
  DerReader part{whole.expect(DerTag::sequence).content};
  part.take_if(explicit_tag);
  return part.expect(DerTag::integer).whole;
}

} // namespace

std::string cms_attributes(const Digest& content, Instant signed_at) {
  const std::string_view digest{reinterpret_cast<const char*>(content.bytes().data()), Digest::size};
  std::vector<std::string> attributes = {attribute(content_type_oid, oid(data_oid)), attribute(signing_time_oid, moment(signed_at)),
                                         attribute(message_digest_oid, element(DerTag::octet_string, digest))};
  std::ranges::sort(attributes); // DER orders a SET OF by its bytes: X.690 11.6
  std::string all;
  for (const auto& one : attributes) all += one;
  return set(all);
}

std::string cms_detached(std::string_view certificate, std::string_view attributes, std::string_view signature) {
  const auto fields = read_certificate(certificate);
  const auto signer_name = sequence(std::string{fields.issuer} + std::string{serial_element(certificate)});
  const auto signer = sequence(number(1) + signer_name + digest_algorithm() + element(explicit_tag, whole_element(attributes).content) +
                               sequence(oid(sha256_rsa_oid) + element(DerTag::null, "")) + element(DerTag::octet_string, signature));
  const auto data = sequence(number(1) + set(digest_algorithm()) + sequence(oid(data_oid)) + element(explicit_tag, certificate) + set(signer));
  return sequence(oid(signed_data_oid) + element(explicit_tag, data));
}

} // namespace hdskit
