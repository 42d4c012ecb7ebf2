#include "toolkit/page/timeline_figure.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/page/figure_palette.hpp"
#include "toolkit/page/figure_text.hpp"

#include <algorithm>
#include <cmath>

namespace hdskit::page {
namespace {

constexpr double text_size = 8, time_size = 7.5, bar_height = 11, row_gap = 4, axis_height = 16, legend_height = 18;
constexpr std::int64_t hour = 60, day = 24 * hour;
constexpr std::int64_t ticks[] = {5,   10,      15,      30,      hour,    2 * hour, 3 * hour, 4 * hour, 6 * hour,  8 * hour,  12 * hour, 16 * hour,
                                  day, 2 * day, 3 * day, 5 * day, 7 * day, 14 * day, 30 * day, 90 * day, 180 * day, 365 * day, 730 * day, 3650 * day};

/// Minutes to a share of the axis, 0 to 1.
class TimeScale {
public:
  explicit TimeScale(const TimelineSpec& spec) {
    std::int64_t shortest = 0;
    for (const auto& bar : spec.bars) {
      end_ = std::max({end_, bar.to, bar.latest_end});
      if (bar.to > bar.from) shortest = shortest == 0 ? bar.to - bar.from : std::min(shortest, bar.to - bar.from);
    }
    constexpr double seen = 0.025; // of the axis: a shorter bar looks like a line
    const auto total = static_cast<double>(end_);
    linear_ = static_cast<double>(shortest) >= seen * total;
    unit_ = std::max(5.0, 3.0 * static_cast<double>(shortest));
  }
  double share(std::int64_t minutes) const {
    const auto at = static_cast<double>(minutes);
    return linear_ ? at / static_cast<double>(end_) : std::log1p(at / unit_) / std::log1p(static_cast<double>(end_) / unit_);
  }
  std::int64_t end() const { return end_; }
  bool linear() const { return linear_; }

private:
  std::int64_t end_ = 1;
  double unit_ = 5;
  bool linear_ = true;
};

class TimelineDrawing {
public:
  TimelineDrawing(const TimelineSpec& spec, double width) : spec_{spec}, scale_{spec} {
    double widest = 0;
    for (const auto& bar : spec.bars) widest = std::max(widest, figure_text_width(bar.title, text_size, true));
    left_ = std::min(widest, width * 0.36) + 8;
    right_ = width - 4;
    result_.drawing.width = width;
  }

  MappedDrawing draw() {
    double y = axis_height + 2;
    for (const auto& bar : spec_.bars) {
      titles_.push_back(fitted_text(bar.title, left_ - 8, text_size, bar.strong, 2));
      tops_.push_back(y);
      heights_.push_back(std::max(bar_height, titles_.back().height()) + row_gap);
      y += heights_.back();
    }
    draw_axis(y);
    draw_joints();
    for (std::size_t i = 0; i < spec_.bars.size(); ++i) draw_bar(i);
    draw_legend(y + 6);
    describe();
    return std::move(result_);
  }

private:
  std::vector<Shape>& shapes() { return result_.drawing.shapes; }
  double x_of(std::int64_t minutes) const { return left_ + scale_.share(minutes) * (right_ - left_); }
  double middle(std::size_t i) const { return tops_[i] + (heights_[i] - row_gap) / 2; }

  std::vector<std::int64_t> shown_ticks() const {
    constexpr double least_gap = 34; // points: "12 h 30" beside "15 h"
    std::vector<std::int64_t> shown{0};
    if (scale_.linear()) {
      auto step = scale_.end();
      for (const auto tick : ticks)
        if (x_of(tick) - left_ >= least_gap) {
          step = tick;
          break;
        }
      for (auto at = step; at <= scale_.end(); at += step) shown.push_back(at);
      return shown;
    }
    for (const auto tick : ticks)
      if (tick <= scale_.end() && x_of(tick) - x_of(shown.back()) >= least_gap) shown.push_back(tick);
    return shown;
  }

  void draw_axis(double bottom) {
    const auto& style = figure_style();
    for (const auto tick : shown_ticks()) {
      const double x = x_of(tick);
      shapes().push_back(Polyline{.points = {{x, axis_height - 3}, {x, bottom}}, .line = style.line, .line_width = 0.5});
      const auto align = x > right_ - 14 ? Label::Align::end : Label::Align::middle;
      shapes().push_back(
          Label{.x = x, .y = axis_height - 6, .size = time_size, .text = tick == 0 ? "0" : human_duration(tick), .align = align, .colour = style.ink});
    }
  }

