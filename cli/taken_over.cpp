#include "cli/taken_over.hpp"

#include "cli/coverage_view.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/evidence/evidence_store.hpp"
#include "toolkit/requirements/answer_store.hpp"
#include "toolkit/requirements/framework_store.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace hdskit::cli {

std::vector<TakenOver> what_to_take_over(const Workspace& workspace, const Checklist& checklist, Date today) {
  const auto answers = all_answers(workspace);
  const auto pairs = all_pairs(workspace);
  std::map<std::string, std::vector<std::string>> documents; // by folded item
  for (const auto& [item, code] : evidence_in_force(workspace, today)) documents[folded(item)].push_back(code);
  std::vector<TakenOver> taken;
  std::set<std::string> seen;
  for (const auto& from : all_checklists(workspace)) {
    if (folded(from.id) == folded(checklist.id)) continue;
    for (auto& answer : answers_to_take(from, checklist, pairs, answers))
      if (seen.insert(folded(answer.answer.item)).second)
        taken.push_back({answer.answer.item, answer.framework, answer.item, std::move(answer.answer), documents[folded(answer.item)]});
  }
  return taken;
}

void take_over(Change& change, const Checklist& checklist, const std::vector<TakenOver>& taken) {
  std::map<std::string, std::vector<std::string>> served; // code, items
  std::vector<Answer> answers;
  for (const auto& each : taken) {
    answers.push_back(each.answer);
    for (const auto& code : each.evidence) served[code].push_back(each.item);
  }
  give_answers(change, checklist, answers);
  for (const auto& [code, items] : served) {
    auto evidence = find_evidence(change.workspace(), code);
    for (const auto& item : items)
      if (std::ranges::find(evidence.requirements, item) == evidence.requirements.end()) evidence.requirements.push_back(item);
    edit_evidence(change, evidence);
  }
}

} // namespace hdskit::cli
