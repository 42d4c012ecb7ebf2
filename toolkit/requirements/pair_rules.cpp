#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/organisation/ruled_kind.hpp"
#include "toolkit/requirements/checklist_reader.hpp"
#include "toolkit/requirements/framework_store.hpp"
#include "toolkit/requirements/known_frameworks.hpp"
#include "toolkit/requirements/requirement_pair.hpp"

namespace hdskit {
namespace {

enum Place : std::size_t { from_framework, from_item, to_framework, to_item };

std::string no_reference(const Workspace&, const RecordKind&) { return {}; }
std::span<const std::string_view> share_nothing(std::string_view) { return {}; }
std::string no_defect(const RecordMemory&, const RecordKind&, const FieldView&, std::string_view) { return {}; }

[[noreturn]] void refuse(std::string_view field, const std::string& sentence, const std::string& remedy) {
  throw Problem{ProblemKind::bad_input, std::string{field}, sentence, remedy};
}

void check_item(const Workspace& workspace, const std::string& framework, const std::string& item, std::string_view field) {
  const auto checklist = known_framework(workspace, framework);
  if (checklist.find_item(trimmed(item))) return;
  const auto near = checklist.closest_items(trimmed(item));
  refuse(field, tr("The framework “{1}” holds no item “{2}”.", {checklist.id, item}),
         near.empty() ? tr("See its items with: hdskit framework show {1}", {checklist.id}) : tr("The closest items are: {1}.", {joined(near, ", ")}));
}

void check_pair(Change& change, const RecordKind& kind, std::int64_t id, const Row& before, const Row& after) {
  const auto& workspace = change.workspace();
  if (folded(after[from_framework]) == folded(after[to_framework]))
    refuse("to_framework", tr("“{1}” is no correspondence: the two items belong to the same framework.", {after[to_framework]}),
           tr("Give an item of another framework."));
  const bool same_ends = !before.empty() && std::equal(before.begin(), before.begin() + 4, after.begin());
  if (same_ends) return;
  check_item(workspace, after[from_framework], after[from_item], "from_item");
  check_item(workspace, after[to_framework], after[to_item], "to_item");
  for (const auto& view : kind.all(workspace)) {
    const auto& other = view.values;
    const bool backwards = folded(other[from_item]) == folded(after[to_item]) && folded(other[to_item]) == folded(after[from_item]) &&
                           folded(other[from_framework]) == folded(after[to_framework]);
    if (view.id != id && backwards)
      refuse("from_item", tr("The workspace has this pair read the other way: {1} → {2}.", {other[from_item], other[to_item]}),
             tr("Change that one; nothing was changed."));
  }
}

} // namespace

const RecordRules requirement_rules = {requirement_kinds, no_reference, share_nothing, no_defect, check_pair};

std::span<const RecordKind> requirement_kinds() {
  static const RecordKind kinds[] = {ruled_kind_of<RequirementPair, requirement_rules>({"from_item", "to_item", "strength", "confidence"})};
  return kinds;
}

const RecordKind& pair_kind() { return requirement_kinds().front(); }

} // namespace hdskit
