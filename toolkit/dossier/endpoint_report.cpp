#include "toolkit/dossier/endpoint_report.hpp"

#include "toolkit/access/endpoint_run.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/organisation/by_reference.hpp"
#include "toolkit/organisation/organisation_store.hpp"
#include "toolkit/page/pdf_writer.hpp"

#include <algorithm>

namespace hdskit {
namespace {

using page::Block;
using page::Inline;
using page::Inlines;
using page::Paragraph;
using Cells = std::vector<Inlines>;

Inlines words(const std::string& text) { return {{.kind = Inline::Kind::text, .text = text, .target = {}}}; }
Inlines code(const std::string& text) { return {{.kind = Inline::Kind::text, .text = text, .code = true, .target = {}}}; }
Block heading(const std::string& text, int level = 2) { return {page::Heading{.level = level, .text = words(text), .anchor = {}, .numbered = false}}; }
Block paragraph(const std::string& text, Paragraph::Style style = Paragraph::Style::body) { return {Paragraph{.style = style, .text = words(text)}}; }

Block table(const std::vector<double>& weights, const Cells& header, const std::vector<Cells>& rows) {
  const auto row_of = [](const Cells& cells) {
    std::vector<page::TableCell> row;
    for (const auto& cell : cells) row.push_back({.text = cell, .columns = 1, .fill = {}, .row_header = row.empty()});
    return row;
  };
  page::Table made;
  for (const auto weight : weights) made.columns.push_back({.align = page::TableColumn::Align::left, .weight = weight});
  made.header.push_back(row_of(header));
  for (const auto& row : rows) made.rows.push_back(row_of(row));
  return {std::move(made)};
}

std::string case_text(const std::string& name) {
  static constexpr std::pair<std::string_view, const char*> names[] = {{"valid", marked("valid card (control)")},
                                                                       {"no_certificate", marked("no certificate")},
                                                                       {"forged_headers", marked("forged proxy headers")},
                                                                       {"resumed_session", marked("resumed session, without a card")},
                                                                       {"old_protocol", marked("protocols that are too old")},
                                                                       {"weak_cipher", marked("weak cipher suites")},
                                                                       {"authenticated_ciphers", marked("authenticated cipher suites")},
                                                                       {"revoked", marked("revoked card")},
                                                                       {"expired", marked("expired card")},
                                                                       {"signature", marked("signature certificate")},
                                                                       {"self_signed", marked("self-signed certificate")},
                                                                       {"other_authority", marked("other authority of the same name")},
                                                                       {"test_hierarchy", marked("card of the test hierarchy")},
                                                                       {"organisation", marked("certificate of an organisation")}};
  const auto found = std::ranges::find(names, std::string_view{name}, &std::pair<std::string_view, const char*>::first);
  return found == std::end(names) ? name : tr(found->second);
}

std::string seen_text(EndpointSeen seen) {
  switch (seen) {
    case EndpointSeen::accepted: return tr("accepted");
    case EndpointSeen::refused: return tr("refused");
    case EndpointSeen::not_offered: return tr("not spoken");
    case EndpointSeen::unreachable: return tr("unreachable");
    case EndpointSeen::undetermined: break;
  }
  return tr("not to be told");
}

std::string judged_text(const EndpointCase& one) {
  const bool told = one.seen == EndpointSeen::accepted || one.seen == EndpointSeen::refused;
  const bool right = one.seen == one.expected || one.seen == EndpointSeen::not_offered;
  return std::string{right ? "✔ " : told ? "✖ " : "▲ "} + seen_text(one.seen);
}

const char* verdict_sentence(const EndpointConclusion& conclusion) { // marked messages
  if (!conclusion.conclusive) return marked("▲ Nothing is concluded: the valid card was not let in, so that no refusal proves anything.");
  return conclusion.findings.empty() ? marked("✔ The application lets in whom it should, and nobody else of those who were tried.")
                                     : marked("✖ The application does not do what it should: see the findings.");
}

std::string control_sentence(const EndpointReport& report) {
  std::vector<std::string> protocols;
  for (const auto& one : report.cases)
    if (one.name == "valid" && one.seen == EndpointSeen::accepted) protocols.push_back(one.protocol);
  return protocols.empty() ? tr("Positive control: the valid card was never let in.")
                           : tr("Positive control: the valid card was let in over {1}.", {joined(protocols, ", ")});
}

void add_findings(page::Blocks& blocks, const std::string& title, const std::vector<EndpointFinding>& findings) {
  if (findings.empty()) return;
  std::vector<Cells> rows;
  for (const auto& finding : findings) rows.push_back({words(finding.sentence), words(finding.evidence.empty() ? "–" : finding.evidence)});
  blocks.push_back(heading(title));
  blocks.push_back(table({3, 2}, {words(tr("Finding")), words(tr("Evidence"))}, rows));
}

void add_cases(page::Blocks& blocks, const EndpointReport& report) {
  std::vector<Cells> rows;
  for (const auto& one : report.cases)
    rows.push_back({words(case_text(one.name)), words(one.protocol), words(seen_text(one.expected)), words(judged_text(one)),
                    words(one.evidence.empty() ? "–" : one.evidence)});
  blocks.push_back(heading(tr("What was tried, and what was seen")));
  blocks.push_back(
      table({4, 1.6, 2, 2.2, 5}, {words(tr("Visitor")), words(tr("Protocol")), words(tr("Expected")), words(tr("Seen")), words(tr("Evidence"))}, rows));
}

void add_certificates(page::Blocks& blocks, const EndpointReport& report) {
  blocks.push_back(heading(tr("Certificates that were shown")));
  if (report.certificates.empty()) return blocks.push_back(paragraph(tr("The report keeps no digest of them.")));
  std::vector<Cells> rows;
  for (const auto& one : report.certificates) rows.push_back({words(case_text(one.name)), code(one.sha256)});
  blocks.push_back(table({1, 3}, {words(tr("Visitor")), words(tr("SHA-256 of the certificate"))}, rows));
}

} // namespace

page::Document compose_endpoint_report(const HostedEndpoint& endpoint, const EndpointRun& run, const EndpointReport& report, const std::string& hospital,
                                       Date day) {
  const auto title = tr("Check {1} of the endpoint {2}", {run.reference, run.endpoint});
  const auto moment = Instant::parse(run.moment);
  const bool french = current_language() == Language::french;
  const auto date = moment ? french ? moment->utc_date().french() : moment->utc_date().iso() : run.moment;
  page::Document document{.metadata = {.title = title,
                                       .subject = tr("What a hosted application really lets in"),
                                       .author = hospital,
                                       .keywords = run.reference + ", " + run.endpoint,
                                       .language = french ? "fr-FR" : "en-GB",
                                       .created = Instant::at_midnight(day)}};
  document.header_left = hospital;
  document.header_right = title;
  document.footer_left = french ? day.french() : day.iso();
  auto& blocks = document.blocks;
  blocks.push_back(heading(title, 1));
  blocks.push_back(paragraph(tr(verdict_sentence(report.conclusion)), Paragraph::Style::lead));
  blocks.push_back(paragraph(control_sentence(report)));
  std::vector<Cells> facts{{words(tr("Address")), words(run.url)}, {words(tr("Day of the check")), words(date)}};
  if (!endpoint.service.empty()) facts.push_back({words(tr("Hosted service")), words(endpoint.service)});
  if (!endpoint.ownership.empty()) facts.push_back({words(tr("Declared the hospital’s own")), words(endpoint.ownership)});
  facts.push_back({words(tr("Digest of the report (SHA-256)")), code(run.report)});
  blocks.push_back(table({1, 3}, {words(tr("Subject")), words(tr("Value"))}, facts));
  add_findings(blocks, tr("Findings"), report.conclusion.findings);
  add_findings(blocks, tr("Remarks"), report.conclusion.remarks);
  add_cases(blocks, report);
  add_certificates(blocks, report);
  return document;
}

std::string endpoint_report_pdf(const Workspace& workspace, const EndpointRun& run, Date day) {
  const auto entities = read_organisation(workspace).entities;
  const auto host = std::ranges::find(entities, EntityRole::host, &LegalEntity::role);
  const auto endpoints = read_access(workspace).endpoints;
  const auto endpoint = std::ranges::find_if(endpoints, [&](const HostedEndpoint& one) { return reference_key(one.reference) == reference_key(run.endpoint); });
  const ScratchFolder folder;
  const auto file = folder.path() / "endpoint.pdf";
  page::write_pdf(compose_endpoint_report(endpoint == endpoints.end() ? HostedEndpoint{} : *endpoint, run, report_of(workspace, run),
                                          host == entities.end() ? tr("Host") : host->name, day),
                  file);
  return read_file(file);
}

} // namespace hdskit
