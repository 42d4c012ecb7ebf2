#include "cli/requirement_view.hpp"

#include "cli/records.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/suggestion.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/evidence/evidence_store.hpp"
#include "toolkit/requirements/framework.hpp"

namespace hdskit::cli {

Requirements::Requirements(const Workspace& workspace, std::vector<Checklist> checklists)
    : checklists_{std::move(checklists)}, answers_{all_answers(workspace)} {
  for (const auto& answer : answers_) by_item_.emplace(folded(answer.item), &answer);
  for (const auto& document : all_evidence(workspace))
    for (const auto& item : document.requirements) documents_[folded(item)].push_back(document.code);
}

RequirementView Requirements::view_of(const Checklist& checklist, const Item& item) const {
  RequirementView view{&checklist, &item, nullptr, {}};
  if (const auto answer = by_item_.find(folded(item.id)); answer != by_item_.end()) view.answer = answer->second;
  if (const auto documents = documents_.find(folded(item.id)); documents != documents_.end()) view.documents = documents->second;
  return view;
}

std::vector<RequirementView> Requirements::views() const {
  std::vector<RequirementView> views;
  for (const auto& checklist : checklists_)
    for (const auto& item : checklist.items) views.push_back(view_of(checklist, item));
  return views;
}

RequirementView Requirements::find(std::string_view id) const {
  if (const auto place = find_item(checklists_, id)) return view_of(*place.checklist, *place.item);
  std::vector<std::string_view> known;
  for (const auto& checklist : checklists_)
    for (const auto& item : checklist.items) known.push_back(item.id);
  throw Problem{ProblemKind::not_found, std::string{id}, tr("The checklist holds no item “{1}”.", {id}),
                suggestion(id, known, tr("See the items with: hdskit requirement list"))};
}

std::string shown_state(const RequirementView& view) {
  if (!view.answer) return tr("unanswered");
  if (view.answer->applicability == Applicability::excluded) return tr("excluded");
  return tr(choices_of(view.answer->state)[static_cast<std::size_t>(view.answer->state)].label);
}

json::object requirement_json(const RequirementView& view) {
  const auto& item = *view.item;
  json::object object{{"item", item.id},
                      {"framework", view.checklist->id},
                      {"article", item.article},
                      {"number", item.number},
                      {"obligation", item.obligation},
                      {"title", item.title.in_current_language()},
                      {"mandatory", item.mandatory},
                      {"answered", view.answer != nullptr}};
  if (!item.part_of.empty()) object["part_of"] = item.part_of;
  if (item.choosable) object["may_be_excluded"] = true;
  if (!item.activities.empty()) object["activities"] = json::array(item.activities.begin(), item.activities.end());
  if (view.answer)
    for (const auto& field : Answer::type().fields)
      if (field.name != "item") object[field.name] = field_json(field.kind, field.get(*view.answer));
  object["evidence"] = json::array(view.documents.begin(), view.documents.end());
  return object;
}

} // namespace hdskit::cli
