#include "toolkit/dossier/annex_plan.hpp"

#include "toolkit/dossier/citation.hpp"
#include "toolkit/dossier/dossier_index.hpp"

#include <algorithm>
#include <unordered_set>

namespace hdskit {
namespace {

bool is_printable(const Evidence& evidence) {
  return evidence.media_type == "application/pdf" || evidence.media_type == "image/png" || evidence.media_type == "image/jpeg";
}

} // namespace

std::vector<PlannedAnnex> plan_annexes(const DossierInput& input) {
  std::vector<PlannedAnnex> plan;
  std::unordered_set<const Evidence*> placed;
  const DossierIndex index{input};
  const auto place = [&](const Evidence* evidence) {
    if (!evidence || !input.stored_digests.contains(evidence->digest)) return;
    if (!placed.insert(evidence).second) return;
    plan.push_back({static_cast<int>(plan.size()) + 1, evidence, is_printable(*evidence)});
  };
  for (const auto* item : index.items_in_order()) {
    if (const auto* answer = index.answer_to(item->id))
      for (const auto& citation : citations_in(answer->statement)) place(index.evidence_coded(citation.code));
    for (const auto* evidence : index.evidence_for(item->id)) place(evidence);
  }
  for (const auto& mandate : input.organisation.mandates) place(index.evidence_coded(mandate.letter));
  std::vector<const Evidence*> rest;
  for (const auto& evidence : input.evidence) rest.push_back(&evidence);
  std::ranges::sort(rest, {}, &Evidence::code);
  for (const auto* evidence : rest) place(evidence);
  return plan;
}

} // namespace hdskit
