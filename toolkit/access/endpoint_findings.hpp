#pragma once

#include "toolkit/access/endpoint_cases.hpp"

#include <span>

namespace hdskit {

enum class EndpointSeverity { remark, medium, high };
std::string_view word_of(EndpointSeverity severity);

struct EndpointFinding {
  std::string id; ///< "certificate_not_required", "accepts_revoked", …
  EndpointSeverity severity = EndpointSeverity::medium;
  std::string sentence; ///< for people
  std::string evidence; ///< by protocol: "TLS 1.2: HTTP status 200; TLS 1.3: HTTP status 200"
};

struct EndpointConclusion {
  std::vector<EndpointFinding> findings; ///< in the order in which they matter
  std::vector<EndpointFinding> remarks;  ///< worth knowing, not wrong
  bool conclusive = false;               ///< a valid card was let in at least once: without that no refusal proves anything
};

/// What the cases mean together. `expected_authorities`: names (DER) of those that the server may trust; empty: any.
///
/// certificate_not_required, header_spoofing, accepts_<case>, session_resumed_without_certificate, old_protocol, weak_cipher, trusts_other_authorities,
/// refuses_valid, cannot_tell; as a remark cbc_only.
EndpointConclusion conclude_endpoint(std::span<const EndpointCase> cases, std::span<const std::string> expected_authorities);

} // namespace hdskit
