#include "gui/window/timeline.hpp"

#include "gui/window/text.hpp"
#include "gui/window/theme.hpp"
#include "gui/window/view_parts.hpp"
#include "toolkit/base/translate.hpp"

#include <wx/control.h>
#include <wx/dcbuffer.h>
#include <wx/settings.h>

#include <algorithm>
#include <memory>

namespace hdskit::gui {
namespace {

constexpr int widest_labels = 300, hatching = 6; ///< device-independent pixels
constexpr double share_of_the_labels = 0.32, share_of_the_worst = 0.4;

wxColour words_colour() { return wxSystemSettings::GetColour(wxSYS_COLOUR_WINDOWTEXT); }

void hatch(wxGraphicsContext& context, double x, double y, double width, double height, double step) {
  context.PushState();
  context.Clip(x, y, width, height);
  for (double at = x - height; at < x + width; at += step) context.StrokeLine(at, y + height, at + height, y);
  context.PopState();
}

} // namespace

TimelineView::TimelineView(wxWindow* parent) : wxPanel{parent} {
  SetBackgroundStyle(wxBG_STYLE_PAINT);
  Bind(wxEVT_PAINT, [this](wxPaintEvent&) { paint(); });
  Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    Refresh();
    event.Skip();
  });
}

void TimelineView::show(Timeline line) {
  line_ = std::move(line);
  constexpr double axis_and_legend = 3.6; // in lines
  SetMinSize({-1, static_cast<int>(axis_and_legend * line_height() + lane_height() * static_cast<double>(line_->lanes.size()))});
  Refresh();
}

double TimelineView::line_height() const { return GetCharHeight() + FromDIP(2); }
double TimelineView::lane_height() const { return GetCharHeight() + FromDIP(2 * gap); }
int TimelineView::label_width() const { return std::min(FromDIP(widest_labels), static_cast<int>(GetClientSize().x * share_of_the_labels)); }
double TimelineView::lanes_end() const { return line_height() + FromDIP(gap) + lane_height() * static_cast<double>(line_->lanes.size()); }

double TimelineView::x_of(Date day) const {
  const double room = GetClientSize().x - label_width() - FromDIP(2 * gap);
  return label_width() + FromDIP(gap) + room * line_->place(day);
}

void TimelineView::paint() {
  wxAutoBufferedPaintDC dc{this};
  dc.SetBackground(wxSystemSettings::GetColour(wxSYS_COLOUR_WINDOW));
  dc.Clear();
  if (!line_) return;
  const std::unique_ptr<wxGraphicsContext> context{wxGraphicsContext::Create(dc)};
  if (!context) return;
  paint_axis(*context);
  paint_lanes(*context);
  paint_today(*context);
  paint_legend(*context);
}

void TimelineView::paint_axis(wxGraphicsContext& context) const {
  context.SetFont(GetFont(), colour(Tone::faint));
  auto thread = colour(Tone::faint);
  constexpr unsigned char faint = 70;
  context.SetPen(wxPen{wxColour{thread.Red(), thread.Green(), thread.Blue(), faint}});
  double taken = 0;
  for (const auto& tick : line_->ticks) {
    const double x = x_of(tick.day);
    context.StrokeLine(x, line_height(), x, lanes_end());
    double width = 0, height = 0;
    context.GetTextExtent(text(tick.label), &width, &height);
    if (x < taken || x + width > GetClientSize().x) continue;
    context.DrawText(text(tick.label), x, 0);
    taken = x + width + FromDIP(gap);
  }
}

void TimelineView::paint_lanes(wxGraphicsContext& context) const {
  wxClientDC measure{const_cast<TimelineView*>(this)};
  measure.SetFont(GetFont());
  double top = line_height() + FromDIP(gap);
  for (const auto& lane : line_->lanes) {
    context.SetFont(GetFont(), words_colour());
    const auto label = wxControl::Ellipsize(text(lane.title), measure, wxELLIPSIZE_END, label_width() - FromDIP(gap));
    context.DrawText(label, FromDIP(gap), top + (lane_height() - GetCharHeight()) / 2);
    for (const auto& bar : lane.bars) paint_bar(context, bar, top);
    top += lane_height();
  }
}

void TimelineView::paint_bar(wxGraphicsContext& context, const TimelineBar& bar, double top) const {
  const double from = x_of(bar.from), to = std::max(x_of(bar.to), from + FromDIP(2)), edge = FromDIP(gap) / 2.0;
  paint_box(context, bar.kind, from, top + edge, to - from, lane_height() - 2 * edge);
}

void TimelineView::paint_box(wxGraphicsContext& context, BarKind kind, double x, double y, double width, double height) const {
  const double thick = std::max(1.0, FromDIP(3) / 2.0);
  if (kind == BarKind::actual) {
    const double inset = height / 4; // the outline of the law stays in sight around it
    context.SetPen(*wxTRANSPARENT_PEN);
    context.SetBrush(wxBrush{colour(Tone::good)});
    context.DrawRectangle(x, y + inset, width, height - 2 * inset);
    return;
  }
  const auto ink = kind == BarKind::legal ? words_colour() : colour(Tone::warning);
  if (kind == BarKind::worst) {
    const double low = height * share_of_the_worst;
    y += (height - low) / 2;
    height = low;
  }
  context.SetBrush(*wxTRANSPARENT_BRUSH);
  if (kind != BarKind::legal) {
    context.SetPen(wxPen{ink, FromDIP(1)});
    hatch(context, x, y, width, height, FromDIP(hatching));
  }
  context.SetPen(wxPen{ink, static_cast<int>(thick)});
  context.DrawRectangle(x, y, width, height);
}

void TimelineView::paint_today(wxGraphicsContext& context) const {
  const double x = x_of(line_->today), end = lanes_end();
  context.SetPen(wxPen{colour(Tone::bad), FromDIP(2)});
  context.StrokeLine(x, line_height(), x, end);
  context.SetFont(GetFont().Bold(), colour(Tone::bad));
  const auto words = text(tr("today, {1}", {shown_today(*line_)}));
  double width = 0, height = 0;
  context.GetTextExtent(words, &width, &height);
  const double most = GetClientSize().x - width - FromDIP(gap);
  context.DrawText(words, std::clamp(x - width / 2, 0.0, std::max(0.0, most)), end);
}

void TimelineView::paint_legend(wxGraphicsContext& context) const {
  const double top = lanes_end() + line_height() + FromDIP(gap), box = FromDIP(28), height = GetCharHeight();
  double x = FromDIP(gap);
  const auto labels = timeline_legend();
  for (std::size_t i = 0; i < labels.size(); ++i) {
    paint_box(context, static_cast<BarKind>(i), x, top, box, height);
    x += box + FromDIP(gap);
    context.SetFont(GetFont(), words_colour());
    context.DrawText(text(labels[i]), x, top);
    double width = 0, unused = 0;
    context.GetTextExtent(text(labels[i]), &width, &unused);
    x += width + FromDIP(3 * gap);
  }
}

} // namespace hdskit::gui
