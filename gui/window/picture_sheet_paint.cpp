#include "gui/window/picture_sheet.hpp"

#include <wx/brush.h>
#include <wx/dcclient.h>
#include <wx/pen.h>
#include <wx/settings.h>

#include <algorithm>
#include <memory>

namespace hdskit::gui {
namespace {

// The sheet is white in every theme.
const wxColour paper{255, 255, 255}, chosen_ink{20, 20, 20}, keyboard_ink{0, 84, 180};

} // namespace

void PictureSheet::paint() {
  wxPaintDC dc{this};
  dc.DrawBitmap(backing_.seen({scale_, origin(), GetClientSize(), GetContentScaleFactor()}), 0, 0);
  const std::unique_ptr<wxGraphicsContext> context{wxGraphicsContext::Create(dc)};
  if (!context) return;
  paint_rings(*context);
  if (!HasFocus() || pointed_) return;
  const auto size = GetClientSize();
  context->SetBrush(*wxTRANSPARENT_BRUSH);
  context->SetPen(wxPen{wxSystemSettings::GetColour(wxSYS_COLOUR_HIGHLIGHT), FromDIP(2)});
  context->DrawRectangle(1, 1, size.x - 2, size.y - 2);
}

void PictureSheet::paint_rings(wxGraphicsContext& context) {
  constexpr int close = 1, far = 4, thin = 2, thick = 3; // device-independent pixels
  for (const auto& region : map_.regions())
    if (!chosen_.empty() && region.key == chosen_) paint_ring(context, region, chosen_ink, close, thin);
  if (pointed_ && HasFocus()) paint_ring(context, map_.regions()[*pointed_], keyboard_ink, far, thick);
}

/// With a white thread on both sides, so that it is seen on any colour.
void PictureSheet::paint_ring(wxGraphicsContext& context, const page::Region& region, const wxColour& ink, int away, int width) {
  constexpr int rounding = 6, thread = 2;
  auto box = to_pixels(area_of(region));
  box.Inflate(FromDIP(away));
  const double radius = std::min({static_cast<double>(FromDIP(rounding)), box.width / 2.0, box.height / 2.0});
  context.SetBrush(*wxTRANSPARENT_BRUSH);
  for (const auto& pen : {wxPen{paper, FromDIP(width + thread)}, wxPen{ink, FromDIP(width)}}) {
    context.SetPen(pen);
    context.DrawRoundedRectangle(box.x, box.y, box.width, box.height, radius);
  }
}

} // namespace hdskit::gui
