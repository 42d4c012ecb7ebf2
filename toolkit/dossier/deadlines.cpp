#include "toolkit/dossier/deadlines.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/suggestion.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/continuity/continuity_store.hpp"
#include "toolkit/evidence/evidence_store.hpp"
#include "toolkit/procedure/procedure_deadlines.hpp"
#include "toolkit/procedure/procedure_store.hpp"
#include "toolkit/requirements/answer_store.hpp"
#include "toolkit/requirements/framework_store.hpp"
#include "toolkit/risk/study_store.hpp"
#include "toolkit/workspace/dialect.hpp"
#include "toolkit/workspace/settings.hpp"

#include <algorithm>
#include <iterator>
#include <set>

namespace hdskit {
namespace {

/// A document that serves another framework alone is no part of the main dossier, but its last day counts all the same. Reports of restore tests whose place a
/// newer one took stay out: their days have passed over to it.
void add_documents_of_other_frameworks(const Workspace& workspace, DossierInput& input) {
  if (followed_frameworks(workspace).empty()) return;
  std::set<std::string> known;
  for (const auto& evidence : input.evidence) known.insert(folded(evidence.code));
  for (const auto& run : input.backups.runs) known.insert(folded(run.evidence));
  for (auto& evidence : all_evidence(workspace))
    if (!known.contains(folded(evidence.code))) input.evidence.push_back(std::move(evidence));
}

/// Answers need a checklist; the rest does not.
DossierInput read_input(const Workspace& workspace) {
  if (setting(workspace, "checklist")) {
    auto input = read_dossier_input(workspace);
    add_documents_of_other_frameworks(workspace, input);
    return input;
  }
  DossierInput input{{}, read_organisation(workspace), {}, all_evidence(workspace), {}, all_procedures(workspace), read_study(workspace),
                     {}, read_continuity(workspace)};
  input.answers = all_answers(workspace); // of frameworks that are followed without a main checklist
  input.backups = read_backups(workspace);
  input.access = read_access(workspace);
  input.certification = read_certification(workspace);
  input.habilitation = read_habilitation(workspace);
  return input;
}

std::string label_of_role(const std::string& word) {
  for (const auto& role : choices_of(MandateRole{}))
    if (role.word == word) return tr(role.label);
  return word;
}

/// A reference of the risk study or the continuity, which may hold any sign, within a uid; two references never give the same.
std::string uid_part(std::string_view reference) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string part;
  for (const char c : reference) {
    const auto byte = static_cast<unsigned char>(c);
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.') part += c;
    else part += {'_', digits[byte >> 4], digits[byte & 15]};
  }
  return part;
}

struct Name {
  std::string uid, title;
  DeadlineKind kind;
};

Name name_of(const DueDate& due) {
  const auto number = std::to_string(due.record);
  switch (due.kind) {
    case DueKind::evidence_validity: return {"evidence-" + due.subject + "-validity", tr("End of validity of [{1}]", {due.subject}), DeadlineKind::evidence};
    case DueKind::evidence_test: return {"evidence-" + due.subject + "-test", tr("New test of what [{1}] describes", {due.subject}), DeadlineKind::evidence};
    case DueKind::answer: return {"answer-" + due.subject, tr("Answer to {1}", {due.subject}), DeadlineKind::answer};
    case DueKind::mandate:
      return {"mandate-" + number, tr("End of the mandate “{1}” of {2}", {label_of_role(due.subject), due.owner.empty() ? "–" : due.owner}),
              DeadlineKind::mandate};
    case DueKind::contract: return {"contract-" + number, tr("End of the contract {1}", {due.subject}), DeadlineKind::contract};
    case DueKind::subcontractor_contract:
      return {"subcontractor-" + number + "-contract", tr("End of the contract of the subcontractor “{1}”", {due.subject}), DeadlineKind::contract};
    case DueKind::subcontractor_certificate:
      return {"subcontractor-" + number + "-certificate", tr("Expiry of the certificate of “{1}”", {due.subject}), DeadlineKind::certificate};
    case DueKind::measure: return {"measure-" + uid_part(due.subject), tr("Measure {1}: {2}", {due.subject, due.name}), DeadlineKind::measure};
    case DueKind::risk_review:
      return {"risk-" + uid_part(due.subject) + "-review", tr("Review of the risk {1}: {2}", {due.subject, due.name}), DeadlineKind::review};
    case DueKind::strategic_review: return {"risk-study-strategic", tr("Strategic cycle of the risk study"), DeadlineKind::review};
    case DueKind::plan_review:
      return {"plan-" + uid_part(due.subject) + "-review", tr("Review of the plan {1}: {2}", {due.subject, due.name}), DeadlineKind::continuity};
    case DueKind::exercise: return {"exercise-" + uid_part(due.subject), tr("Exercise {1}: {2}", {due.subject, due.name}), DeadlineKind::continuity};
    case DueKind::correction:
      return {"correction-" + uid_part(due.subject), tr("Corrective action {1}: {2}", {due.subject, due.name}), DeadlineKind::continuity};
    case DueKind::component_test:
      return {"component-" + uid_part(due.subject) + "-test", tr("New test of {1}: {2}", {due.subject, due.name}), DeadlineKind::continuity};
    case DueKind::backup_test:
      return {"backup-" + uid_part(due.subject) + "-test", tr("New restore from {1}: {2}", {due.subject, due.name}), DeadlineKind::continuity};
    case DueKind::source_test: return {"source-" + uid_part(due.subject) + "-test", tr("Restore test of {1}", {due.subject}), DeadlineKind::continuity};
    case DueKind::endpoint_test: return {"endpoint-" + uid_part(due.subject) + "-check", tr("Check of the endpoint {1}", {due.subject}), DeadlineKind::access};
    case DueKind::access_campaign:
      return {"campaign-" + uid_part(due.subject), tr("Review of the accounts {1}: {2}", {due.subject, due.name}), DeadlineKind::access};
    case DueKind::access_review: return {"access-review", tr("Yearly review of the accounts"), DeadlineKind::access};
    case DueKind::access_withdrawal: return {"withdrawal-" + uid_part(due.subject), tr("Withdrawal of an access {1}", {due.subject}), DeadlineKind::access};
    case DueKind::nonconformity: return {"nonconformity-" + uid_part(due.subject), tr("Non-conformity {1}", {due.subject}), DeadlineKind::certification};
    case DueKind::certification_audit: return {"audit-" + uid_part(due.subject), tr("Audit {1}: {2}", {due.subject, due.name}), DeadlineKind::certification};
    case DueKind::authorisation_end: return {"authorisation-" + uid_part(due.subject) + "-end", due.name, DeadlineKind::authorisation};
    case DueKind::authorisation_review: return {"authorisation-" + uid_part(due.subject) + "-review", due.name, DeadlineKind::authorisation};
    case DueKind::operational_review: break;
  }
  return {"risk-study-operational", tr("Operational cycle of the risk study"), DeadlineKind::review};
}

/// As pages of the window and commands find it: a reference is unique in its kind only.
std::string subject_of(const DueDate& due) {
  switch (due.kind) {
    case DueKind::measure: return "measure:" + due.subject;
    case DueKind::risk_review: return "risk:" + due.subject;
    case DueKind::strategic_review:
    case DueKind::operational_review: return "risk_study:" + due.subject;
    case DueKind::plan_review: return "continuity_plan:" + due.subject;
    case DueKind::exercise: return "exercise:" + due.subject;
    case DueKind::correction: return "corrective_action:" + due.subject;
    case DueKind::component_test: return "component:" + due.subject;
    case DueKind::backup_test: return "backup_arrangement:" + due.subject;
    case DueKind::source_test: return "backup_source:" + due.subject;
    case DueKind::endpoint_test: return "hosted_endpoint:" + due.subject;
    case DueKind::access_campaign:
    case DueKind::access_review: return "review_campaign:" + due.subject;
    case DueKind::access_withdrawal: return "withdrawal:" + due.subject;
    case DueKind::nonconformity: return "nonconformity:" + due.subject;
    case DueKind::certification_audit: return "certification_audit:" + due.subject;
    case DueKind::authorisation_end:
    case DueKind::authorisation_review: return "authorised_person:" + due.subject;
    default: return due.subject;
  }
}

} // namespace

