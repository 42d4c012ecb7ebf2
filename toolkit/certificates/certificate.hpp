#pragma once

#include "toolkit/base/date.hpp"
#include "toolkit/base/digest.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hdskit {

/// A serial number of a certificate (RFC 5280 4.1.2.2): at most 20 bytes, leading zeros dropped, so that two ways to write one number are equal.
class Serial {
public:
  static std::optional<Serial> of_bytes(std::string_view big_endian);
  static std::optional<Serial> parse(std::string_view hex); ///< colons and blanks aside, either case
  std::string hex() const;
  auto operator<=>(const Serial&) const = default;
  const std::array<std::uint8_t, 20>& bytes() const { return bytes_; } ///< right-aligned

private:
  std::array<std::uint8_t, 20> bytes_{};
};

/// One attribute of a name: its type as "2.5.4.3" and its text in UTF-8. RDNs with several values give several attributes, in the order of the bytes.
struct NameAttribute {
  std::string type, text;
  bool operator==(const NameAttribute&) const = default;
};

enum class KeyUsage : std::uint16_t {
  digital_signature = 1,
  non_repudiation = 2,
  key_encipherment = 4,
  data_encipherment = 8,
  key_agreement = 16,
  key_cert_sign = 32,
  crl_sign = 64
};

/// What a certificate says, read from its DER and from nothing else (X.690 DER, RFC 5280). Views point into `der`, which somebody else holds.
struct CertificateFields {
  std::string_view der, signed_part, issuer, subject, public_key; ///< public_key: SubjectPublicKeyInfo
  std::string_view signature, signature_algorithm;                ///< bits; AlgorithmIdentifier
  Serial serial;
  Instant not_before{std::chrono::sys_seconds{}}, not_after{std::chrono::sys_seconds{}};
  std::optional<std::uint16_t> key_usage;           ///< bits of KeyUsage
  std::vector<std::string_view> extended_key_usage; ///< content bytes of OIDs
  bool is_authority = false;
  std::optional<int> path_length;
  std::string_view subject_key, authority_key;                                   ///< key identifiers
  std::string_view card_category, card_type, card_number, profession, formation; ///< values of 1.2.250.1.71.1.2.5, .2, .3, .7, .8: inner DER
  bool unknown_critical = false;                                                 ///< a critical extension that we do not know: RFC 5280 4.2 asks to refuse
  std::vector<std::string_view> revocation_list_urls, status_urls, policies;
};
/// Strict: definite lengths, minimal, no bytes left over, no element outside its parent, bounds on depth and count. Throws Problem damaged.
CertificateFields read_certificate(std::string_view der);
std::vector<NameAttribute> attributes_of(std::string_view name_der); ///< of issuer or subject. Throws Problem damaged
std::string name_text(std::string_view name_der);                    ///< RFC 4514 for people
std::string oid_text(std::string_view content);                      ///< "1.2.250.1.71.1.2.5"

} // namespace hdskit
