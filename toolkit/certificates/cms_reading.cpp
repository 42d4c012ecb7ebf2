#include "toolkit/certificates/cms_reading.hpp"

#include "toolkit/base/translate.hpp"
#include "toolkit/certificates/certificate.hpp"
#include "toolkit/certificates/der.hpp"
#include "toolkit/certificates/issuer_key.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace hdskit {
namespace {

using namespace std::string_view_literals;

constexpr auto signed_data_oid = "\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02"sv, message_digest_oid = "\x2a\x86\x48\x86\xf7\x0d\x01\x09\x04"sv,
               signing_time_oid = "\x2a\x86\x48\x86\xf7\x0d\x01\x09\x05"sv;
constexpr auto sha256_rsa = "\x30\x0d\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x01\x0b\x05\x00"sv; // AlgorithmIdentifier
constexpr std::uint8_t explicit_tag = 0xa0;
constexpr char set_tag = 0x31;

DerElement tagged(DerReader& reader) {
  const auto element = reader.take_if(explicit_tag);
  if (!element) refuse_der(marked("It is no signature of one signer with its certificate."));
  return *element;
}

/// The one value of an attribute.
std::optional<DerElement> attribute(std::string_view set, std::string_view type) {
  for (DerReader attributes{whole_element(set).content}; !attributes.at_end();) {
    DerReader one = attributes.inside(DerTag::sequence);
    const auto oid = one.expect(DerTag::oid).content;
    DerReader values = one.inside(DerTag::set);
    const auto value = values.next();
    values.expect_end();
    if (oid == type) return value;
  }
  return std::nullopt;
}

Digest digest_in(const DerElement& element) {
  if (!element.is(DerTag::octet_string) || element.content.size() != Digest::size) refuse_der(marked("It names no SHA-256 digest of what was signed."));
  std::array<std::uint8_t, Digest::size> bytes{};
  std::ranges::transform(element.content, bytes.begin(), [](char c) { return static_cast<std::uint8_t>(c); });
  return Digest{bytes};
}

} // namespace

CmsSignature read_cms_signature(std::string_view der) {
  DerReader outer{whole_element(der).content};
  if (outer.expect(DerTag::oid).content != signed_data_oid) refuse_der(marked("It is no signature of one signer with its certificate."));
  DerReader data{whole_element(tagged(outer).content).content};
  data.expect(DerTag::integer);
  data.expect(DerTag::set);
  data.expect(DerTag::sequence);
  const auto certificate = whole_element(tagged(data).content).whole;
  DerReader signer{whole_element(data.expect(DerTag::set).content).content};
  signer.expect(DerTag::integer);
  signer.expect(DerTag::sequence);
  signer.expect(DerTag::sequence);
  std::string attributes{tagged(signer).whole};
  attributes.front() = set_tag; // RFC 5652 5.4: signed as a SET OF, not as [0]
  signer.expect(DerTag::sequence);
  const auto signature = signer.expect(DerTag::octet_string).content;
  const auto digest = attribute(attributes, message_digest_oid), moment = attribute(attributes, signing_time_oid);
  if (!digest || !moment) refuse_der(marked("It names no SHA-256 digest of what was signed."));
  return {certificate, attributes, signature, digest_in(*digest), der_time(*moment)};
}

bool cms_proves(std::string_view der, const Digest& content) {
  const auto read = read_cms_signature(der);
  return read.content == content && IssuerKey{read_certificate(read.certificate).public_key}.verifies(read.attributes, read.signature, sha256_rsa);
}

} // namespace hdskit
