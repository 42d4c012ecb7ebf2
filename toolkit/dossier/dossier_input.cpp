#include "toolkit/dossier/dossier_input.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/continuity/continuity_store.hpp"
#include "toolkit/evidence/evidence_store.hpp"
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

DossierInput read_dossier_input(const Workspace& workspace) {
  const Snapshot snapshot{workspace.dialect()}; // one state for all of it, while others may be changing the answers
  DossierInput input{workspace_checklist(workspace), read_organisation(workspace), all_answers(workspace),    all_evidence(workspace),   {},
                     all_procedures(workspace),      read_study(workspace),        study_versions(workspace), read_continuity(workspace)};
  for (const auto& row : workspace.read("select digest from document")) input.stored_digests.insert(row[0]);
  return input;
}

} // namespace hdskit
