#include "fuzz/answer.hpp"
#include "gui/viewer/paged_document.hpp"

#include <algorithm>

// A PDF or an image of whatever origin that is looked at. Promise: whatever it claims, sizes, pictures and chapters stay within the limits.

using namespace hdskit::gui;

namespace {

constexpr int pages_looked_at = 3;

void look_at(PagedDocument& document, int page) {
  const auto size = document.page_size(page);
  const auto within = [](double side) { return side >= smallest_side && side <= largest_side; };
  fuzz::promise(within(size.width) && within(size.height), "a page has a size that can be laid out");
  const auto picture = document.draw(page, 0.25);
  fuzz::promise(static_cast<double>(picture.width) * picture.height <= most_pixels * 1.01, "a picture is no larger than the limit");
  fuzz::promise(picture.rgb.size() == 3u * static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height), "a picture has all its pixels");
  document.text(page);
  fuzz::promise(document.find(page, "e").size() <= most_hits_a_page, "hits are bounded");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const auto text = std::make_shared<const std::string>(fuzz::text_of(bytes, size));
  fuzz::done([&] {
    const auto document = open_document(text, "foreign");
    const int pages = document->page_count();
    fuzz::promise(pages > 0 && pages <= most_pages, "the number of pages is bounded");
    for (const auto& entry : document->outline())
      fuzz::promise(entry.page >= 0 && entry.page < pages && entry.depth < deepest_outline, "a chapter leads to a page of the document");
    for (int page = 0; page < std::min(pages, pages_looked_at); ++page) look_at(*document, page);
  });
  return 0;
}
