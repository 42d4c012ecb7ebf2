#include "cli/evidence_options.hpp"

#include "cli/records.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/suggestion.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/requirements/answer_store.hpp"

#include <algorithm>

namespace hdskit::cli {
namespace {

void check_items(const Checklist& checklist, Evidence& evidence) {
  std::vector<std::string_view> known;
  for (const auto& item : checklist.items) known.push_back(item.id);
  for (auto& id : evidence.requirements) {
    const auto* item = checklist.find_item(id);
    if (!item)
      throw Problem{ProblemKind::bad_input, id, tr("The checklist holds no item “{1}”.", {id}),
                    suggestion(id, known, tr("See the items with: hdskit requirement list"))};
    id = item->id;
  }
}

void check_obligation(const Checklist& checklist, const std::string& id) {
  std::vector<std::string> known;
  for (const auto& obligation : checklist.obligations) known.push_back(obligation.id);
  if (!id.empty() && std::ranges::find(known, id) == known.end())
    throw Problem{ProblemKind::bad_input, id, tr("The checklist holds no obligation “{1}”.", {id}), tr("Its obligations are: {1}.", {joined(known, ", ")})};
}

} // namespace

void describe_evidence(Evidence& evidence, const Arguments& arguments, const Workspace& workspace) {
  for (const auto& option : evidence_options) {
    if (!arguments.has(option.name)) continue;
    const auto name = option.repeatable ? std::string{option.name} + "s" : replaced(std::string{option.name}, "-", "_");
    Evidence::type().find(name)->set(evidence, joined(arguments.all(option.name), "; "));
  }
  if (!arguments.has("requirement") && !arguments.has("obligation")) return;
  const auto checklist = workspace_checklist(workspace);
  if (arguments.has("requirement")) check_items(checklist, evidence);
  check_obligation(checklist, evidence.obligation);
}

json::object evidence_json(const Evidence& evidence) {
  json::object object;
  for (const auto& field : Evidence::type().fields) object[field.name] = field_json(field.kind, field.get(evidence));
  return object;
}

} // namespace hdskit::cli
