#include "toolkit/dossier/annex_plan.hpp"

#include "toolkit/dossier/citation.hpp"
#include "toolkit/dossier/plan_order.hpp"

#include <algorithm>

namespace hdskit {
namespace {

bool is_printable(const Evidence& evidence) {
  return evidence.media_type == "application/pdf" || evidence.media_type == "image/png" || evidence.media_type == "image/jpeg";
}

} // namespace

std::vector<PlannedAnnex> plan_annexes(const DossierInput& input) {
  std::vector<PlannedAnnex> plan;
  const auto place = [&](const Evidence* evidence) {
    if (!evidence || !input.stored_digests.contains(evidence->digest)) return;
    if (std::ranges::find(plan, evidence, &PlannedAnnex::evidence) != plan.end()) return;
    plan.push_back({static_cast<int>(plan.size()) + 1, evidence, is_printable(*evidence)});
  };
  for (const auto* item : items_in_order(input.checklist)) {
    if (const auto* answer = input.answer_to(item->id))
      for (const auto& citation : citations_in(answer->statement)) place(input.evidence_coded(citation.code));
    for (const auto* evidence : input.evidence_for(item->id)) place(evidence);
  }
  for (const auto& mandate : input.organisation.mandates) place(input.evidence_coded(mandate.letter));
  std::vector<const Evidence*> rest;
  for (const auto& evidence : input.evidence) rest.push_back(&evidence);
  std::ranges::sort(rest, {}, &Evidence::code);
  for (const auto* evidence : rest) place(evidence);
  return plan;
}

} // namespace hdskit
