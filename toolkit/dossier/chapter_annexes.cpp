#include "toolkit/dossier/item_words.hpp"

namespace hdskit::chapters {
namespace {

Words gather(const ChapterInput& input) {
  std::vector<const Evidence*> in_order;
  for (const auto& annex : input.annexes) in_order.push_back(annex.evidence);
  return Words{}.list("rows", annex_rows(input, in_order)).set("annex_count", std::to_string(in_order.size())).flag("annexes_follow", input.annexes_follow);
}

} // namespace

extern const Chapter annexes;
const Chapter annexes{.id = "annexes", .sentence = "The list of annexes with their pages and digests.", .gather = gather, .present = nullptr};

} // namespace hdskit::chapters
