#pragma once

#include "gui/window/picture_ink.hpp"

#include <wx/bitmap.h>

namespace hdskit::gui {

/// What is in sight of a drawing, drawn once on a bitmap: thousands of shapes take a third of a second, and rings move over them at each key. Where the
/// sheet is scrolled, only what comes into sight is drawn.
class PictureBacking {
public:
  struct Sight {
    double scale = 1;     ///< pixels to a point
    wxPoint origin;       ///< of the drawing, in the window
    wxSize window;        ///< its size
    double sharpness = 1; ///< pixels of the screen to a pixel of the window
    bool operator==(const Sight&) const = default;
  };

  void take(const page::Drawing& drawing);
  const wxBitmap& seen(const Sight& sight);

private:
  void draw(const Sight& sight, const wxRect& part);
  bool shift(const Sight& sight);

  PictureInk ink_;
  double width_ = 0, height_ = 0;
  wxBitmap bitmap_;
  Sight sight_;
};

} // namespace hdskit::gui
