#pragma once

#include "toolkit/access/endpoint_findings.hpp"
#include "toolkit/access/endpoint_request.hpp"
#include "toolkit/base/progress.hpp"

#include <functional>

namespace hdskit {

/// A certificate that is shown, with its key, both PEM. The chain may follow the certificate in its file, and is then shown too.
struct EndpointCredential {
  std::string name; ///< of the case: "revoked"
  std::filesystem::path certificate, key;
};

struct EndpointOrder {
  EndpointTarget target;
  EndpointCredential valid;                      ///< the positive control: a card that has to be let in
  std::vector<EndpointCredential> cases;         ///< all of them have to be refused
  std::vector<std::string> expected_authorities; ///< names (DER), see conclude_endpoint
  std::function<void()> pace = [] {};            ///< called before each connection: keeps the rate
  std::function<void()> before_resuming = [] {}; ///< waits, if the person asked to
  Progress progress;
};

/// A certificate that was shown, so that the check can be done again with the same one.
struct ShownCertificate {
  std::string name, sha256; ///< of the case; of the DER
};

struct EndpointReport {
  std::vector<EndpointCase> cases;
  std::vector<ShownCertificate> certificates; ///< the control first; empty in reports of before
  EndpointConclusion conclusion;
};

/// Asks everything, over TLS 1.2 and 1.3. Throws Problem unreachable when the server cannot be reached at all, and what ask_endpoint throws.
EndpointReport probe_endpoint(const EndpointOrder& order);

/// What a session that was opened with a card is worth after `between` (the card's revocation, say).
struct ResumptionTrial {
  EndpointCase before;  ///< the card, before
  EndpointCase full;    ///< the card again, after: a full handshake
  EndpointCase resumed; ///< the session alone, after: neither certificate nor key
};
ResumptionTrial try_resumption(const EndpointTarget& target, const EndpointCredential& valid, TlsVersion version, const std::function<void()>& between);

/// The headers that a proxy in front would write for this card: what a visitor writes who hopes to be believed. Throws Problem for a file that is no
/// certificate.
std::vector<std::string> forged_headers(const std::filesystem::path& certificate);

/// SHA-256 of the DER of the first certificate of a file, in hexadecimal. Throws Problem for a file that is no certificate.
std::string certificate_digest(const std::filesystem::path& file);

/// Names (DER) of the subjects of the certificates in a file.
std::vector<std::string> authority_names(const std::filesystem::path& file);

} // namespace hdskit
