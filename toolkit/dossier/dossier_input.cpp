#include "toolkit/dossier/dossier_input.hpp"

#include "toolkit/access/endpoint_report_json.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/continuity/continuity_store.hpp"
#include "toolkit/dossier/citation.hpp"
#include "toolkit/evidence/evidence_store.hpp"
#include "toolkit/organisation/by_reference.hpp"
#include "toolkit/procedure/procedure_store.hpp"
#include "toolkit/requirements/answer_store.hpp"
#include "toolkit/requirements/framework_store.hpp"
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

/// What serves another framework that the workspace follows, and nothing of this one, belongs into the dossier of that one.
void leave_out_evidence_of_others(const Workspace& workspace, DossierInput& input) {
  if (followed_frameworks(workspace).empty()) return;
  std::set<std::string> here, elsewhere, cited;
  for (const auto& item : input.checklist.items) here.insert(folded(item.id));
  for (const auto& checklist : all_checklists(workspace))
    for (const auto& item : checklist.items) elsewhere.insert(folded(item.id));
  for (const auto& answer : input.answers)
    if (here.contains(folded(answer.item)))
      for (const auto& citation : citations_in(answer.statement)) cited.insert(folded(citation.code));
  for (const auto& mandate : input.organisation.mandates) cited.insert(folded(mandate.letter));
  const auto serves = [](const Evidence& evidence, const std::set<std::string>& items) {
    return std::ranges::any_of(evidence.requirements, [&](const std::string& item) { return items.contains(folded(item)); });
  };
  std::erase_if(input.evidence,
                [&](const Evidence& evidence) { return serves(evidence, elsewhere) && !serves(evidence, here) && !cited.contains(folded(evidence.code)); });
}

std::optional<Checklist> statement_of_applicability(const Workspace& workspace) {
  for (auto& checklist : all_checklists(workspace))
    if (!checklist.items.empty() && std::ranges::all_of(checklist.items, &Item::choosable)) return std::move(checklist);
  return std::nullopt;
}

/// What a report cannot tell any more is told by its record: verdict and number of faults.
void read_endpoint_reports(const Workspace& workspace, DossierInput& input) {
  constexpr std::size_t report_limit = 1u << 20;
  std::map<std::string, const EndpointRun*> newest;
  for (const auto& run : input.access.endpoint_runs) newest[reference_key(run.endpoint)] = &run;
  for (const auto& [endpoint, run] : newest) {
    const auto digest = Digest::parse(run->report);
    if (!digest || document_state(workspace, *digest) != DocumentState::intact) continue;
    std::string text;
    read_document(workspace, *digest, [&](std::string_view piece) { text += text.size() > report_limit ? std::string_view{} : piece; });
    try {
      input.endpoint_reports.emplace(run->reference, parse_endpoint_report(text, run->reference));
    } catch (const Problem&) { continue; }
  }
}

} // namespace

bool is_about_hosting(const Checklist& checklist) { return checklist.id.starts_with("agrement") || checklist.id.starts_with("hds-"); }

DossierInput read_dossier_input(const Workspace& workspace, std::string_view framework) {
  const Snapshot snapshot{workspace.dialect()}; // one state for all of it, while others may be changing the answers
  DossierInput input{framework_checklist(workspace, framework),
                     read_organisation(workspace),
                     all_answers(workspace),
                     all_evidence(workspace),
                     {},
                     all_procedures(workspace),
                     read_study(workspace),
                     study_versions(workspace),
                     read_continuity(workspace)};
  for (const auto& row : workspace.read("select digest from document")) input.stored_digests.insert(row[0]);
  input.backups = read_backups(workspace);
  input.backup_chain = examine_chain(workspace);
  input.access = read_access(workspace);
  read_endpoint_reports(workspace, input);
  input.certification = read_certification(workspace);
  input.habilitation = read_habilitation(workspace);
  input.applicability = statement_of_applicability(workspace);
  leave_out_followed_reports(input);
  leave_out_evidence_of_others(workspace, input);
  return input;
}

} // namespace hdskit
