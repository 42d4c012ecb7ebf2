#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hdskit {

// What a hosted application answers to each kind of visitor, and how an answer is told. An application that lets in whom it should not is found only beside
// the one that it must let in: everything is judged against the answer to a valid card.

enum class TlsVersion { tls_1_2, tls_1_3 };
std::string label_of(TlsVersion version); ///< "TLS 1.2"

/// All that was seen of one connection, without judgement.
struct EndpointAnswer {
  bool connected = false;             ///< TCP
  bool server_spoke = false;          ///< a ServerHello came
  bool certificate_requested = false; ///< by a CertificateRequest
  bool certificate_sent = false;      ///< ours, not an empty one
  bool resumed = false;
  bool timed_out = false;
  std::optional<int> alert;             ///< the fatal alert that the server sent
  std::vector<std::string> authorities; ///< names (DER) that the CertificateRequest lists
  long status = 0;                      ///< of HTTP; 0 when no answer came
  std::string location;                 ///< where a redirection leads, absolute; never followed
  std::string page;                     ///< SHA-256 of what came, in hexadecimal
  std::string failure;                  ///< what the network said, when there is no answer
};

enum class EndpointSeen {
  accepted,
  refused,
  not_offered, ///< the server does not speak this protocol
  undetermined,
  unreachable
};
std::string_view word_of(EndpointSeen seen);

struct EndpointCase {
  std::string name;     ///< "valid", "no_certificate", "forged_headers", "resumed_session", "old_protocol", "weak_cipher", "authenticated_ciphers", or as given
  std::string protocol; ///< "TLS 1.2"
  EndpointSeen expected = EndpointSeen::refused;
  EndpointSeen seen = EndpointSeen::undetermined;
  std::string evidence; ///< one line for people
  bool given = false;   ///< a certificate that the person gave
  EndpointAnswer answer;
  std::optional<unsigned long> session_seconds; ///< how long the server says that the resumed session lives
};

/// Whether this answer lets a valid card in: a success, or a redirection that leads to no login.
EndpointSeen control_seen(const EndpointAnswer& answer);
/// The same status as the control, and the same place when redirected, is accepted; an alert, a status of refusal (400, 401, 403, 495, 496) or a redirection
/// to a login is refused; anything else is undetermined.
EndpointSeen seen_beside(const EndpointAnswer& answer, const EndpointAnswer& control);
/// "TLS alert 44 (certificate_revoked)", "HTTP status 400", and what is remarkable besides. `control`: of the same protocol, nullptr for itself.
std::string evidence_of(const EndpointAnswer& answer, const EndpointAnswer* control);

bool leads_to_login(std::string_view url);

/// A name that a person may give to a case: small letters, digits, '-' and '_', and none of the names of cases that are always there.
bool is_case_name(std::string_view name);

} // namespace hdskit
