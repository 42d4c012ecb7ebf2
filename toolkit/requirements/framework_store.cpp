#include "toolkit/requirements/framework_store.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/requirements/answer_store.hpp"
#include "toolkit/requirements/checklist_reader.hpp"
#include "toolkit/requirements/item_ids.hpp"
#include "toolkit/workspace/document_store.hpp"
#include "toolkit/workspace/settings.hpp"

#include <algorithm>
#include <set>

namespace hdskit {
namespace {

Checklist kept_checklist(const Workspace& workspace, const Framework& framework) {
  const auto digest = Digest::parse(framework.digest);
  std::string xml;
  if (digest) read_document(workspace, *digest, [&](std::string_view piece) { xml += piece; });
  if (!digest || digest_of(xml) != *digest)
    throw Problem{ProblemKind::damaged, framework.reference, tr("The text of the framework “{1}” is not what it was.", {framework.reference}),
                  tr("Restore the workspace from a backup, or upgrade the framework from its file.")};
  return checklist_of(xml, framework.reference);
}

std::optional<Checklist> main_checklist(const Workspace& workspace) {
  if (!setting(workspace, "checklist")) return std::nullopt;
  return workspace_checklist(workspace);
}

Framework described(Framework framework, const Checklist& checklist, const NewFramework& given) {
  framework.reference = checklist.id;
  framework.version = checklist.version;
  framework.title = checklist.title.french;
  framework.publisher = checklist.publisher;
  framework.origin = given.origin;
  framework.digest = digest_of(given.xml).hex();
  framework.source_digest = given.source_digest;
  return framework;
}

void refuse_known(const Workspace& workspace, const std::string& id) {
  if (!is_main_checklist(workspace, id) && !framework_if_known(workspace, id)) return;
  throw Problem{ProblemKind::bad_input, id, tr("The workspace keeps the framework “{1}” already.", {id}),
                tr("Compare and replace it with: hdskit framework upgrade {1}", {id})};
}

std::vector<std::string> answered_among(const std::vector<std::string>& items, const std::set<std::string>& answered) {
  std::vector<std::string> found;
  std::ranges::copy_if(items, std::back_inserter(found), [&](const std::string& item) { return answered.contains(folded(item)); });
  return found;
}

} // namespace

std::vector<Framework> all_frameworks(const Workspace& workspace) { return all_records<Framework>(workspace); }

std::vector<Framework> followed_frameworks(const Workspace& workspace) {
  auto frameworks = all_frameworks(workspace);
  std::erase_if(frameworks, [](const Framework& framework) { return framework.use != FrameworkUse::followed; });
  if (frameworks.empty()) return frameworks;
  if (const auto main = main_checklist(workspace))
    std::erase_if(frameworks, [&](const Framework& framework) { return folded(framework.reference) == folded(main->id); });
  return frameworks;
}

std::optional<Framework> framework_if_known(const Workspace& workspace, std::string_view id) {
  for (auto& framework : all_frameworks(workspace))
    if (folded(framework.reference) == folded(trimmed(id))) return std::move(framework);
  return std::nullopt;
}

Framework find_framework(const Workspace& workspace, std::string_view id) {
  if (auto framework = framework_if_known(workspace, id)) return std::move(*framework);
  std::vector<std::string> known;
  if (const auto main = main_checklist(workspace)) known.push_back(main->id);
  for (const auto& framework : all_frameworks(workspace)) known.push_back(framework.reference);
  throw Problem{ProblemKind::not_found, std::string{id}, tr("The workspace keeps no framework “{1}”.", {id}),
                known.empty() ? tr("See what comes with the program with: hdskit regime list")
                              : tr("It keeps: {1}. Follow another one with: hdskit regime apply", {joined(known, ", ")})};
}

Checklist framework_checklist(const Workspace& workspace, std::string_view id) {
  if (trimmed(id).empty()) return workspace_checklist(workspace);
  if (auto main = main_checklist(workspace); main && folded(main->id) == folded(trimmed(id))) return std::move(*main);
  return kept_checklist(workspace, find_framework(workspace, id));
}

std::vector<Checklist> all_checklists(const Workspace& workspace) {
  std::vector<Checklist> checklists;
  if (auto main = main_checklist(workspace)) checklists.push_back(std::move(*main));
  for (const auto& framework : all_frameworks(workspace))
    if (framework.use == FrameworkUse::followed && (checklists.empty() || folded(framework.reference) != folded(checklists.front().id)))
      checklists.push_back(kept_checklist(workspace, framework));
  return checklists;
}

bool is_main_checklist(const Workspace& workspace, std::string_view id) {
  const auto main = main_checklist(workspace);
  return main && folded(main->id) == folded(trimmed(id));
}

bool is_followed(const Workspace& workspace, std::string_view id) {
  if (is_main_checklist(workspace, id)) return true;
  const auto framework = framework_if_known(workspace, id);
  return framework && framework->use == FrameworkUse::followed;
}

std::vector<Framework> put_frameworks(Change& change, const std::vector<NewFramework>& frameworks) {
  std::vector<Framework> kept;
  std::optional<ItemIds> ids; // reading what is followed is worth the while only when one is to be followed
  for (const auto& given : frameworks) {
    const auto checklist = checklist_of(given.xml, given.origin);
    refuse_known(change.workspace(), checklist.id);
    if (given.use == FrameworkUse::followed) {
      if (!ids) ids = ItemIds::of(all_checklists(change.workspace()));
      ids->add(checklist);
    }
    auto framework = described({}, checklist, given);
    framework.use = given.use;
    framework.applied_on = given.applied_on;
    framework.note = given.note;
    store_document_bytes(change, given.xml);
    kept.push_back(add_record(change, std::move(framework)));
  }
  return kept;
}

Framework put_framework(Change& change, const NewFramework& framework) { return put_frameworks(change, {framework}).front(); }

FrameworkDifference upgrade_difference(const Workspace& workspace, const Checklist& newer) {
  auto difference = difference_between(framework_checklist(workspace, newer.id), newer);
  std::set<std::string> answered;
  for (const auto& row : workspace.read("select item from answer")) answered.insert(folded(row[0]));
  difference.kept_answers = answered_among(difference.removed, answered);
  for (const auto& item : newer.items)
    if (answered.contains(folded(item.id)) && (std::ranges::count(difference.reworded, item.id) || std::ranges::count(difference.asked_otherwise, item.id)))
      difference.answers_to_read.push_back(item.id);
  return difference;
}

FrameworkDifference upgrade_framework(Change& change, const NewFramework& newer) {
  const auto checklist = checklist_of(newer.xml, newer.origin);
  const auto& workspace = change.workspace();
  auto difference = upgrade_difference(workspace, checklist);
  if (is_main_checklist(workspace, checklist.id)) {
    adopt_checklist(change, newer.xml);
    return difference;
  }
  const auto before = find_framework(workspace, checklist.id);
  if (before.use == FrameworkUse::followed) {
    auto others = all_checklists(workspace);
    std::erase_if(others, [&](const Checklist& other) { return folded(other.id) == folded(checklist.id); });
    ItemIds::of(others).add(checklist);
  }
  store_document_bytes(change, newer.xml);
  update_record(change, described(before, checklist, newer));
  return difference;
}

void use_framework(Change& change, std::string_view id, FrameworkUse use, std::optional<Date> since) {
  auto framework = find_framework(change.workspace(), id);
  if (use == FrameworkUse::followed && framework.use != use) ItemIds::of(all_checklists(change.workspace())).add(kept_checklist(change.workspace(), framework));
  framework.use = use;
  framework.applied_on = use == FrameworkUse::followed ? since : std::nullopt;
  update_record(change, framework);
}

void remove_framework(Change& change, std::string_view id) {
  if (is_main_checklist(change.workspace(), id) && !framework_if_known(change.workspace(), id))
    throw Problem{ProblemKind::refused, std::string{id}, tr("“{1}” is the main checklist of the workspace.", {id}),
                  tr("Adopt another checklist first; nothing was changed.")};
  remove_record<Framework>(change, find_framework(change.workspace(), id).id);
}

} // namespace hdskit
