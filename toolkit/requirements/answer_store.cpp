#include "toolkit/requirements/answer_store.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/requirements/checklist_reader.hpp"
#include "toolkit/workspace/settings.hpp"

namespace hdskit {
namespace {

constexpr const char* checklist_setting = "checklist";

std::optional<Answer> find_answer(const Workspace& workspace, std::string_view item) {
  const auto wanted = folded(item);
  for (auto& answer : all_answers(workspace))
    if (folded(answer.item) == wanted) return std::move(answer);
  return std::nullopt;
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
  checklist_of(xml, tr("the checklist to adopt")); // what cannot be read again must not get in
  set_setting(change, checklist_setting, xml);
}

std::vector<Answer> all_answers(const Workspace& workspace) { return all_records<Answer>(workspace); }

std::optional<Answer> answer_to(const Workspace& workspace, std::string_view item) { return find_answer(workspace, item); }

void give_answer(Change& change, const Checklist& checklist, Answer answer) {
  const auto* item = checklist.find_item(trimmed(answer.item));
  if (!item) {
    const auto near = checklist.closest_items(trimmed(answer.item));
    throw Problem{ProblemKind::not_found, answer.item, tr("The checklist “{1}” holds no item “{2}”.", {checklist.id, answer.item}),
                  near.empty() ? tr("See the items with: hdskit requirement list") : tr("The closest items are: {1}.", {joined(near, ", ")})};
  }
  answer.item = item->id;
  answer.statement = replaced(std::move(answer.statement), "\r\n", "\n"); // spreadsheets and Windows editors write CRLF
  if (const auto before = find_answer(change.workspace(), item->id)) {
    answer.id = before->id;
    update_record(change, answer);
  } else {
    add_record(change, std::move(answer));
  }
}

} // namespace hdskit
