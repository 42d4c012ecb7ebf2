#include "toolkit/access/endpoint_cases.hpp"

#include "toolkit/access/tls_messages.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

#include <algorithm>

namespace hdskit {
namespace {

constexpr long success = 200, redirection = 300, mistake = 400;

bool is_redirection(long status) { return status >= redirection && status < mistake; }

/// 495 and 496 are those of nginx for certificates; it shows 400 unless it is told otherwise.
bool is_refusal(long status) {
  constexpr long refusals[] = {400, 401, 403, 495, 496};
  return std::ranges::find(refusals, status) != std::end(refusals);
}

bool is_protocol_alert(int alert) {
  constexpr int alerts[] = {40, 70, 71}; // handshake_failure, protocol_version, insufficient_security
  return std::ranges::find(alerts, alert) != std::end(alerts);
}

EndpointSeen seen_without_status(const EndpointAnswer& answer) {
  if (!answer.connected) return EndpointSeen::unreachable;
  return answer.alert ? EndpointSeen::refused : EndpointSeen::undetermined;
}

} // namespace

std::string label_of(TlsVersion version) { return version == TlsVersion::tls_1_2 ? "TLS 1.2" : "TLS 1.3"; }

std::string_view word_of(EndpointSeen seen) {
  switch (seen) {
    case EndpointSeen::accepted: return "accepted";
    case EndpointSeen::refused: return "refused";
    case EndpointSeen::not_offered: return "not_offered";
    case EndpointSeen::unreachable: return "unreachable";
    case EndpointSeen::undetermined: break;
  }
  return "undetermined";
}

bool leads_to_login(std::string_view url) {
  constexpr std::string_view words[] = {
      "auth",  "authenticate", "authentication", "authentification", "authorize", "cas",    "connexion", "identification", "idp",    "keycloak",
      "login", "logon",        "oauth",          "oauth2",           "oidc",      "openid", "saml",      "saml2",          "signin", "sso"};
  const auto address = folded(url.substr(0, url.find('?')));
  for (std::size_t place = 0; place < address.size();) {
    const auto is_word = [](char byte) { return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9'); };
    auto end = place;
    while (end < address.size() && is_word(address[end])) ++end;
    if (std::ranges::find(words, std::string_view{address}.substr(place, end - place)) != std::end(words)) return true;
    place = end + 1;
  }
  return false;
}

EndpointSeen control_seen(const EndpointAnswer& answer) {
  if (answer.alert && !answer.server_spoke && is_protocol_alert(*answer.alert)) return EndpointSeen::not_offered;
  if (answer.status == 0) return seen_without_status(answer);
  if (is_refusal(answer.status)) return EndpointSeen::refused;
  if (is_redirection(answer.status) && leads_to_login(answer.location)) return EndpointSeen::refused;
  return answer.status >= success && answer.status < mistake ? EndpointSeen::accepted : EndpointSeen::undetermined;
}

EndpointSeen seen_beside(const EndpointAnswer& answer, const EndpointAnswer& control) {
  if (answer.status == 0) return seen_without_status(answer);
  if (answer.status == control.status && (!is_redirection(answer.status) || answer.location == control.location)) return EndpointSeen::accepted;
  if (is_refusal(answer.status) || (is_redirection(answer.status) && leads_to_login(answer.location))) return EndpointSeen::refused;
  return EndpointSeen::undetermined;
}

std::string evidence_of(const EndpointAnswer& answer, const EndpointAnswer* control) {
  std::vector<std::string> parts;
  if (answer.alert) parts.push_back(tr("TLS alert {1} ({2})", {std::to_string(*answer.alert), std::string{alert_name(*answer.alert)}}));
  if (answer.status != 0) parts.push_back(tr("HTTP status {1}", {std::to_string(answer.status)}));
  if (!answer.location.empty()) parts.push_back(tr("redirects to {1}", {answer.location}));
  if (parts.empty()) parts.push_back(answer.failure.empty() ? tr("the connection was closed without a word") : answer.failure);
  if (answer.resumed) parts.push_back(tr("session resumed"));
  else if (answer.server_spoke && !answer.certificate_requested) parts.push_back(tr("no certificate was asked for"));
  if (control && answer.status == control->status && answer.status != 0 && answer.page != control->page)
    parts.push_back(tr("the page differs from that of the valid certificate"));
  return joined(parts, ", ");
}

bool is_case_name(std::string_view name) {
  constexpr std::string_view taken[] = {"valid", "no_certificate", "forged_headers", "resumed_session", "old_protocol", "weak_cipher", "authenticated_ciphers"};
  const auto fits = [](char byte) { return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte == '-' || byte == '_'; };
  return !name.empty() && std::ranges::all_of(name, fits) && std::ranges::find(taken, name) == std::end(taken);
}

} // namespace hdskit
