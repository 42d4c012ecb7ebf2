#include "toolkit/access/endpoint_probe.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

#include <algorithm>
#include <map>

namespace hdskit {
namespace {

constexpr TlsVersion versions[] = {TlsVersion::tls_1_2, TlsVersion::tls_1_3};

/// Asks again what was answered by silence: a refusal that comes after the handshake can be lost when the server closes at once.
EndpointReply ask_patiently(const EndpointTarget& target, const EndpointQuestion& question, const std::function<void()>& pace) {
  constexpr int tries = 3;
  EndpointReply reply;
  for (int count = 0; count < tries; ++count) {
    pace();
    reply = ask_endpoint(target, question);
    if (reply.answer.alert || reply.answer.status != 0 || reply.answer.timed_out || !reply.answer.connected) break;
  }
  return reply;
}

EndpointQuestion question_with(TlsVersion version, const EndpointCredential& credential, bool keep_session = false) {
  return {version, credential.certificate, credential.key, {}, {}, keep_session};
}

EndpointCase control_case(TlsVersion version, const EndpointAnswer& answer) {
  return {"valid", label_of(version), EndpointSeen::accepted, control_seen(answer), evidence_of(answer, nullptr), false, answer, {}};
}
EndpointCase case_beside(const std::string& name, TlsVersion version, const EndpointAnswer& answer, const EndpointAnswer& control) {
  return {name, label_of(version), EndpointSeen::refused, seen_beside(answer, control), evidence_of(answer, &control), false, answer, {}};
}

struct Opened {
  TlsVersion version;
  EndpointAnswer control;
  TlsSession session;
};

EndpointCase resumed_case(const EndpointTarget& target, const Opened& opened, const std::function<void()>& pace) {
  const std::string name = "resumed_session";
  if (!opened.session)
    return {name, label_of(opened.version), EndpointSeen::refused, EndpointSeen::refused, tr("the server gives no session to resume"), false, {}, {}};
  EndpointQuestion question;
  question.version = opened.version;
  question.resume = opened.session;
  auto one = case_beside(name, opened.version, ask_patiently(target, question, pace).answer, opened.control);
  one.session_seconds = opened.session.seconds();
  return one;
}

class Probe {
public:
  explicit Probe(const EndpointOrder& order) : order_{order}, forged_{forged_headers(order.valid.certificate)} {}

  EndpointReport run() {
    std::vector<Opened> opened;
    for (const auto version : versions)
      if (auto session = ask_visitors(version)) opened.push_back(std::move(*session));
    if (std::ranges::any_of(opened, [](const Opened& one) { return static_cast<bool>(one.session); })) order_.before_resuming();
    for (const auto& one : opened) add(resumed_case(order_.target, one, order_.pace));
    if (!opened.empty()) ask_hellos();
    refuse_silence();
    report_.conclusion = conclude_endpoint(report_.cases, order_.expected_authorities);
    return std::move(report_);
  }

private:
  void add(EndpointCase one) {
    report_.cases.push_back(std::move(one));
    order_.progress.tell(tr("Asking the server"), report_.cases.size(), 0);
    order_.progress.stop_if_cancelled();
  }
  EndpointReply ask(const EndpointQuestion& question) const { return ask_patiently(order_.target, question, order_.pace); }

  /// Nothing when the valid card is not let in: the others would show nothing.
  std::optional<Opened> ask_visitors(TlsVersion version) {
    auto control = ask(question_with(version, order_.valid, true));
    add(control_case(version, control.answer));
    if (report_.cases.back().seen != EndpointSeen::accepted) return {};
    const auto visit = [&](const std::string& name, const EndpointQuestion& question, bool given) {
      auto one = case_beside(name, version, ask(question).answer, control.answer);
      one.given = given;
      add(std::move(one));
    };
    visit("no_certificate", {version, {}, {}, {}, {}, false}, false);
    visit("forged_headers", {version, {}, {}, forged_, {}, false}, false);
    for (const auto& credential : order_.cases) visit(credential.name, question_with(version, credential), true);
    return Opened{version, std::move(control.answer), std::move(control.session)};
  }

