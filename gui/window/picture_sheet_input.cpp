#include "gui/window/picture_sheet.hpp"

#include "gui/viewer/page_layout.hpp"
#include "gui/window/text.hpp"

#include <wx/cursor.h>

#include <cmath>

namespace hdskit::gui {
namespace {

constexpr int line = 40, drag_begins = 5; ///< device-independent pixels

} // namespace

void PictureSheet::bind_mouse() {
  Bind(wxEVT_LEFT_DOWN, &PictureSheet::press, this);
  Bind(wxEVT_MOTION, &PictureSheet::move, this);
  Bind(wxEVT_LEFT_UP, &PictureSheet::release, this);
  Bind(wxEVT_LEFT_DCLICK, &PictureSheet::open_at, this);
  Bind(wxEVT_MOUSEWHEEL, &PictureSheet::turn_wheel, this);
  Bind(wxEVT_MOUSE_CAPTURE_LOST, [this](wxMouseCaptureLostEvent&) { pressed_.reset(); });
}

void PictureSheet::press(wxMouseEvent& event) {
  SetFocus();
  pressed_ = event.GetPosition();
  pressed_start_ = GetViewStart();
  dragged_ = false;
  if (!HasCapture()) CaptureMouse();
}

void PictureSheet::move(wxMouseEvent& event) {
  if (!pressed_ || !event.LeftIsDown()) return hover(event.GetPosition());
  const auto moved = event.GetPosition() - *pressed_;
  if (!dragged_ && std::hypot(moved.x, moved.y) < FromDIP(drag_begins)) return;
  dragged_ = true;
  SetCursor(wxCursor{wxCURSOR_SIZING});
  scroll_to(pressed_start_.x - moved.x, pressed_start_.y - moved.y);
}

void PictureSheet::release(wxMouseEvent& event) {
  if (HasCapture()) ReleaseMouse();
  const bool clicked = pressed_ && !dragged_;
  pressed_.reset();
  hover(event.GetPosition());
  if (!clicked) return;
  const auto spot = to_points(event.GetPosition());
  if (const auto region = map_.at(spot.m_x, spot.m_y)) take(*region, false);
  else let_go();
}

void PictureSheet::open_at(wxMouseEvent& event) {
  const auto spot = to_points(event.GetPosition());
  if (const auto region = map_.at(spot.m_x, spot.m_y)) take(*region, true);
}

void PictureSheet::hover(wxPoint spot) {
  const auto at = to_points(spot);
  const auto region = map_.at(at.m_x, at.m_y);
  SetCursor(region ? wxCursor{wxCURSOR_HAND} : wxNullCursor);
  if (region == hovered_) return;
  hovered_ = region;
  if (region) SetToolTip(text(map_.regions()[*region].name));
  else UnsetToolTip();
}

void PictureSheet::turn_wheel(wxMouseEvent& event) {
  constexpr int lines_a_notch = 2;
  if (event.GetWheelDelta() <= 0) return;
  if (event.ControlDown()) {
    wheel_rest_ += event.GetWheelRotation(); // touchpads send small parts of a notch
    if (std::abs(wheel_rest_) < event.GetWheelDelta()) return;
    zoom_around(event.GetPosition(), {PictureFit::none, wheel_rest_ > 0 ? zoom_above(factor()) : zoom_below(factor())});
    wheel_rest_ = 0;
    return;
  }
  const int way = event.GetWheelRotation() * lines_a_notch * FromDIP(line) / event.GetWheelDelta();
  const auto start = GetViewStart();
  const bool sideways = event.GetWheelAxis() == wxMOUSE_WHEEL_HORIZONTAL;
  if (sideways || event.ShiftDown()) scroll_to(start.x + (sideways ? way : -way), start.y);
  else scroll_to(start.x, start.y - way);
}

void PictureSheet::key(wxKeyEvent& event) {
  if (event.AltDown() || event.MetaDown() || !run_key(event.GetKeyCode(), event.ControlDown())) event.Skip();
}

/// Where there is no region that way, the sheet is scrolled instead.
bool PictureSheet::go(Way way, int scroll_x, int scroll_y) {
  if (const auto next = map_.beside(pointed_, way)) point_at(next);
  else scroll_to(GetViewStart().x + FromDIP(scroll_x), GetViewStart().y + FromDIP(scroll_y));
  return true;
}

bool PictureSheet::run_key(int key, bool control) {
  if (control) {
    if (key == '+' || key == '=' || key == WXK_NUMPAD_ADD) return zoom_by(true), true;
    if (key == '-' || key == WXK_NUMPAD_SUBTRACT) return zoom_by(false), true;
    if (key == '0' || key == WXK_NUMPAD0) return set_zoom({}), true;
    return false;
  }
  switch (key) {
    case WXK_LEFT:
    case WXK_NUMPAD_LEFT: return go(Way::left, -line, 0);
    case WXK_RIGHT:
    case WXK_NUMPAD_RIGHT: return go(Way::right, line, 0);
    case WXK_UP:
    case WXK_NUMPAD_UP: return go(Way::up, 0, -line);
    case WXK_DOWN:
    case WXK_NUMPAD_DOWN: return go(Way::down, 0, line);
    case WXK_PAGEUP:
    case WXK_NUMPAD_PAGEUP: return go(Way::before, 0, -line);
    case WXK_PAGEDOWN:
    case WXK_NUMPAD_PAGEDOWN: return go(Way::after, 0, line);
    case WXK_HOME:
    case WXK_NUMPAD_HOME: return go(Way::first, 0, 0);
    case WXK_END:
    case WXK_NUMPAD_END: return go(Way::last, 0, 0);
    case WXK_SPACE:
      if (pointed_) take(*pointed_, false);
      return true;
    case WXK_RETURN:
    case WXK_NUMPAD_ENTER:
      if (pointed_) take(*pointed_, true);
      return pointed_.has_value();
    case WXK_ESCAPE: {
      const bool held = pointed_ || !chosen_.empty();
      if (held) let_go();
      return held;
    }
    default: return false;
  }
}

} // namespace hdskit::gui
