#include "toolkit/requirements/answer_store.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/requirements/checklist_reader.hpp"
#include "toolkit/requirements/framework_store.hpp"
#include "toolkit/requirements/item_ids.hpp"
#include "toolkit/workspace/settings.hpp"

#include <unordered_map>

namespace hdskit {
namespace {

constexpr const char* checklist_setting = "checklist";

/// The number of the answer to an item. The index serves the first question; the second one reads all ids, which have no accents, in another letter case.
AnswerId find_answer(const Workspace& workspace, std::string_view item) {
  for (const auto& row : workspace.read("select id from answer where item = :p1", {std::string{item}})) return AnswerId{std::stoll(row[0])};
  for (const auto& row : workspace.read("select item from answer where lower(item) = :p1", {folded(item)}))
    return AnswerId{std::stoll(workspace.read("select id from answer where item = :p1", row).at(0).at(0))};
  return {};
}

const Item& answered_item(const Checklist& checklist, const std::string& typed) {
  if (const auto* item = checklist.find_item(trimmed(typed))) return *item;
  const auto near = checklist.closest_items(trimmed(typed));
  throw Problem{ProblemKind::not_found, typed, tr("The checklist “{1}” holds no item “{2}”.", {checklist.id, typed}),
                near.empty() ? tr("See the items with: hdskit requirement list") : tr("The closest items are: {1}.", {joined(near, ", ")})};
}

void refuse_unjustified(const Item& item, const Answer& answer) {
  if (answer.applicability != Applicability::excluded || !trimmed(answer.statement).empty()) return;
  throw Problem{ProblemKind::bad_input, item.id, tr("The item “{1}” is excluded without a justification.", {item.id}),
                tr("Say in its statement why it does not concern the hospital; nothing was changed.")};
}

/// The one that holds something like it, so that the refusal proposes it.
const Checklist& nearest_checklist(const std::vector<Checklist>& checklists, const std::string& item) {
  if (checklists.empty()) throw Problem{ProblemKind::not_found, item, tr("This workspace follows no checklist yet."), {}};
  for (const auto& checklist : checklists)
    if (!checklist.closest_items(trimmed(item), 1).empty()) return checklist;
  return checklists.front();
}

/// `before`: the answer that it replaces, if there is one.
AnswerId record_answer(Change& change, const Item& item, Answer answer, AnswerId before) {
  refuse_unjustified(item, answer);
  answer.item = item.id;
  answer.statement = replaced(std::move(answer.statement), "\r\n", "\n"); // spreadsheets and Windows editors write CRLF
  if (!before) return add_record(change, std::move(answer)).id;
  answer.id = before;
  update_record(change, answer);
  return before;
}

} // namespace

Checklist workspace_checklist(const Workspace& workspace) {
  const auto xml = setting(workspace, checklist_setting);
  if (!xml)
    throw Problem{ProblemKind::not_found, workspace.location(), tr("This workspace follows no checklist yet."),
                  tr("Adopt one, for instance the checklist “{1}” that comes with the program.", {joined(shipped_checklist_ids(), ", ")})};
  return checklist_of(*xml, workspace.location());
}

void adopt_checklist(Change& change, const std::string& xml) {
  const auto checklist = checklist_of(xml, tr("the checklist to adopt")); // what cannot be read again must not get in
  ItemIds beside;
  for (const auto& framework : followed_frameworks(change.workspace()))
    if (folded(framework.reference) != folded(checklist.id)) beside.add(framework_checklist(change.workspace(), framework.reference));
  beside.add(checklist);
  set_setting(change, checklist_setting, xml);
}

std::vector<Answer> all_answers(const Workspace& workspace) { return all_records<Answer>(workspace); }

std::optional<Answer> answer_to(const Workspace& workspace, std::string_view item) {
  const auto id = find_answer(workspace, item);
  return id ? std::optional{find_record<Answer>(workspace, id)} : std::nullopt;
}

void give_answer(Change& change, const Checklist& checklist, Answer answer) {
  const auto& item = answered_item(checklist, answer.item);
  record_answer(change, item, std::move(answer), find_answer(change.workspace(), item.id));
}

void give_answer(Change& change, const std::vector<Checklist>& checklists, Answer answer) {
  const auto place = find_item(checklists, trimmed(answer.item));
  give_answer(change, place ? *place.checklist : nearest_checklist(checklists, answer.item), std::move(answer));
}

void give_answers(Change& change, const Checklist& checklist, const std::vector<Answer>& answers) {
  std::unordered_map<std::string, AnswerId> given; // by folded item
  for (const auto& row : change.workspace().read("select id, item from answer")) given.emplace(folded(row[1]), AnswerId{std::stoll(row[0])});
  for (const auto& answer : answers) {
    const auto& item = answered_item(checklist, answer.item);
    auto& id = given[folded(item.id)];
    id = record_answer(change, item, answer, id);
  }
}

} // namespace hdskit