std::vector<Deadline> deadlines_of(const DossierInput& input, Date today) {
  std::vector<Deadline> deadlines;
  for (const auto& due : due_dates(input, today)) {
    auto name = name_of(due);
    deadlines.push_back({.uid = std::move(name.uid),
                         .kind = name.kind,
                         .day = due.day,
                         .title = std::move(name.title),
                         .detail = due.sentence,
                         .owner = due.owner,
                         .subject = subject_of(due)});
  }
  return deadlines;
}

namespace {

/// Beside the main checklist, whose answers are among the deadlines of its dossier.
void add_answers_to_other_frameworks(const Workspace& workspace, const std::vector<Answer>& answers, Date today, std::vector<Deadline>& deadlines) {
  for (const auto& framework : followed_frameworks(workspace)) {
    DossierInput input;
    input.checklist = framework_checklist(workspace, framework.reference);
    input.answers = answers;
    for (auto& deadline : deadlines_of(input, today))
      if (deadline.kind == DeadlineKind::answer) deadlines.push_back(std::move(deadline));
  }
}

} // namespace

std::vector<Deadline> all_deadlines(const DossierInput& input, Date today) {
  auto deadlines = deadlines_of(input, today);
  auto procedures = deadlines_of(input.procedures, today);
  deadlines.insert(deadlines.end(), std::make_move_iterator(procedures.begin()), std::make_move_iterator(procedures.end()));
  put_in_order(deadlines);
  return deadlines;
}

std::vector<Deadline> all_deadlines(const Workspace& workspace, Date today) {
  const Snapshot snapshot{workspace.dialect()}; // one state for all of it
  const auto input = read_input(workspace);
  auto deadlines = all_deadlines(input, today);
  add_answers_to_other_frameworks(workspace, input.answers, today, deadlines);
  put_in_order(deadlines);
  return deadlines;
}

Deadline find_deadline(const std::vector<Deadline>& deadlines, std::string_view uid) {
  const auto found = std::ranges::find(deadlines, uid, &Deadline::uid);
  if (found != deadlines.end()) return *found;
  std::vector<std::string_view> uids;
  for (const auto& deadline : deadlines) uids.push_back(deadline.uid);
  throw Problem{ProblemKind::not_found, std::string{uid}, tr("There is no deadline “{1}”.", {uid}),
                suggestion(uid, uids, tr("See them with: hdskit deadline list"))};
}

} // namespace hdskit
