#include "gui/window/picture_backing.hpp"

#include <wx/brush.h>
#include <wx/dcmemory.h>
#include <wx/pen.h>
#include <wx/settings.h>

#include <algorithm>
#include <cstdlib>
#include <memory>

namespace hdskit::gui {
namespace {

// Paper is white in every theme, and what is drawn on it keeps its colours.
const wxColour paper{255, 255, 255}, edge{128, 128, 128};

wxBitmap new_bitmap(const PictureBacking::Sight& sight) {
  wxBitmap bitmap;
  bitmap.CreateScaled(std::max(1, sight.window.x), std::max(1, sight.window.y), wxBITMAP_SCREEN_DEPTH, sight.sharpness);
  return bitmap;
}

} // namespace

void PictureBacking::take(const page::Drawing& drawing) {
  ink_.take(drawing.shapes);
  width_ = drawing.width;
  height_ = drawing.height;
  bitmap_ = {};
}

const wxBitmap& PictureBacking::seen(const Sight& sight) {
  if (bitmap_.IsOk() && sight == sight_) return bitmap_;
  if (!bitmap_.IsOk() || !shift(sight)) {
    bitmap_ = new_bitmap(sight);
    draw(sight, {wxPoint{}, sight.window});
  }
  sight_ = sight;
  return bitmap_;
}

bool PictureBacking::shift(const Sight& sight) {
  auto moved = sight_;
  moved.origin = sight.origin;
  const auto by = sight.origin - sight_.origin;
  if (moved != sight || std::abs(by.x) >= sight.window.x || std::abs(by.y) >= sight.window.y) return false;
  auto next = new_bitmap(sight);
  {
    wxMemoryDC dc{next};
    dc.DrawBitmap(bitmap_, by.x, by.y);
  }
  bitmap_ = next;
  const auto size = sight.window;
  if (by.x != 0) draw(sight, {by.x > 0 ? 0 : size.x + by.x, 0, std::abs(by.x), size.y});
  if (by.y != 0) draw(sight, {0, by.y > 0 ? 0 : size.y + by.y, size.x, std::abs(by.y)});
  return true;
}

void PictureBacking::draw(const Sight& sight, const wxRect& part) {
  wxMemoryDC dc{bitmap_};
  const std::unique_ptr<wxGraphicsContext> context{wxGraphicsContext::Create(dc)};
  if (!context) return;
  context->Clip(part.x, part.y, part.width, part.height);
  context->SetPen(*wxTRANSPARENT_PEN);
  context->SetBrush(wxBrush{wxSystemSettings::GetColour(wxSYS_COLOUR_BTNFACE)});
  context->DrawRectangle(part.x, part.y, part.width, part.height);
  if (width_ <= 0 || height_ <= 0) return;
  const auto [scale, origin, window, sharpness] = sight;
  context->SetPen(wxPen{edge, 1});
  context->SetBrush(wxBrush{paper});
  context->DrawRectangle(origin.x - 1, origin.y - 1, width_ * scale + 2, height_ * scale + 2);
  ink_.paint(*context, scale, wxPoint2DDouble{origin}, {(part.x - origin.x) / scale, (part.y - origin.y) / scale, part.width / scale, part.height / scale});
}

} // namespace hdskit::gui
