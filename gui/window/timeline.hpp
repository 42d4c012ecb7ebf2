#pragma once

#include "gui/presenter/deadlines_timeline.hpp"

#include <wx/graphics.h>
#include <wx/panel.h>

#include <optional>

namespace hdskit::gui {

/// A Timeline drawn: a lane for each stage under an axis of months, today as a line, a legend. A table beside it must say the same in words.
class TimelineView : public wxPanel {
public:
  explicit TimelineView(wxWindow* parent);
  void show(Timeline line);

private:
  void paint();
  void paint_axis(wxGraphicsContext& context) const;
  void paint_lanes(wxGraphicsContext& context) const;
  void paint_bar(wxGraphicsContext& context, const TimelineBar& bar, double top) const;
  void paint_today(wxGraphicsContext& context) const;
  void paint_legend(wxGraphicsContext& context) const;
  void paint_box(wxGraphicsContext& context, BarKind kind, double x, double y, double width, double height) const;
  double x_of(Date day) const;
  double lanes_end() const;
  double line_height() const;
  double lane_height() const;
  int label_width() const;

  std::optional<Timeline> line_;
};

} // namespace hdskit::gui
