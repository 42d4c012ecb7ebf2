#include "toolkit/dossier/taken_over.hpp"

#include "toolkit/access/campaign_store.hpp"
#include "toolkit/backup/backup_store.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/evidence/evidence_store.hpp"
#include "toolkit/organisation/by_reference.hpp"
#include "toolkit/requirements/answer_store.hpp"
#include "toolkit/requirements/checklist_reader.hpp"
#include "toolkit/requirements/framework_store.hpp"

#include <algorithm>
#include <set>

namespace hdskit {
namespace {

bool in_force(const Evidence& evidence, Date day) { return !evidence.valid_until || *evidence.valid_until >= day; }

void add_restore_reports(const Workspace& workspace, std::vector<CheckReport>& reports) {
  std::set<std::pair<std::string, bool>> seen; // source, whether it was proven
  const auto runs = all_runs(workspace);
  for (auto run = runs.rbegin(); run != runs.rend(); ++run) {
    const auto source = reference_key(run->source);
    const bool newest = seen.insert({source, false}).second;
    const bool newest_proof = run->verdict == RunVerdict::proven && seen.insert({source, true}).second;
    if (newest || newest_proof) reports.push_back({run->evidence, std::string{restore_test_check}});
  }
}

void add_review_report(const Workspace& workspace, std::vector<CheckReport>& reports) {
  const auto campaigns = all_campaigns(workspace);
  const auto newest = std::find_if(campaigns.rbegin(), campaigns.rend(), [](const ReviewCampaign& campaign) { return !campaign.evidence.empty(); });
  if (newest != campaigns.rend()) reports.push_back({newest->evidence, std::string{access_review_check}});
}

std::vector<OfferedAnswer> offered_answers(const TakeOverFacts& facts, const Checklist& to) {
  std::map<std::string, std::vector<std::string>> documents; // by folded item
  for (const auto& [item, code] : facts.documents) documents[folded(item)].push_back(code);
  std::vector<OfferedAnswer> offered;
  std::set<std::string> seen;
  for (const auto* from : facts.followed) {
    if (folded(from->id) == folded(to.id)) continue;
    for (auto& taken : answers_to_take(*from, to, facts.pairs, facts.answers)) {
      if (!seen.insert(folded(taken.answer.item)).second) continue;
      auto supporting = documents[folded(taken.item)];
      offered.push_back({std::move(taken), std::move(supporting)});
    }
  }
  return offered;
}

std::vector<OfferedReport> offered_reports(const TakeOverFacts& facts, const Checklist& to) {
  std::set<std::pair<std::string, std::string>> linked; // folded item, code
  for (const auto& [item, code] : facts.documents) linked.emplace(folded(item), code);
  std::vector<OfferedReport> offered;
  for (const auto& report : facts.reports) {
    OfferedReport one{report.code, items_checked_by(to, report.check)};
    std::erase_if(one.items, [&](const std::string& item) { return linked.contains({folded(item), report.code}); });
    if (!one.items.empty()) offered.push_back(std::move(one));
  }
  return offered;
}

} // namespace

EvidenceLinks evidence_in_force(const Workspace& workspace, Date day) {
  EvidenceLinks links;
  for (const auto& evidence : all_evidence(workspace))
    if (in_force(evidence, day))
      for (const auto& item : evidence.requirements) links.emplace_back(item, evidence.code);
  return links;
}

std::vector<CheckReport> check_reports(const Workspace& workspace, Date day) {
  std::vector<CheckReport> reports;
  add_restore_reports(workspace, reports);
  add_review_report(workspace, reports);
  if (reports.empty()) return reports;
  std::set<std::string> standing;
  for (const auto& evidence : all_evidence(workspace))
    if (in_force(evidence, day)) standing.insert(evidence.code);
  std::erase_if(reports, [&](const CheckReport& report) { return !standing.contains(report.code); });
  return reports;
}

TakeOverOffer offer_of(const TakeOverFacts& facts, const Checklist& to) { return {offered_answers(facts, to), offered_reports(facts, to)}; }

TakeOverOffer take_over_offer(const Workspace& workspace, const Checklist& to, Date day) {
  const auto checklists = all_checklists(workspace);
  std::vector<const Checklist*> followed;
  for (const auto& checklist : checklists) followed.push_back(&checklist);
  return offer_of({.followed = std::move(followed),
                   .pairs = all_pairs(workspace),
                   .answers = all_answers(workspace),
                   .documents = evidence_in_force(workspace, day),
                   .reports = check_reports(workspace, day)},
                  to);
}

void take_over(Change& change, const Checklist& to, const TakeOverOffer& offer) {
  std::map<std::string, std::vector<std::string>> served; // code, items
  std::vector<Answer> answers;
  for (const auto& one : offer.answers) {
    answers.push_back(one.taken.answer);
    for (const auto& code : one.documents) served[code].push_back(one.taken.answer.item);
  }
  for (const auto& report : offer.reports) std::ranges::copy(report.items, std::back_inserter(served[report.code]));
  give_answers(change, to, answers);
  for (const auto& [code, items] : served) {
    auto evidence = find_evidence(change.workspace(), code);
    for (const auto& item : items)
      if (std::ranges::find(evidence.requirements, item) == evidence.requirements.end()) evidence.requirements.push_back(item);
    edit_evidence(change, evidence);
  }
}

std::vector<std::string> items_of_check(const Workspace& workspace, std::string_view check, const std::vector<std::string>& named) {
  auto items = named;
  for (const auto& checklist : all_checklists(workspace)) {
    if (std::ranges::any_of(named, [&](const std::string& item) { return checklist.find_item(item) != nullptr; })) continue;
    std::ranges::move(items_checked_by(checklist, check), std::back_inserter(items));
  }
  return items;
}

std::string obligation_of(const Workspace& workspace, const std::vector<std::string>& items) {
  for (const auto& checklist : all_checklists(workspace))
    for (const auto& id : items)
      if (const auto* item = checklist.find_item(id)) return item->obligation;
  return "";
}

} // namespace hdskit
