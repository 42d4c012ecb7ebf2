#include "toolkit/access/endpoint_run.hpp"

#include "toolkit/access/access_store.hpp"
#include "toolkit/access/endpoint_report_json.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/certificates/certificate.hpp"
#include "toolkit/organisation/by_reference.hpp"
#include "toolkit/organisation/known_references.hpp"
#include "toolkit/workspace/document_store.hpp"
#include "toolkit/workspace/record_store.hpp"

#include <algorithm>

namespace hdskit {
namespace {

constexpr std::size_t largest_report = 1u << 20; // of endpoint_report_json.hpp

void require(const HostedEndpoint& endpoint, const std::string& value, const char* label, const char* field) {
  if (!value.empty()) return;
  throw Problem{ProblemKind::bad_input, endpoint.reference, tr("“{1}” is empty: the endpoint cannot be checked.", {tr(label)}),
                tr("Fill it in with: hdskit access target edit {1} --set {2}=…", {endpoint.reference, field})};
}

EndpointVerdict verdict_of(const EndpointReport& report) {
  if (!report.conclusion.conclusive) return EndpointVerdict::inconclusive;
  return report.conclusion.findings.empty() ? EndpointVerdict::as_it_should : EndpointVerdict::faults;
}

[[noreturn]] void refuse_damaged(const EndpointRun& run) {
  throw Problem{ProblemKind::damaged, run.reference, tr("Check {1}: its report was altered, or is no longer in the vault.", {run.reference}),
                tr("Run `hdskit workspace check`, and restore the last backup with `hdskit workspace restore`.")};
}

} // namespace

EndpointCredential endpoint_credential(const std::string& option, const std::string& name, const std::string& files) {
  const auto parts = split(files, ',');
  if (parts.size() != 2 || parts[0].empty() || parts[1].empty())
    throw Problem{ProblemKind::bad_input, option, tr("“{1}” is not a certificate and its key.", {files}),
                  tr("Write the two files with a comma between them: card.pem,card.key")};
  for (const auto& file : parts) read_file(file); // says which of rights and absence it is
  return {name, parts[0], parts[1]};
}

EndpointOrder order_of_endpoint(const Workspace& workspace, const HostedEndpoint& endpoint) {
  require(endpoint, endpoint.server_ca, marked("Authorities of the server (file)"), "server_ca");
  require(endpoint, endpoint.valid, marked("Valid certificate and its key (files)"), "valid");
  EndpointOrder order;
  order.target.url = endpoint.url;
  order.target.server_ca = endpoint.server_ca;
  authority_names(order.target.server_ca); // a file that holds no authority is told before anything is asked
  order.valid = endpoint_credential("valid", "valid", endpoint.valid);
  for (const auto& one : endpoint.cases) {
    const auto place = one.find('=');
    order.cases.push_back(endpoint_credential("cases", one.substr(0, place), one.substr(std::min(place, one.size() - 1) + 1)));
  }
  const auto anchors = all_records<TrustAnchor>(workspace);
  const ByReference<TrustAnchor> by_reference{anchors};
  for (const auto& reference : endpoint.expected_ca)
    if (const auto* anchor = by_reference.find(reference))
      order.expected_authorities.emplace_back(read_certificate(certificate_of(workspace, *anchor)).subject);
  return order;
}

std::optional<HostedEndpoint> declared_endpoint(const Workspace& workspace, std::string_view url) {
  for (auto& endpoint : all_records<HostedEndpoint>(workspace))
    if (endpoint.url == url) return std::move(endpoint);
  return std::nullopt;
}

EndpointRun record_endpoint_run(Change& change, const HostedEndpoint& endpoint, const EndpointReport& report) {
  EndpointRun run;
  run.reference = RecordMemory::of(change.workspace()).references(EndpointRun::type().kind).next("EP");
  run.endpoint = endpoint.reference;
  run.url = endpoint.url;
  run.moment = change.acting().at.iso();
  run.verdict = verdict_of(report);
  run.findings = static_cast<std::int64_t>(report.conclusion.findings.size());
  run.report = store_document_bytes(change, endpoint_report_text(report)).digest.hex();
  return add_record(change, run);
}

EndpointReport report_of(const Workspace& workspace, const EndpointRun& run) {
  const auto digest = Digest::parse(run.report);
  if (!digest) refuse_damaged(run);
  std::string text;
  try {
    read_document(workspace, *digest, [&](std::string_view piece) {
      if (text.size() + piece.size() <= largest_report) text += piece;
    });
  } catch (const Problem&) { refuse_damaged(run); }
  if (digest_of(text) != *digest) refuse_damaged(run);
  return parse_endpoint_report(text, run.reference);
}

} // namespace hdskit
