#include "cli/evidence_options.hpp"

#include "cli/records.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/suggestion.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/requirements/framework_store.hpp"

#include <algorithm>

namespace hdskit::cli {
namespace {

void check_items(const std::vector<Checklist>& checklists, Evidence& evidence) {
  std::vector<std::string_view> known;
  for (const auto& checklist : checklists)
    for (const auto& item : checklist.items) known.push_back(item.id);
  for (auto& id : evidence.requirements) {
    const auto* item = find_item(checklists, id).item;
    if (!item)
      throw Problem{ProblemKind::bad_input, id, tr("The checklist holds no item “{1}”.", {id}),
                    suggestion(id, known, tr("See the items with: hdskit requirement list"))};
    id = item->id;
  }
}

void check_obligation(const std::vector<Checklist>& checklists, const std::string& id) {
  std::vector<std::string> known;
  for (const auto& checklist : checklists)
    for (const auto& obligation : checklist.obligations)
      if (std::ranges::find(known, obligation.id) == known.end()) known.push_back(obligation.id);
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
  const auto checklists = all_checklists(workspace);
  if (arguments.has("requirement")) check_items(checklists, evidence);
  check_obligation(checklists, evidence.obligation);
}

json::object evidence_json(const Evidence& evidence) {
  json::object object;
  for (const auto& field : Evidence::type().fields) object[field.name] = field_json(field.kind, field.get(evidence));
  return object;
}

} // namespace hdskit::cli
