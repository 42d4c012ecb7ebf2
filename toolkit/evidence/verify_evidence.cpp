#include "toolkit/evidence/verify_evidence.hpp"

#include "toolkit/base/translate.hpp"
#include "toolkit/evidence/evidence_store.hpp"

namespace hdskit {
namespace {

Finding judge_bytes(const Workspace& workspace, const Evidence& evidence) {
  const auto digest = Digest::parse(evidence.digest);
  const auto state = digest ? document_state(workspace, *digest) : DocumentState::altered;
  switch (state) {
    case DocumentState::intact: return {"evidence-intact", evidence.code, Verdict::met, tr("“{1}”: every byte is as it was filed.", {evidence.title})};
    case DocumentState::altered:
      return {"evidence-altered", evidence.code, Verdict::not_met,
              tr("“{1}” has changed since it was filed: its SHA-256 digest is no longer the recorded one.", {evidence.title})};
    case DocumentState::vanished: return {"evidence-vanished", evidence.code, Verdict::not_met, tr("“{1}” is no longer in the vault.", {evidence.title})};
  }
  return {};
}

} // namespace

std::vector<Finding> verify_evidence(const Workspace& workspace, Date today, const Progress& progress) {
  std::vector<Finding> findings;
  const auto all = all_evidence(workspace);
  for (std::size_t i = 0; i < all.size(); ++i) {
    progress.stop_if_cancelled();
    progress.tell(tr("Re-reading documents"), i, all.size());
    findings.push_back(judge_bytes(workspace, all[i]));
    if (all[i].valid_until && *all[i].valid_until < today)
      findings.push_back({"evidence-expired", all[i].code, Verdict::at_risk, tr("“{1}” expired on {2}.", {all[i].title, tr_date(*all[i].valid_until)})});
  }
  progress.tell(tr("Re-reading documents"), all.size(), all.size());
  return findings;
}

} // namespace hdskit
