#pragma once

#include "gui/viewer/document_reader.hpp"
#include "gui/viewer/page_layout.hpp"

#include <wx/graphics.h>
#include <wx/scrolwin.h>

#include <map>

namespace hdskit::gui {

/// Pages one under the other, as far as they are in view. It asks for pictures and never waits for them.
class PdfCanvas : public wxScrolledCanvas {
public:
  explicit PdfCanvas(wxWindow* parent);

  void show(std::vector<PageSize> pages); ///< from the top; empty: nothing
  void take(int page, double pixels_per_point, Picture picture);
  void take_failure(int page); ///< it cannot be drawn

  int page() const; ///< from 0: the one that is looked at
  int page_count() const { return layout_.count(); }
  void go_to_page(int page);
  void go_to(const Hit& hit); ///< only as far as is needed to see it
  void mark(std::vector<Hit> hits, std::size_t current);

  void set_zoom(Zoom zoom);
  Zoom zoom() const { return zoom_; }
  double factor() const; ///< at which the page looked at is seen; 1 is its size on paper

  std::function<void(std::vector<DocumentReader::Sight>)> on_wanted;
  std::function<void()> on_moved; ///< another page, another zoom

private:
  // pdf_canvas.cpp
  void lay_out(int spot_y);
  void scroll_to(int x, int y);
  void scroll_by(int x, int y);
  void moved();
  void ask_for_pages();
  std::vector<int> pages_worth_keeping() const;
  double wanted_scale(int page) const;
  wxPoint start() const { return GetViewStart(); }

  // pdf_canvas_keys.cpp
  bool run_key(int key, bool control);
  void turn_wheel(wxMouseEvent& event);

  // pdf_canvas_paint.cpp
  void paint();
  void paint_page(wxGraphicsContext& context, int page, wxPoint origin);
  void paint_marks(wxGraphicsContext& context, int page, wxPoint origin);

  struct Drawn {
    wxGraphicsBitmap bitmap;
    double pixels_per_point = 0;
    int width = 0, height = 0; ///< physical pixels
    bool failed = false;
  };
  std::vector<PageSize> sizes_;
  Zoom zoom_;
  PageLayout layout_;
  std::map<int, Drawn> drawn_;
  std::map<int, std::vector<std::size_t>> hits_of_page_;
  std::vector<Hit> hits_;
  std::size_t current_hit_ = 0;
  int told_page_ = -1;
  double told_factor_ = 0;
  int wheel_rest_ = 0;
  bool laying_out_ = false;
};

} // namespace hdskit::gui