  /// The path that decides, as stairs: where a strong bar begins as the one before it ends.
  void draw_joints() {
    for (std::size_t i = 0; i < spec_.bars.size(); ++i) {
      if (!spec_.bars[i].strong) continue;
      for (std::size_t next = i + 1; next < spec_.bars.size(); ++next)
        if (spec_.bars[next].strong && spec_.bars[next].from == spec_.bars[i].to) {
          const double x = x_of(spec_.bars[i].to);
          shapes().push_back(Polyline{.points = {{x, middle(i)}, {x, middle(next)}}, .line = figure_style().accent, .line_width = 1.4});
          break;
        }
    }
  }

  void draw_box(double x, double y, double width, bool strong) {
    const auto& style = figure_style();
    shapes().push_back(Box{.x = x,
                           .y = y,
                           .width = std::max(1.6, width),
                           .height = bar_height,
                           .radius = 1.5,
                           .fill = strong ? style.accent : style.pale,
                           .line = strong ? style.accent : Colour{0.47, 0.53, 0.58},
                           .line_width = strong ? 1.0 : 0.7});
  }

  void draw_slack(double from, double to, double y) {
    const Colour grey{0.47, 0.53, 0.58};
    shapes().push_back(Polyline{.points = {{from, y}, {to, y}}, .line = grey, .line_width = 0.9});
    shapes().push_back(Polyline{.points = {{to, y - 3}, {to, y + 3}}, .line = grey, .line_width = 0.9});
  }

  void draw_bar(std::size_t i) {
    const auto& bar = spec_.bars[i];
    const auto& style = figure_style();
    const double y = middle(i), begin = x_of(bar.from), end = x_of(bar.to), waiting = x_of(std::max(bar.to, bar.latest_end));
    draw_text(shapes(), titles_[i], 0, y - titles_[i].height() / 2, Label::Align::start, bar.strong, style.ink);
    if (waiting > end + 1) draw_slack(end, waiting, y);
    draw_box(begin, y - bar_height / 2, end - begin, bar.strong);
    const auto time = human_duration(bar.to);
    const double needed = figure_text_width(time, time_size, bar.strong);
    const bool beyond = std::max(end, waiting) + 4 + needed <= right_;
    const bool inside = !beyond && end - begin >= needed + 6;
    shapes().push_back(Label{.x = beyond   ? std::max(end, waiting) + 4
                                  : inside ? end - 4
                                           : begin - 4,
                             .y = y + time_size * 0.36,
                             .size = time_size,
                             .text = time,
                             .align = beyond ? Label::Align::start : Label::Align::end,
                             .bold = bar.strong,
                             .colour = inside && bar.strong ? paper_white : style.ink});
    result_.regions.push_back({0, tops_[i], result_.drawing.width, heights_[i], bar.key, bar.name});
  }

  void draw_legend(double top) {
    const auto& style = figure_style();
    double x = left_;
    const auto entry = [&](const std::string& title, auto draw_sign) {
      if (title.empty()) return;
      draw_sign(x);
      shapes().push_back(Label{.x = x + 27, .y = top + 8.5, .size = time_size, .text = title, .colour = style.ink});
      x += 27 + figure_text_width(title, time_size) + 14;
    };
    entry(spec_.strong_title, [&](double at) { draw_box(at, top, 22, true); });
    entry(spec_.plain_title, [&](double at) { draw_box(at, top, 22, false); });
    entry(spec_.slack_title, [&](double at) { draw_slack(at, at + 22, top + bar_height / 2); });
    result_.drawing.height = top + legend_height;
  }

  void describe() {
    result_.alternative = tr("Time line of {1}.", {human_duration(scale_.end())});
    for (const auto& bar : spec_.bars) result_.alternative += " " + bar.name + ".";
  }

  const TimelineSpec& spec_;
  TimeScale scale_;
  double left_ = 0, right_ = 0;
  std::vector<FittedText> titles_;
  std::vector<double> tops_, heights_;
  MappedDrawing result_;
};

} // namespace

MappedDrawing draw_timeline(const TimelineSpec& spec, double width) { return TimelineDrawing{spec, width}.draw(); }

} // namespace hdskit::page
