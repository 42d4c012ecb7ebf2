#pragma once

#include "gui/presenter/regions.hpp"

#include <wx/graphics.h>

#include <map>
#include <optional>
#include <vector>

namespace hdskit::gui {

/// Draws the shapes of a page::Drawing on the screen. Remembers fonts and the sizes of labels from one painting to the next.
class PictureInk {
public:
  void take(std::vector<page::Shape> shapes);

  /// `scale` pixels to a point; `origin`: where the top left of the drawing lies; `damaged`: what is to be painted, in points.
  void paint(wxGraphicsContext& context, double scale, wxPoint2DDouble origin, const Area& damaged);

private:
  struct Measured {
    double width = 0, ascent = 0; ///< pixels
  };
  void draw(const page::Box& box);
  void draw(const page::Polyline& line);
  void draw(const page::Circle& circle);
  void draw(const page::Label& label);
  void set_ink(const std::optional<page::Colour>& fill, const std::optional<page::Colour>& line, double line_width);
  const wxFont& font(const page::Label& label);
  Measured measured(const wxString& words);
  wxPoint2DDouble place(double x, double y) const { return {origin_.m_x + x * scale_, origin_.m_y + y * scale_}; }

  std::vector<page::Shape> shapes_;
  std::vector<Area> areas_;
  std::vector<std::optional<Measured>> measured_;   ///< of labels, at scale_
  std::map<std::pair<double, bool>, wxFont> fonts_; ///< by size in points and weight, at scale_
  double scale_ = 0;
  // while it paints
  wxGraphicsContext* context_ = nullptr;
  wxPoint2DDouble origin_;
  std::size_t shape_ = 0;
};

} // namespace hdskit::gui
