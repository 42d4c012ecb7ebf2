#include "gui/viewer/poppler_handles.hpp"
#include "toolkit/base/text.hpp"

namespace hdskit::gui {
namespace {

using IterHandle = std::unique_ptr<PopplerIndexIter, FreedBy<poppler_index_iter_free>>;
using ActionHandle = std::unique_ptr<PopplerAction, FreedBy<poppler_action_free>>;
using DestHandle = std::unique_ptr<PopplerDest, FreedBy<poppler_dest_free>>;

class Outline {
public:
  Outline(PopplerDocument* document, int page_count) : document_{document}, page_count_{page_count} {}

  void take(PopplerIndexIter* iter, int depth) {
    do {
      if (++visited_ > most_outline_entries) return;
      const ActionHandle action{poppler_index_iter_get_action(iter)};
      const int page = action ? page_of(*action) : -1;
      const auto title = action ? bounded_text(action->any.title) : "";
      if (page >= 0 && page < page_count_ && !title.empty()) entries_.push_back({title, page, depth});
      const IterHandle child{depth + 1 < deepest_outline ? poppler_index_iter_get_child(iter) : nullptr};
      if (child) take(child.get(), depth + 1);
    } while (poppler_index_iter_next(iter));
  }
  std::vector<OutlineEntry> entries() && { return std::move(entries_); }

private:
  /// From 0; -1 for what leads elsewhere.
  int page_of(const PopplerAction& action) const {
    if (action.type != POPPLER_ACTION_GOTO_DEST || !action.goto_dest.dest) return -1;
    const auto& dest = *action.goto_dest.dest;
    if (dest.type != POPPLER_DEST_NAMED) return dest.page_num - 1;
    if (!dest.named_dest) return -1;
    const DestHandle found{poppler_document_find_dest(document_, dest.named_dest)};
    return found ? found->page_num - 1 : -1;
  }

  PopplerDocument* document_;
  int page_count_;
  std::size_t visited_ = 0;
  std::vector<OutlineEntry> entries_;
};

} // namespace

std::string bounded_text(const char* text) {
  constexpr std::size_t longest = 300;
  if (!text) return {};
  std::string bounded{text};
  if (!is_utf8(bounded)) return {};
  if (bounded.size() <= longest) return bounded;
  auto end = longest;
  while (end > 0 && (static_cast<unsigned char>(bounded[end]) & 0xC0) == 0x80) --end;
  return bounded.substr(0, end) + "…";
}

std::vector<OutlineEntry> outline_of(PopplerDocument* document, int page_count) {
  Outline outline{document, page_count};
  const IterHandle first{poppler_index_iter_new(document)};
  if (first) outline.take(first.get(), 0);
  return std::move(outline).entries();
}

} // namespace hdskit::gui
