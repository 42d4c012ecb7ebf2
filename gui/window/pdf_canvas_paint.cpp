#include "gui/window/pdf_canvas.hpp"

#include "gui/window/text.hpp"
#include "toolkit/base/translate.hpp"

#include <wx/dcclient.h>
#include <wx/settings.h>

#include <memory>

namespace hdskit::gui {
namespace {

// Paper is white in every theme, and what is drawn on it keeps its colours.
const wxColour paper{255, 255, 255}, ink_on_paper{70, 70, 70}, edge{128, 128, 128}, marked_words{255, 214, 0, 90}, current_words{255, 128, 0, 120};

} // namespace

void PdfCanvas::paint() {
  wxPaintDC dc{this};
  const auto size = GetClientSize();
  const std::unique_ptr<wxGraphicsContext> context{wxGraphicsContext::Create(dc)};
  if (!context) return;
  context->SetBrush(wxBrush{wxSystemSettings::GetColour(wxSYS_COLOUR_BTNFACE)});
  context->SetPen(*wxTRANSPARENT_PEN);
  context->DrawRectangle(0, 0, size.GetWidth(), size.GetHeight());
  const auto [first, end] = layout_.between(start().y, start().y + size.GetHeight());
  for (int page = first; page < end; ++page) {
    const auto& box = layout_.box(page);
    const wxPoint origin{box.x - start().x, box.y - start().y};
    paint_page(*context, page, origin);
    paint_marks(*context, page, origin);
  }
}

void PdfCanvas::paint_page(wxGraphicsContext& context, int page, wxPoint origin) {
  const auto& box = layout_.box(page);
  const bool focused = HasFocus() && page == this->page();
  context.SetPen(focused ? wxPen{wxSystemSettings::GetColour(wxSYS_COLOUR_HIGHLIGHT), 2} : wxPen{edge, 1});
  context.SetBrush(wxBrush{paper});
  context.DrawRectangle(origin.x - 1, origin.y - 1, box.width + 2, box.height + 2);
  const auto found = drawn_.find(page);
  if (found != drawn_.end() && !found->second.failed) {
    const auto& drawn = found->second;
    const double factor = GetContentScaleFactor();
    // As many pixels as it has, lest it be blurred; another size only until the right one comes, or when that would be too large.
    const bool exact = drawn.pixels_per_point == wanted_scale(page) && std::abs(drawn.width - box.width * factor) < 1.5;
    context.DrawBitmap(drawn.bitmap, origin.x, origin.y, exact ? drawn.width / factor : box.width, exact ? drawn.height / factor : box.height);
    return;
  }
  const auto sentence =
      text(found == drawn_.end() ? tr("Page {1}…", {std::to_string(page + 1)}) : tr("⚠ Page {1} cannot be drawn.", {std::to_string(page + 1)}));
  context.SetFont(GetFont(), ink_on_paper);
  double width = 0, height = 0;
  context.GetTextExtent(sentence, &width, &height);
  context.DrawText(sentence, origin.x + (box.width - width) / 2, origin.y + std::min(box.height / 2.0, GetClientSize().GetHeight() / 3.0));
}

void PdfCanvas::paint_marks(wxGraphicsContext& context, int page, wxPoint origin) {
  const auto found = hits_of_page_.find(page);
  if (found == hits_of_page_.end()) return;
  const double scale = layout_.scale(page);
  constexpr double air = 1;
  for (const auto index : found->second) {
    const auto& area = hits_[index].area;
    const bool current = index == current_hit_;
    context.SetBrush(wxBrush{current ? current_words : marked_words});
    context.SetPen(current ? wxPen{ink_on_paper, 2} : *wxTRANSPARENT_PEN); // the frame tells it to eyes that see no orange
    context.DrawRectangle(origin.x + area.x * scale - air, origin.y + area.y * scale - air, area.width * scale + 2 * air, area.height * scale + 2 * air);
  }
}

} // namespace hdskit::gui
