#include "toolkit/dossier/dossier_input.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/continuity/continuity_store.hpp"
#include "toolkit/dossier/citation.hpp"
#include "toolkit/evidence/evidence_store.hpp"
#include "toolkit/organisation/by_reference.hpp"
#include "toolkit/procedure/procedure_store.hpp"
#include "toolkit/requirements/answer_store.hpp"
#include "toolkit/risk/study_store.hpp"
#include "toolkit/workspace/dialect.hpp"
#include "toolkit/workspace/document_store.hpp"

#include <algorithm>

namespace hdskit {

const Answer* DossierInput::answer_to(std::string_view item) const {
  const auto found = std::ranges::find(answers, item, &Answer::item);
  return found == answers.end() ? nullptr : &*found;
}

const Evidence* DossierInput::evidence_coded(std::string_view code) const {
  const auto wanted = folded(code);
  for (const auto& piece : evidence)
    if (folded(piece.code) == wanted) return &piece;
  return nullptr;
}

std::vector<const Evidence*> DossierInput::evidence_for(std::string_view item) const {
  std::vector<const Evidence*> linked;
  for (const auto& piece : evidence)
    if (std::ranges::find(piece.requirements, item) != piece.requirements.end()) linked.push_back(&piece);
  std::ranges::sort(linked, {}, &Evidence::code);
  return linked;
}

const LegalEntity* DossierInput::host() const {
  const auto found = std::ranges::find(organisation.entities, EntityRole::host, &LegalEntity::role);
  return found == organisation.entities.end() ? nullptr : &*found;
}

namespace {

/// Codes of the documents that statements cite, letter case aside.
std::set<std::string> cited_codes(const DossierInput& input) {
  std::set<std::string> codes;
  for (const auto& answer : input.answers)
    for (const auto& citation : citations_in(answer.statement)) codes.insert(folded(citation.code));
  return codes;
}

void leave_out_followed_reports(DossierInput& input) {
  std::set<std::string> followed;
  std::set<std::pair<std::string, bool>> seen; // source, whether it was proven
  for (auto run = input.backups.runs.rbegin(); run != input.backups.runs.rend(); ++run) {
    const auto source = reference_key(run->source);
    const bool newest = seen.insert({source, false}).second;
    const bool newest_proof = run->verdict == RunVerdict::proven && seen.insert({source, true}).second;
    if (!newest && !newest_proof) followed.insert(folded(run->evidence));
  }
  if (followed.empty()) return;
  for (const auto& code : cited_codes(input)) followed.erase(code);
  std::erase_if(input.evidence, [&](const Evidence& evidence) { return followed.contains(folded(evidence.code)); });
}

} // namespace

DossierInput read_dossier_input(const Workspace& workspace) {
  const Snapshot snapshot{workspace.dialect()}; // one state for all of it, while others may be changing the answers
  DossierInput input{workspace_checklist(workspace), read_organisation(workspace), all_answers(workspace),    all_evidence(workspace),   {},
                     all_procedures(workspace),      read_study(workspace),        study_versions(workspace), read_continuity(workspace)};
  for (const auto& row : workspace.read("select digest from document")) input.stored_digests.insert(row[0]);
  input.backups = read_backups(workspace);
  input.backup_chain = examine_chain(workspace);
  leave_out_followed_reports(input);
  return input;
}

} // namespace hdskit
