#include "toolkit/access/endpoint_findings.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/certificates/certificate.hpp"

#include <algorithm>
#include <set>

namespace hdskit {
namespace {

std::string accepted_sentence(const std::string& name) {
  if (name == "signature") return tr("The server lets in with a signature certificate, which is not made to identify anybody.");
  if (name == "expired") return tr("The server lets in with an expired certificate.");
  if (name == "revoked") return tr("The server lets in with a revoked certificate: a card that was declared lost or stolen still opens the application.");
  if (name == "other-authority") return tr("The server lets in with a certificate of an authority that only bears the right name: anybody can make one.");
  if (name == "self-signed") return tr("The server lets in with a certificate that signs itself: anybody can make one.");
  if (name == "test") return tr("The server lets in with a certificate of the test hierarchy.");
  if (name == "organisation") return tr("The server lets in with the certificate of an organisation, which names no person.");
  return tr("The server lets in with the certificate “{1}”.", {name});
}

/// Gathers what each protocol shows under one finding.
class Gathered {
public:
  void add(const std::string& id, EndpointSeverity severity, const std::string& sentence, const std::string& evidence) {
    const auto found = std::ranges::find(all_, id, &EndpointFinding::id);
    if (found == all_.end()) all_.push_back({id, severity, sentence, evidence});
    else found->evidence += "; " + evidence;
  }
  void add(const std::string& id, EndpointSeverity severity, const std::string& sentence, const EndpointCase& one) {
    add(id, severity, sentence, one.protocol + tr(": ") + one.evidence);
  }
  std::vector<EndpointFinding> taken() {
    std::ranges::stable_sort(all_, std::greater{}, &EndpointFinding::severity);
    return std::move(all_);
  }

private:
  std::vector<EndpointFinding> all_;
};

/// The case of this name in the same protocol was accepted.
bool accepted(std::span<const EndpointCase> cases, std::string_view name, const std::string& protocol) {
  return std::ranges::any_of(cases,
                             [&](const EndpointCase& one) { return one.name == name && one.protocol == protocol && one.seen == EndpointSeen::accepted; });
}

void judge_control(Gathered& findings, const EndpointCase& control, bool conclusive) {
  using enum EndpointSeen;
  if (control.seen == refused)
    findings.add("refuses_valid", conclusive ? EndpointSeverity::medium : EndpointSeverity::high,
                 tr("The server refuses the valid certificate: it is out of order, which proves nothing about whom it keeps out."), control);
  else if (control.seen == undetermined || control.seen == unreachable || (control.seen == not_offered && !conclusive))
    findings.add("cannot_tell", EndpointSeverity::medium, tr("What the server answers to these cases does not tell whether it lets in."),
                 control.name + " " + control.protocol + tr(": ") + control.evidence);
}

void judge_visitor(Gathered& findings, const EndpointCase& one, std::span<const EndpointCase> cases) {
  const bool open = accepted(cases, "no_certificate", one.protocol); // to all: the other cases then show nothing of their own
  if (one.name == "no_certificate")
    findings.add("certificate_not_required", EndpointSeverity::high, tr("The server lets in without any certificate: the card is optional."), one);
  else if (one.name == "forged_headers") {
    if (!open)
      findings.add("header_spoofing", EndpointSeverity::high,
                   tr("The server believes headers that the visitor writes: without any certificate, naming a card in a header is enough."), one);
  } else if (one.name == "resumed_session") {
    if (open || !one.answer.resumed) return;
    auto with_life = one;
    if (one.session_seconds) with_life.evidence += ", " + tr("session announced for {1} s", {std::to_string(*one.session_seconds)});
    findings.add("session_resumed_without_certificate", EndpointSeverity::medium,
                 tr("A session is resumed without showing the certificate again: a revocation takes effect only when sessions end."), with_life);
  } else if (one.given && (!open || one.answer.certificate_sent))
    findings.add("accepts_" + replaced(one.name, "-", "_"), EndpointSeverity::high, accepted_sentence(one.name), one);
}

void judge_hello(Gathered& findings, Gathered& remarks, const EndpointCase& one) {
  const bool heard = one.seen == EndpointSeen::accepted;
  if (one.name == "old_protocol" && heard)
    findings.add("old_protocol", EndpointSeverity::medium, tr("The server still speaks a version of TLS that is withdrawn."), one);
  if (one.name == "weak_cipher" && heard) findings.add("weak_cipher", EndpointSeverity::high, tr("The server still accepts ciphers that are broken."), one);
  if (one.name == "authenticated_ciphers" && one.seen == EndpointSeen::refused)
    remarks.add("cbc_only", EndpointSeverity::remark, tr("With TLS 1.2 the server knows only ciphers in CBC mode, none with authenticated encryption."), one);
}

struct AuthorityName {
  std::string text;
  bool legacy = false; ///< of GIP-CPS, which has issued nothing since 2021
};
AuthorityName read_name(const std::string& der) {
  try {
    const auto attributes = attributes_of(der);
    const bool legacy = std::ranges::any_of(attributes, [](const NameAttribute& one) { return folded(one.text).starts_with("gip-cps"); });
    return {name_text(der), legacy};
  } catch (const Problem&) { return {tr("a name that cannot be read"), false}; }
}

void judge_authorities(Gathered& findings, std::span<const EndpointCase> cases, std::span<const std::string> expected) {
  std::set<std::string> told;
  for (const auto& one : cases)
    for (const auto& der : one.answer.authorities) {
      const auto name = read_name(der);
      const bool other = !expected.empty() && std::ranges::find(expected, der) == expected.end();
      if ((other || name.legacy) && told.insert(der).second)
        findings.add("trusts_other_authorities", EndpointSeverity::medium, tr("The server asks for certificates of authorities other than those expected."),
                     name.text);
    }
}

bool is_control(const EndpointCase& one) { return one.name == "valid"; }
bool is_hello(const EndpointCase& one) { return one.name == "old_protocol" || one.name == "weak_cipher" || one.name == "authenticated_ciphers"; }

} // namespace

std::string_view word_of(EndpointSeverity severity) {
  return severity == EndpointSeverity::high ? "high" : severity == EndpointSeverity::medium ? "medium" : "remark";
}

EndpointConclusion conclude_endpoint(std::span<const EndpointCase> cases, std::span<const std::string> expected_authorities) {
  Gathered findings, remarks;
  EndpointConclusion conclusion;
  conclusion.conclusive = std::ranges::any_of(cases, [](const EndpointCase& one) { return is_control(one) && one.seen == EndpointSeen::accepted; });
  for (const auto& one : cases)
    if (is_control(one)) judge_control(findings, one, conclusion.conclusive);
  if (conclusion.conclusive) {
    for (const auto& one : cases) {
      if (is_control(one)) continue;
      if (is_hello(one)) judge_hello(findings, remarks, one);
      else if (one.seen == EndpointSeen::accepted && accepted(cases, "valid", one.protocol)) judge_visitor(findings, one, cases);
      if (one.seen == EndpointSeen::undetermined || one.seen == EndpointSeen::unreachable)
        findings.add("cannot_tell", EndpointSeverity::medium, tr("What the server answers to these cases does not tell whether it lets in."),
                     one.name + " " + one.protocol + tr(": ") + one.evidence);
    }
    judge_authorities(findings, cases, expected_authorities);
  }
  conclusion.findings = findings.taken();
  conclusion.remarks = remarks.taken();
  return conclusion;
}

} // namespace hdskit
