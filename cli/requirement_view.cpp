#include "cli/requirement_view.hpp"

#include "cli/records.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/suggestion.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/evidence/evidence_store.hpp"

#include <algorithm>

namespace hdskit::cli {

Requirements::Requirements(const Workspace& workspace) : checklist_{workspace_checklist(workspace)}, answers_{all_answers(workspace)} {
  for (const auto& document : all_evidence(workspace))
    for (const auto& item : document.requirements) links_.emplace_back(item, document.code);
}

RequirementView Requirements::view_of(const Item& item) const {
  RequirementView view{&item, nullptr, {}};
  const auto answer = std::ranges::find(answers_, item.id, &Answer::item);
  if (answer != answers_.end()) view.answer = &*answer;
  for (const auto& [linked, code] : links_)
    if (linked == item.id) view.documents.push_back(code);
  return view;
}

std::vector<RequirementView> Requirements::views() const {
  std::vector<RequirementView> views;
  for (const auto& item : checklist_.items) views.push_back(view_of(item));
  return views;
}

RequirementView Requirements::find(std::string_view id) const {
  if (const auto* item = checklist_.find_item(id)) return view_of(*item);
  std::vector<std::string_view> known;
  for (const auto& item : checklist_.items) known.push_back(item.id);
  throw Problem{ProblemKind::not_found, std::string{id}, tr("The checklist holds no item “{1}”.", {id}),
                suggestion(id, known, tr("See the items with: hdskit requirement list"))};
}

std::string shown_state(const RequirementView& view) {
  if (!view.answer) return tr("unanswered");
  return tr(choices_of(view.answer->state)[static_cast<std::size_t>(view.answer->state)].label);
}

json::object requirement_json(const RequirementView& view) {
  const auto& item = *view.item;
  json::object object{{"item", item.id},
                      {"article", item.article},
                      {"number", item.number},
                      {"obligation", item.obligation},
                      {"title", item.title.in_current_language()},
                      {"mandatory", item.mandatory},
                      {"answered", view.answer != nullptr}};
  if (view.answer)
    for (const auto& field : Answer::type().fields)
      if (field.name != "item") object[field.name] = field_json(field.kind, field.get(*view.answer));
  object["evidence"] = json::array(view.documents.begin(), view.documents.end());
  return object;
}

} // namespace hdskit::cli
