#include "gui/presenter/evidence_check.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/evidence/evidence_store.hpp"
#include "toolkit/evidence/verify_evidence.hpp"

#include <algorithm>

namespace hdskit::gui {
namespace {

EvidenceChecks::State state_of(const Finding& finding) {
  using State = EvidenceChecks::State;
  if (finding.rule == "evidence-intact") return State::intact;
  if (finding.rule == "evidence-altered") return State::altered;
  if (finding.rule == "evidence-vanished") return State::vanished;
  return State::not_checked;
}

std::string counted(const std::vector<Finding>& findings) {
  const auto with = [&](std::string_view rule) { return static_cast<std::int64_t>(std::ranges::count(findings, rule, &Finding::rule)); };
  const auto intact = with("evidence-intact"), altered = with("evidence-altered"), vanished = with("evidence-vanished"), expired = with("evidence-expired");
  std::vector<std::string> parts{trn("{1} document is as it was filed", "{1} documents are as they were filed", intact)};
  if (altered > 0) parts.push_back(trn("✖ {1} was altered", "✖ {1} were altered", altered));
  if (vanished > 0) parts.push_back(trn("✖ {1} has vanished", "✖ {1} have vanished", vanished));
  if (expired > 0) parts.push_back(trn("⚠ {1} has expired", "⚠ {1} have expired", expired));
  return joined(parts, ". ") + ".";
}

} // namespace

EvidenceChecks::State EvidenceChecks::state(const Evidence& evidence) const {
  const auto found = by_code_.find(evidence.code);
  return found == by_code_.end() || found->second.digest != evidence.digest ? State::not_checked : found->second.state;
}

Cell EvidenceChecks::cell(const Evidence& evidence) const {
  switch (state(evidence)) {
    case State::intact: return {"✔ " + tr("intact"), Tone::good};
    case State::altered: return {"✖ " + tr("altered"), Tone::bad};
    case State::vanished: return {"✖ " + tr("vanished"), Tone::bad};
    case State::not_checked: break;
  }
  return {};
}

std::vector<std::string> EvidenceChecks::damaged() const {
  std::vector<std::string> codes;
  for (const auto& [code, checked] : by_code_)
    if (checked.state == State::altered || checked.state == State::vanished) codes.push_back(code);
  return codes;
}

EvidenceChecks check_evidence(const Workspace& workspace, Date today, const Progress& progress) {
  EvidenceChecks checks;
  // Described first: a document that is replaced during the check has another digest than the one noted here, and counts as not checked.
  for (const auto& evidence : all_evidence(workspace)) checks.by_code_[evidence.code].digest = evidence.digest;
  const auto findings = verify_evidence(workspace, today, progress);
  for (const auto& finding : findings)
    if (const auto state = state_of(finding); state != EvidenceChecks::State::not_checked) checks.by_code_[finding.subject].state = state;
  checks.summary_ = counted(findings);
  checks.done_ = true;
  return checks;
}

} // namespace hdskit::gui
