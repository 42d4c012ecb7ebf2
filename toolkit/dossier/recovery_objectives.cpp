#include "toolkit/base/text.hpp"
#include "toolkit/continuity/dependency_graph.hpp"
#include "toolkit/dossier/file_restore_test.hpp"
#include "toolkit/organisation/by_reference.hpp"

#include <algorithm>

namespace hdskit {
namespace {

/// A promise with whose it is.
struct Promise {
  std::optional<Minutes> length;
  std::string origin;

  void tighten(const std::optional<Minutes>& other, const std::string& other_origin) {
    if (!other || (length && *length <= *other)) return;
    length = other;
    origin = other_origin;
  }
};

std::string way_text(const DependencyGraph& graph, const std::vector<std::size_t>& way) {
  std::vector<std::string> references;
  for (const auto node : way) references.push_back(graph.nodes()[node].reference);
  return joined(references, " → ");
}

/// The tightest promises above what the source saves.
void inherit(const BackupSource& source, const Continuity& continuity, Promise& rto, Promise& rpo) {
  const DependencyGraph graph{continuity};
  const auto inherited = inherited_objectives(graph, continuity);
  for (const auto& reference : {source.arrangement, source.service}) {
    const auto node = reference.empty() ? DependencyGraph::none : graph.find(reference);
    if (node == DependencyGraph::none) continue;
    rto.tighten(inherited[node].rto, way_text(graph, way_of_rto(graph, inherited, node)));
    rpo.tighten(inherited[node].rpo, way_text(graph, way_of_rpo(graph, inherited, node)));
  }
}

} // namespace

RecoveryObjectives objectives_of(const BackupSource& source, const Continuity& continuity) {
  const auto own = "source " + source.reference;
  Promise rto{source.rto, own}, rpo{source.rpo, own};
  const auto key = reference_key(source.service);
  const auto service = std::ranges::find_if(continuity.services, [&](const HostedService& one) { return !key.empty() && reference_key(one.code) == key; });
  if (service != continuity.services.end()) {
    const auto origin = "service hébergé " + service->code;
    if (!rto.length) rto = {service->rto, origin};
    if (!rpo.length) rpo = {service->rpo, origin};
  }
  Promise inherited_rto, inherited_rpo;
  if (!rto.length || !rpo.length) inherit(source, continuity, inherited_rto, inherited_rpo);
  if (!rto.length) rto = inherited_rto;
  if (!rpo.length) rpo = inherited_rpo;
  return {.rto = rto.length, .rpo = rpo.length, .rto_origin = rto.origin, .rpo_origin = rpo.origin};
}

} // namespace hdskit
