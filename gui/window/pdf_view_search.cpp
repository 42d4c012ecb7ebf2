#include "gui/window/accessible.hpp"
#include "gui/window/pdf_canvas.hpp"
#include "gui/window/pdf_view.hpp"
#include "gui/window/text.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

#include <wx/sizer.h>
#include <wx/srchctrl.h>
#include <wx/stattext.h>

namespace hdskit::gui {
namespace {

constexpr std::size_t most_hits = 10'000;

} // namespace

void PdfView::search(const std::string& words) {
  words_ = trimmed(words);
  hits_.clear();
  hit_ = 0;
  pages_searched_ = 0;
  reader_->find(words_, canvas_->page());
  canvas_->mark({}, 0);
  show_hits();
}

/// Hits come from the page that is looked at on and round, and are gone through in that order.
void PdfView::found(std::vector<Hit> more, int pages_searched) {
  const bool first = hits_.empty() && !more.empty();
  pages_searched_ = pages_searched;
  hits_.insert(hits_.end(), more.begin(), more.end());
  if (hits_.size() >= most_hits) {
    reader_->find("", 0);
    pages_searched_ = canvas_->page_count();
  }
  if (!more.empty()) canvas_->mark(hits_, hit_);
  if (first) canvas_->go_to(hits_.front());
  show_hits();
}

void PdfView::go_to_hit(bool forward) {
  if (hits_.empty()) return;
  hit_ = (hit_ + (forward ? 1 : hits_.size() - 1)) % hits_.size();
  canvas_->mark(hits_, hit_);
  canvas_->go_to(hits_[hit_]);
  show_hits();
}

void PdfView::show_hits() {
  const bool done = pages_searched_ >= canvas_->page_count();
  std::string sentence;
  if (!words_.empty() && hits_.empty()) sentence = done ? tr("No match") : tr("Searching…");
  else if (!words_.empty()) sentence = std::to_string(hit_ + 1) + " / " + std::to_string(hits_.size()) + (done ? "" : "…");
  if (utf8(hits_told_->GetLabel()) == sentence) return;
  hits_told_->SetLabel(text(sentence));
  bar_->Layout();
  Layout();
}

void PdfView::focus_search() {
  search_->SetFocus();
  search_->SelectAll();
}

} // namespace hdskit::gui
