#pragma once

#include "toolkit/certificates/revocation_list.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace hdskit {

/// What an OCSP responder says of one certificate (RFC 6960). Anything that is not proven is unknown, never good.
struct CertificateStatus {
  enum class State { good, revoked, unknown };
  State state = State::unknown;
  std::string sentence; ///< why it is unknown, or what is remarkable of a sound answer; "" otherwise
  std::optional<Revocation> revocation;
};

/// The request, DER; both certificates DER. `nonce`: random bytes that the answer has to repeat, 1 to 32 of them. Throws Problem damaged.
std::string status_request(std::string_view certificate, std::string_view issuer, std::string nonce);

/// Why a responder's own certificate (DER) cannot be believed to be in force; "" when a list says that it is.
using ResponderDoubt = std::function<std::string(std::string_view certificate)>;

/// Judges an answer to `request`: signed by the issuer or by a responder that the issuer named for it (OCSPSigning, in date at `at`), about this certificate,
/// in date at `at`, with the nonce of the request where the responder repeats one. A responder whose certificate does not free it from being checked
/// (id-pkix-ocsp-nocheck, RFC 6960 4.2.2.2.1) is asked about with `doubt`; without one it is not believed. Throws Problem damaged for a request that is none.
CertificateStatus read_status(std::string_view answer, std::string_view request, std::string_view issuer, Instant at, const ResponderDoubt& doubt = {});

} // namespace hdskit
