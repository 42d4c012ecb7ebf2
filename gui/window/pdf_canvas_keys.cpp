#include "gui/window/pdf_canvas.hpp"

#include <algorithm>

namespace hdskit::gui {
namespace {

constexpr int line = 40; ///< device-independent pixels that an arrow key goes

} // namespace

bool PdfCanvas::run_key(int key, bool control) {
  const int most = std::max(line, GetClientSize().GetHeight() - line);
  const bool wide = layout_.width() > GetClientSize().GetWidth();
  switch (key) {
    case WXK_UP:
    case WXK_NUMPAD_UP: scroll_by(0, -line); return true;
    case WXK_DOWN:
    case WXK_NUMPAD_DOWN: scroll_by(0, line); return true;
    case WXK_LEFT:
    case WXK_NUMPAD_LEFT: wide ? scroll_by(-line, 0) : go_to_page(page() - 1); return true;
    case WXK_RIGHT:
    case WXK_NUMPAD_RIGHT: wide ? scroll_by(line, 0) : go_to_page(page() + 1); return true;
    case WXK_PAGEUP:
    case WXK_NUMPAD_PAGEUP: control ? go_to_page(page() - 1) : scroll_by(0, -most); return true;
    case WXK_PAGEDOWN:
    case WXK_NUMPAD_PAGEDOWN: control ? go_to_page(page() + 1) : scroll_by(0, most); return true;
    case WXK_SPACE: scroll_by(0, most); return true;
    case WXK_HOME:
    case WXK_NUMPAD_HOME: scroll_to(0, 0); return true;
    case WXK_END:
    case WXK_NUMPAD_END: scroll_to(start().x, layout_.height()); return true;
    default: return false;
  }
}

void PdfCanvas::turn_wheel(wxMouseEvent& event) {
  constexpr int lines_a_notch = 2;
  if (event.GetWheelDelta() <= 0) return;
  if (event.ControlDown()) {
    wheel_rest_ += event.GetWheelRotation(); // touchpads send small parts of a notch
    if (std::abs(wheel_rest_) < event.GetWheelDelta()) return;
    set_zoom({false, wheel_rest_ > 0 ? zoom_above(factor()) : zoom_below(factor())});
    wheel_rest_ = 0;
    return;
  }
  const int way = event.GetWheelRotation() * lines_a_notch * line / event.GetWheelDelta();
  if (event.GetWheelAxis() == wxMOUSE_WHEEL_HORIZONTAL || event.ShiftDown()) scroll_by(event.GetWheelAxis() == wxMOUSE_WHEEL_HORIZONTAL ? way : -way, 0);
  else scroll_by(0, -way);
}

} // namespace hdskit::gui
