#include "toolkit/access/access_monitoring.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

#include <algorithm>

namespace hdskit {
namespace {

using State = AccessLine::State;
constexpr std::string_view state_words[] = {"OK", "WARNING", "CRITICAL", "UNKNOWN"};

/// Nagios numbers unknown above critical; here what is known to be wrong says more than what is not known.
int gravity(State state) {
  constexpr int of[] = {0, 1, 3, 2};
  return of[static_cast<int>(state)];
}
void worsen(State& state, State other) {
  if (gravity(other) > gravity(state)) state = other;
}

/// One line, and no bar, which begins the figures.
std::string harmless(std::string_view text) {
  std::string line{text};
  std::ranges::replace_if(
      line, [](unsigned char c) { return c < 0x20 || c == 0x7F; }, ' ');
  return replaced(std::move(line), "|", "/");
}

AccessLine line_of(State state, const std::string& sentence, const std::string& figures = {}) {
  auto text = "HDSKIT " + std::string{state_words[static_cast<int>(state)]} + " - " + harmless(sentence);
  if (!figures.empty()) text += " |" + figures;
  return {state, text};
}

/// 'label'=value;warning;critical;least: any above nought is one too many.
template <typename Number> std::string figure(const char* label, Number value, const char* limits) {
  return " '" + std::string{label} + "'=" + std::to_string(value) + ";" + limits;
}

std::string figures_of(const PopulationCounts& counts) {
  return figure("certificates", counts.certificates, ";;0") + figure("good", counts.good, ";;0") + figure("revoked", counts.revoked, ";0;0") +
         figure("expired", counts.expired, ";0;0") + figure("untrusted", counts.untrusted, ";0;0") + figure("unknown", counts.unknown, "0;;0") +
         figure("expiring", counts.expiring, "0;;0");
}

State state_of(const PopulationCounts& counts, std::size_t findings) {
  if (counts.revoked + counts.expired + counts.untrusted > 0) return State::critical;
  if (counts.certificates == 0 || counts.unknown > 0) return State::unknown;
  return counts.expiring + counts.refused + counts.not_yet_valid + findings > 0 ? State::warning : State::ok;
}

PopulationCounts counts_of(const PopulationRun& run) {
  const auto number = [](std::int64_t count) { return static_cast<std::uint64_t>(std::max<std::int64_t>(count, 0)); };
  PopulationCounts counts;
  counts.certificates = number(run.certificates);
  counts.good = number(run.good);
  counts.revoked = number(run.revoked);
  counts.expired = number(run.expired);
  counts.not_yet_valid = number(run.not_yet_valid);
  counts.untrusted = number(run.untrusted);
  counts.unknown = number(run.unknown);
  counts.expiring = number(run.expiring);
  return counts;
}

std::string sentence_of(const PopulationCounts& counts) {
  const auto number = [](std::uint64_t count) { return std::to_string(count); };
  return tr("{1} of {2} certificates good; {3} revoked, {4} expired, {5} untrusted, {6} unknown, {7} expiring soon",
            {number(counts.good), number(counts.certificates), number(counts.revoked), number(counts.expired), number(counts.untrusted), number(counts.unknown),
             number(counts.expiring)});
}

State state_of(EndpointStanding standing) {
  switch (standing) {
    case EndpointStanding::fine: return State::ok;
    case EndpointStanding::due_soon: return State::warning;
    case EndpointStanding::inconclusive: return State::unknown;
    default: return State::critical;
  }
}

/// What the last check of certificates says, and whether it may still be said.
void judge_population(const AccessStanding& standing, Date today, State& state, std::vector<std::string>& sentences, std::string& figures) {
  if (!standing.population) return;
  const auto& run = *standing.population;
  const auto counts = counts_of(run);
  const auto moment = Instant::parse(run.moment);
  worsen(state, state_of(counts, run.findings.size()));
  sentences.push_back(sentence_of(counts));
  figures += figures_of(counts);
  if (moment && days_between(moment->utc_date(), today) <= standing.population_days) return;
  worsen(state, State::critical);
  sentences.push_back(tr("the last check of certificates, {1} of {2}, is too old", {run.reference, run.moment}));
}

} // namespace

AccessLine certificates_line(const PopulationCounts& counts, std::size_t findings) {
  auto sentence = sentence_of(counts);
  if (findings > 0) sentence += "; " + tr("{1} findings about authorities, lists and files", {std::to_string(findings)});
  return line_of(state_of(counts, findings), sentence, figures_of(counts));
}

AccessLine endpoint_line(const std::string& name, const EndpointReport& report) {
  const auto& conclusion = report.conclusion;
  const auto figures = figure("findings", conclusion.findings.size(), ";0;0") + figure("cases", report.cases.size(), ";;0");
  if (!conclusion.findings.empty()) {
    std::vector<std::string> ids;
    for (const auto& finding : conclusion.findings) ids.push_back(finding.id);
    return line_of(conclusion.conclusive ? State::critical : State::unknown, tr("{1}: {2}", {name, joined(ids, ", ")}), figures);
  }
  if (!conclusion.conclusive) return line_of(State::unknown, tr("{1}: nothing is concluded, the valid certificate was not let in", {name}), figures);
  return line_of(State::ok, tr("{1}: it lets in whom it should, and nobody else", {name}), figures);
}

AccessLine access_line(const AccessStanding& standing, Date today) {
  if (!standing.population && standing.endpoints.empty()) return unknown_access_line(tr("No check of access is recorded: nothing is known."));
  auto state = State::ok;
  std::vector<std::string> sentences;
  std::string figures;
  judge_population(standing, today, state, sentences, figures);
  std::size_t fine = 0;
  for (const auto& endpoint : standing.endpoints) {
    const auto own = state_of(endpoint.standing);
    worsen(state, own);
    if (own == State::ok) ++fine;
    else sentences.push_back(tr("{1}: {2}", {endpoint.endpoint, endpoint.sentence}));
  }
  if (!standing.endpoints.empty()) {
    sentences.push_back(tr("{1} of {2} endpoints as they should be", {std::to_string(fine), std::to_string(standing.endpoints.size())}));
    figures += figure("endpoints_fine", fine, (";;0;" + std::to_string(standing.endpoints.size())).c_str());
  }
  for (const auto& finding : standing.lists) {
    worsen(state, State::unknown);
    sentences.push_back(finding);
  }
  return line_of(state, joined(sentences, "; "), figures);
}

AccessLine unknown_access_line(std::string_view reason) { return line_of(State::unknown, std::string{reason}); }

} // namespace hdskit
