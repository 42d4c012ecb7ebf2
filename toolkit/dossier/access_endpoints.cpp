#include "toolkit/base/text.hpp"
#include "toolkit/dossier/access_chapter.hpp"
#include "toolkit/dossier/continuity_chapter.hpp"
#include "toolkit/dossier/item_words.hpp"
#include "toolkit/dossier/restore_words.hpp"
#include "toolkit/organisation/by_reference.hpp"

#include <algorithm>

namespace hdskit::chapters {
namespace {

const char* standing_text(EndpointStanding standing) {
  switch (standing) {
    case EndpointStanding::fine: return "✔ conforme";
    case EndpointStanding::due_soon: return "✔ conforme, à contrôler bientôt";
    case EndpointStanding::overdue: return "▲ contrôle trop ancien";
    case EndpointStanding::never: return "✖ jamais contrôlé";
    case EndpointStanding::inconclusive: return "▲ contrôle non concluant";
    case EndpointStanding::faulty: break;
  }
  return "✖ en défaut";
}

const char* seen_text(EndpointSeen seen) {
  switch (seen) {
    case EndpointSeen::accepted: return "accepté";
    case EndpointSeen::refused: return "refusé";
    case EndpointSeen::not_offered: return "protocole non offert";
    case EndpointSeen::unreachable: return "injoignable";
    case EndpointSeen::undetermined: break;
  }
  return "indéterminé";
}

/// The name of a case as it is printed; one that a person named keeps its name.
std::string case_text(const EndpointCase& one) {
  static constexpr std::pair<std::string_view, const char*> names[] = {{"valid", "Carte valide (témoin)"},
                                                                       {"no_certificate", "Sans certificat"},
                                                                       {"forged_headers", "En-têtes de mandataire contrefaits"},
                                                                       {"resumed_session", "Session reprise sans certificat"},
                                                                       {"old_protocol", "Protocole antérieur à TLS 1.2"},
                                                                       {"weak_cipher", "Chiffrement faible"},
                                                                       {"authenticated_ciphers", "Chiffrement authentifié seulement"}};
  const auto found = std::ranges::find(names, std::string_view{one.name}, &std::pair<std::string_view, const char*>::first);
  return one.given || found == std::end(names) ? "Cas « " + one.name + " »" : found->second;
}

const EndpointRun* newest_run(const AccessRecords& access, const HostedEndpoint& endpoint) {
  const EndpointRun* newest = nullptr;
  for (const auto& run : access.endpoint_runs)
    if (reference_key(run.endpoint) == reference_key(endpoint.reference)) newest = &run;
  return newest;
}

Words::List case_rows(const EndpointReport& report) {
  Words::List rows;
  for (const auto& one : report.cases) {
    const bool as_expected = one.seen == one.expected || one.seen == EndpointSeen::not_offered;
    rows.push_back(Words{}
                       .set("case", case_text(one))
                       .set("protocol", one.protocol)
                       .set("expected", seen_text(one.expected))
                       .set("seen", std::string{as_expected                              ? "✔ "
                                                : one.seen == EndpointSeen::undetermined ? "▲ "
                                                                                         : "✖ "} +
                                        seen_text(one.seen))
                       .set("evidence", or_dash(one.evidence)));
  }
  return rows;
}

Words::List fault_rows(const std::vector<EndpointFinding>& findings) {
  Words::List rows;
  for (const auto& finding : findings) rows.push_back(Words{}.set("sentence", finding.sentence).set("evidence", or_dash(finding.evidence)));
  return rows;
}

/// One endpoint whose last report can be told case by case.
Words matrix_words(const ChapterInput& input, const HostedEndpoint& endpoint, const EndpointRun& run, const EndpointReport& report, std::size_t rank) {
  auto faults = fault_rows(report.conclusion.findings);
  auto remarks = fault_rows(report.conclusion.remarks);
  const bool any_fault = !faults.empty(), any_remark = !remarks.empty();
  const auto moment = Instant::parse(run.moment);
  Words words;
  words.set("rank", std::to_string(rank))
      .set("reference", endpoint.reference)
      .set("run", run.reference)
      .set("run_day", moment ? date_text(moment->utc_date()) : "–")
      .set("document", run.evidence.empty() ? "–" : document_link(input, run.evidence))
      .flag("conclusive", report.conclusion.conclusive)
      .list("cases", case_rows(report))
      .flag("has_faults", any_fault)
      .list("faults", std::move(faults))
      .flag("has_remarks", any_remark)
      .list("remarks", std::move(remarks));
  return words;
}

} // namespace

Words endpoint_words(const ChapterInput& input) {
  const auto& access = input.facts.access;
  Words::List endpoints, matrices;
  std::int64_t fine = 0;
  for (const auto& endpoint : access.endpoints) {
    const auto state = standing_of_endpoint(endpoint, access.endpoint_runs, input.day);
    fine += state.standing == EndpointStanding::fine || state.standing == EndpointStanding::due_soon;
    endpoints.push_back(Words{}
                            .set("reference", endpoint.reference)
                            .set("service", or_dash(endpoint.service))
                            .set("url", endpoint.url)
                            .set("ownership", or_dash(endpoint.ownership))
                            .set("state_text", standing_text(state.standing))
                            .set("last_text", short_date(state.last_check))
                            .set("next_text", short_date(state.next_check))
                            .set("sentence", state.sentence));
    const auto* run = newest_run(access, endpoint);
    if (!run) continue;
    const auto report = input.facts.endpoint_reports.find(run->reference);
    if (report != input.facts.endpoint_reports.end()) matrices.push_back(matrix_words(input, endpoint, *run, report->second, matrices.size() + 1));
  }
  const bool any = !endpoints.empty(), any_matrix = !matrices.empty();
  Words words;
  words.set("endpoint_count", french_number(static_cast<std::int64_t>(endpoints.size())))
      .set("fine_count", french_number(fine))
      .flag("has_endpoints", any)
      .list("endpoints", std::move(endpoints))
      .flag("has_matrices", any_matrix)
      .list("matrices", std::move(matrices));
  return words;
}

} // namespace hdskit::chapters
