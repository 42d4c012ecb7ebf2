#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hdskit {

// The few bytes of TLS that are read and written by ourselves. A library of TLS is built without what it holds to be broken (RC4, 3DES, TLS 1.0): it could not
// even ask whether a server still speaks it.

/// "certificate_revoked" for 44 (RFC 8446 6, RFC 5246 7.2); "unknown" for a number without a name.
std::string_view alert_name(int number);

/// The names (DER) of the authorities that a CertificateRequest lists, from the handshake message with its head of four bytes, of TLS 1.2 or 1.3.
/// What is malformed lists none.
std::vector<std::string> requested_authorities(std::string_view message, bool tls_1_3);

namespace cipher_suites {
extern const std::span<const std::uint16_t> customary; ///< what a client of its time offered with TLS 1.0 and 1.1
extern const std::span<const std::uint16_t> aead;      ///< authenticated encryption, TLS 1.2
} // namespace cipher_suites

struct WeakCipherGroup {
  const char* name; ///< "RC4"
  std::span<const std::uint16_t> suites;
};
std::span<const WeakCipherGroup> weak_cipher_groups();

constexpr std::uint16_t tls_1_0 = 0x0301, tls_1_1 = 0x0302, tls_1_2 = 0x0303;

/// A record with the first message of a client that speaks nothing newer than `version`. `host` is named to the server unless it is an address.
std::string client_hello(std::uint16_t version, std::span<const std::uint16_t> suites, std::string_view host);

struct HelloAnswer {
  std::uint16_t version = 0, suite = 0; ///< what the server chose
  std::optional<int> alert;             ///< or why it did not
};
/// What the server said first; nothing when these bytes are not (yet) a whole answer.
std::optional<HelloAnswer> read_hello_answer(std::string_view bytes);

} // namespace hdskit
