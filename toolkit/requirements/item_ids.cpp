#include "toolkit/requirements/item_ids.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

namespace hdskit {

ItemIds ItemIds::of(const std::vector<Checklist>& checklists) {
  ItemIds ids;
  for (const auto& checklist : checklists)
    for (const auto& item : checklist.items) ids.owners_.emplace(folded(item.id), checklist.id);
  return ids;
}

void ItemIds::add(const Checklist& checklist) {
  constexpr std::size_t named = 20; // more are no help
  std::vector<std::string> taken;
  for (const auto& item : checklist.items)
    if (const auto [place, fresh] = owners_.emplace(folded(item.id), checklist.id); !fresh) taken.push_back(tr("{1} ({2})", {item.id, place->second}));
  if (taken.empty()) return;
  const auto count = taken.size();
  if (count > named) taken.resize(named);
  auto sentence = trn("{1} item of the framework “{2}” bears the id of an item of another framework: {3}{4}.",
                      "{1} items of the framework “{2}” bear the ids of items of other frameworks: {3}{4}.", static_cast<std::int64_t>(count));
  sentence = replaced(replaced(replaced(std::move(sentence), "{2}", checklist.id), "{3}", joined(taken, ", ")), "{4}", count > named ? ", …" : "");
  throw Problem{ProblemKind::refused, checklist.id, sentence, tr("Give its items ids of their own; nothing was changed.")};
}

} // namespace hdskit
