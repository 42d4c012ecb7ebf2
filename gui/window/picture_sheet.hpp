#pragma once

#include "gui/presenter/regions.hpp"
#include "gui/window/picture_backing.hpp"

#include <wx/scrolwin.h>

#include <functional>
#include <string>

namespace hdskit::gui {

enum class PictureFit { width, whole, none };

/// How large a picture is seen.
struct PictureZoom {
  PictureFit fit = PictureFit::width;
  double factor = 1; ///< when it fits to nothing: 1 is the size on paper
  bool operator==(const PictureZoom&) const = default;
};

/// A figure on a white sheet with regions to point at: by the mouse, and by the keyboard with arrows, Page Up and Page Down (in reading order), Home, End;
/// Space chooses, Enter chooses and opens, Escape lets go.
class PictureSheet : public wxScrolledCanvas {
public:
  PictureSheet(wxWindow* parent, std::string name);

  void show(page::MappedDrawing picture);
  const page::MappedDrawing& picture() const { return picture_; }
  void choose(const std::string& key); ///< "" : nothing is chosen
  const std::string& chosen() const { return chosen_; }
  const page::Region* pointed_at() const; ///< where the keyboard or the last click is; nullptr: nowhere

  void set_zoom(PictureZoom zoom);
  void zoom_by(bool larger);
  double factor() const; ///< 1 is the size on paper

  std::function<void(const std::string&key)> on_choose, on_open;
  std::function<void()> on_zoomed;

private:
  // picture_sheet.cpp
  void lay_out();
  double wanted_scale() const;
  void zoom_around(wxPoint spot, PictureZoom zoom);
  wxPoint origin() const; ///< of the drawing, in the window
  wxPoint2DDouble to_points(wxPoint spot) const;
  wxRect to_pixels(const Area& area) const;
  void point_at(std::optional<std::size_t> region);
  void take(std::size_t region, bool open);
  void let_go();
  void speak();
  void scroll_to(int x, int y);

  // picture_sheet_input.cpp
  void bind_mouse();
  void press(wxMouseEvent& event);
  void move(wxMouseEvent& event);
  void release(wxMouseEvent& event);
  void open_at(wxMouseEvent& event);
  void turn_wheel(wxMouseEvent& event);
  void hover(wxPoint spot);
  void key(wxKeyEvent& event);
  bool run_key(int key, bool control);
  bool go(Way way, int scroll_x, int scroll_y);

  // picture_sheet_paint.cpp
  void paint();
  void paint_rings(wxGraphicsContext& context);
  void paint_ring(wxGraphicsContext& context, const page::Region& region, const wxColour& ink, int away, int width);

  std::string name_;
  page::MappedDrawing picture_;
  PictureBacking backing_;
  RegionMap map_;
  PictureZoom zoom_;
  double scale_ = 1; ///< pixels to a point
  std::optional<std::size_t> pointed_, hovered_;
  std::string chosen_;
  std::optional<wxPoint> pressed_; ///< where the button went down
  wxPoint pressed_start_;          ///< and how far the sheet was scrolled then
  bool dragged_ = false, laying_out_ = false;
  int wheel_rest_ = 0;
};

} // namespace hdskit::gui
