#include "toolkit/dossier/backup_gaps.hpp"

#include "toolkit/base/translate.hpp"
#include "toolkit/continuity/dependency_graph.hpp"
#include "toolkit/organisation/by_reference.hpp"

#include <algorithm>

namespace hdskit {
namespace {

bool saves(const BackupSource& source, const HostedService& service, const DependencyGraph& graph) {
  if (!source.service.empty() && reference_key(source.service) == reference_key(service.code)) return true;
  if (source.arrangement.empty()) return false;
  const auto from = graph.find(service.code), to = graph.find(source.arrangement);
  return from != DependencyGraph::none && to != DependencyGraph::none && !graph.path(from, to).empty();
}

} // namespace

std::vector<std::string> vital_services_without_source(const DossierInput& input) {
  std::vector<std::string> codes;
  const DependencyGraph graph{input.continuity};
  for (const auto& service : input.organisation.services)
    if (service.criticality == Criticality::vital &&
        std::ranges::none_of(input.backups.sources, [&](const BackupSource& source) { return saves(source, service, graph); }))
      codes.push_back(service.code);
  return codes;
}

std::vector<Gap> backup_gaps(const DossierInput& input, Date day) {
  std::vector<Gap> gaps;
  for (const auto& fault : input.backup_chain.faults) gaps.push_back({"restore-tests", GapKind::chain_broken, tr("Chain of restore tests: {1}", {fault})});
  if (input.backups.sources.empty()) return gaps;
  for (const auto& source : input.backups.sources) {
    const auto standing = standing_of_source(source, input.backups.runs, day);
    const auto sentence = tr("Backup source {1}: {2}", {source.reference, standing.sentence});
    if (standing.state == ProofState::failing) gaps.push_back({source.reference, GapKind::backup_failing, sentence});
    if (standing.state == ProofState::never || standing.state == ProofState::overdue) gaps.push_back({source.reference, GapKind::backup_unproven, sentence});
  }
  for (const auto& code : vital_services_without_source(input))
    gaps.push_back({code, GapKind::backup_missing, tr("The vital service {1} has no backup source: nothing tests that it can be restored.", {code})});
  return gaps;
}

} // namespace hdskit
