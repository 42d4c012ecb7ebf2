#include "toolkit/requirements/known_frameworks.hpp"

#include "toolkit/base/closest.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/requirements/answer_store.hpp"
#include "toolkit/requirements/checklist_reader.hpp"
#include "toolkit/workspace/settings.hpp"

#include <algorithm>

namespace hdskit {
namespace {

const std::string* found_among(const std::vector<std::string>& ids, std::string_view id) {
  const auto found = std::ranges::find_if(ids, [&](const std::string& each) { return folded(each) == folded(trimmed(id)); });
  return found == ids.end() ? nullptr : &*found;
}

[[noreturn]] void refuse_unknown(std::string_view id, const std::vector<std::string>& ids) {
  auto near = closest(id, {ids.begin(), ids.end()}, 3);
  if (near.empty()) near = ids;
  throw Problem{ProblemKind::not_found, std::string{id}, tr("There is no framework “{1}”.", {id}), tr("These are known: {1}.", {joined(near, ", ")})};
}

} // namespace

Checklist known_framework(const Workspace& workspace, std::string_view id) {
  if (is_main_checklist(workspace, id) || framework_if_known(workspace, id)) return framework_checklist(workspace, id);
  const auto ids = known_framework_ids(workspace);
  if (!found_among(ids, id)) refuse_unknown(id, ids);
  return known_framework(id);
}

Checklist known_framework(std::string_view id) {
  const auto ids = shipped_checklist_ids();
  const auto* found = found_among(ids, id);
  if (!found) refuse_unknown(id, ids);
  return checklist_of(shipped_checklist(*found), *found);
}

std::vector<std::string> known_framework_ids(const Workspace& workspace) {
  std::vector<std::string> ids;
  const auto take = [&](const std::string& id) {
    if (!found_among(ids, id)) ids.push_back(id);
  };
  if (setting(workspace, "checklist")) take(workspace_checklist(workspace).id);
  for (const auto& framework : all_frameworks(workspace)) take(framework.reference);
  for (const auto& id : shipped_checklist_ids()) take(id);
  return ids;
}

} // namespace hdskit