  HelloReply hello(std::uint16_t version, std::span<const std::uint16_t> suites) const {
    order_.pace();
    return say_hello(order_.target, version, suites);
  }
  static EndpointCase hello_case(const std::string& name, const std::string& protocol, EndpointSeen expected, const HelloReply& reply) {
    EndpointCase one{name, protocol, expected, EndpointSeen::undetermined, {}, false, {}, {}};
    one.answer.connected = reply.connected;
    if (!reply.connected) one.seen = EndpointSeen::unreachable;
    if (reply.closed) one.seen = EndpointSeen::refused;
    if (reply.answer) {
      one.seen = reply.answer->alert ? EndpointSeen::refused : EndpointSeen::accepted;
      one.answer.alert = reply.answer->alert;
    }
    one.answer.failure = reply.failure;
    one.evidence = one.seen == EndpointSeen::accepted ? tr("the server agrees to it") : evidence_of(one.answer, nullptr);
    return one;
  }

  void ask_hellos() {
    const std::pair<std::uint16_t, std::string> old[] = {{tls_1_0, "TLS 1.0"}, {tls_1_1, "TLS 1.1"}};
    for (const auto& [version, label] : old) {
      auto reply = hello(version, cipher_suites::customary);
      if (reply.answer && !reply.answer->alert && reply.answer->version != version) reply.answer.reset();
      add(hello_case("old_protocol", label, EndpointSeen::refused, reply));
    }
    for (const auto& group : weak_cipher_groups()) {
      auto one = hello_case("weak_cipher", "TLS 1.2", EndpointSeen::refused, hello(tls_1_2, group.suites));
      one.evidence = std::string{group.name} + tr(": ") + one.evidence;
      add(std::move(one));
    }
    const bool speaks_1_2 = std::ranges::any_of(report_.cases, [](const EndpointCase& one) {
      return one.name == "valid" && one.protocol == label_of(TlsVersion::tls_1_2) && one.seen == EndpointSeen::accepted;
    });
    if (speaks_1_2) add(hello_case("authenticated_ciphers", "TLS 1.2", EndpointSeen::accepted, hello(tls_1_2, cipher_suites::aead)));
  }

  void refuse_silence() const {
    if (std::ranges::any_of(report_.cases, [](const EndpointCase& one) { return one.answer.connected; })) return;
    throw Problem{ProblemKind::unreachable, order_.target.url,
                  tr("The server “{1}” cannot be reached: {2}.", {order_.target.url, report_.cases.front().answer.failure}),
                  tr("Check the address and the network.")};
  }

  const EndpointOrder& order_;
  std::vector<std::string> forged_;
  EndpointReport report_;
};

} // namespace

EndpointReport probe_endpoint(const EndpointOrder& order) {
  std::vector<ShownCertificate> shown{{order.valid.name, certificate_digest(order.valid.certificate)}};
  for (const auto& one : order.cases) shown.push_back({one.name, certificate_digest(one.certificate)});
  auto report = Probe{order}.run();
  report.certificates = std::move(shown);
  return report;
}

ResumptionTrial try_resumption(const EndpointTarget& target, const EndpointCredential& valid, TlsVersion version, const std::function<void()>& between) {
  const auto pace = [] {};
  auto first = ask_patiently(target, question_with(version, valid, true), pace);
  ResumptionTrial trial;
  trial.before = control_case(version, first.answer);
  between();
  const Opened opened{version, first.answer, first.session};
  trial.full = case_beside("valid", version, ask_patiently(target, question_with(version, valid), pace).answer, first.answer);
  trial.resumed = resumed_case(target, opened, pace);
  return trial;
}

} // namespace hdskit
