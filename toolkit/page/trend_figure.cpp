#include "toolkit/page/trend_figure.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/page/figure_palette.hpp"
#include "toolkit/page/figure_text.hpp"

#include <algorithm>
#include <cmath>

namespace hdskit::page {
namespace {

constexpr double plot_height = 84, text_size = 7.5, top_room = 8, axis_room = 16, legend_room = 16, radius = 3.2;
constexpr std::int64_t minute = 60, hour = 60 * minute, day = 24 * hour;
constexpr std::int64_t steps[] = {1,           2,           5,           10,       15,       30,        minute,   2 * minute, 5 * minute,
                                  10 * minute, 15 * minute, 30 * minute, hour,     2 * hour, 3 * hour,  4 * hour, 6 * hour,   12 * hour,
                                  day,         2 * day,     5 * day,     10 * day, 30 * day, 100 * day, 365 * day};
constexpr Colour good_colour{0.08, 0.38, 0.22}, late_colour{0.62, 0.32, 0.02}, bad_colour{0.60, 0.10, 0.12};

std::string time_text(std::int64_t seconds) {
  if (seconds == 0) return "0";
  return seconds % minute == 0 ? human_duration(seconds / minute) : std::to_string(seconds) + "\u00A0s";
}

class TrendDrawing {
public:
  TrendDrawing(const TrendSpec& spec, double width) : spec_{spec}, points_{spec.points} {
    std::ranges::stable_sort(points_, {}, &TrendSpec::Point::day);
    std::int64_t highest = spec.objective.value_or(0);
    for (const auto& point : points_) highest = std::max(highest, point.seconds);
    constexpr std::int64_t most_lines = 5;
    const auto* step = std::ranges::find_if(steps, [&](std::int64_t one) { return highest <= one * most_lines; });
    step_ = step == std::end(steps) ? highest / most_lines + 1 : *step;
    top_value_ = std::max<std::int64_t>(step_, (highest + step_ - 1) / step_ * step_);
    double widest = 0;
    for (std::int64_t at = 0; at <= top_value_; at += step_) widest = std::max(widest, figure_text_width(time_text(at), text_size));
    left_ = widest + 8;
    right_ = width - 10;
    bottom_ = top_room + plot_height;
    result_.drawing.width = width;
    result_.drawing.height = bottom_ + axis_room;
  }

  MappedDrawing draw() {
    if (points_.empty()) return {};
    draw_grid();
    draw_days();
    draw_objective();
    draw_way();
    for (const auto& point : points_) draw_point(point);
    draw_legend();
    describe();
    return std::move(result_);
  }

private:
  std::vector<Shape>& shapes() { return result_.drawing.shapes; }
  double y_of(std::int64_t seconds) const { return bottom_ - plot_height * static_cast<double>(seconds) / static_cast<double>(top_value_); }
  double x_of(Date on) const {
    const int span = days_between(points_.front().day, points_.back().day);
    const double inner_left = left_ + 12, inner_right = right_ - 12;
    if (span == 0) return (inner_left + inner_right) / 2;
    return inner_left + (inner_right - inner_left) * days_between(points_.front().day, on) / span;
  }

  void draw_grid() {
    const auto& style = figure_style();
    for (std::int64_t at = 0; at <= top_value_; at += step_) {
      shapes().push_back(Polyline{.points = {{left_, y_of(at)}, {right_, y_of(at)}}, .line = style.line, .line_width = at == 0 ? 0.9 : 0.4});
      shapes().push_back(
          Label{.x = left_ - 4, .y = y_of(at) + text_size * 0.36, .size = text_size, .text = time_text(at), .align = Label::Align::end, .colour = style.ink});
    }
  }

  /// The first and the last day, and those between that have room.
  void draw_days() {
    constexpr double room = 58; // points: "22/11/2026" and air
    double taken = left_ - room;
    for (std::size_t i = 0; i < points_.size(); ++i) {
      const double x = x_of(points_[i].day);
      const bool last = i + 1 == points_.size();
      if (!last && (x - taken < room || x_of(points_.back().day) - x < room)) continue;
      if (last && i > 0 && x - taken < room / 2) continue; // the same day as one that is written already
      taken = x;
      const auto iso = points_[i].day.iso();
      shapes().push_back(Label{.x = x,
                               .y = bottom_ + 11,
                               .size = text_size,
                               .text = iso.substr(8, 2) + "/" + iso.substr(5, 2) + "/" + iso.substr(0, 4),
                               .align = Label::Align::middle,
                               .colour = figure_style().ink});
    }
  }

  void draw_objective() {
    if (!spec_.objective) return;
    const double y = y_of(*spec_.objective);
    constexpr double dash = 5, gap = 3;
    for (double x = left_; x < right_; x += dash + gap)
      shapes().push_back(Polyline{.points = {{x, y}, {std::min(x + dash, right_), y}}, .line = figure_style().accent, .line_width = 1.2});
    const bool above = y - text_size - 2 > 0;
    shapes().push_back(Label{.x = right_,
                             .y = above ? y - 3 : y + text_size + 2,
                             .size = text_size,
                             .text = spec_.objective_title,
                             .align = Label::Align::end,
                             .bold = true,
                             .colour = figure_style().accent});
  }

  void draw_way() {
    std::vector<std::pair<double, double>> way;
    for (const auto& point : points_) way.emplace_back(x_of(point.day), y_of(point.seconds));
    if (way.size() > 1) shapes().push_back(Polyline{.points = std::move(way), .line = Colour{0.47, 0.53, 0.58}, .line_width = 0.8});
  }

  void draw_mark(TrendSpec::Mark mark, double x, double y) {
    switch (mark) {
      case TrendSpec::Mark::good: shapes().push_back(Circle{.x = x, .y = y, .radius = radius, .fill = good_colour, .line = paper_white}); return;
      case TrendSpec::Mark::late:
        shapes().push_back(Polyline{.points = {{x, y - radius - 0.8}, {x + radius + 0.8, y + radius}, {x - radius - 0.8, y + radius}},
                                    .closed = true,
                                    .fill = late_colour,
                                    .line = paper_white});
        return;
      case TrendSpec::Mark::bad: break;
    }
    for (const double way : {1.0, -1.0})
      shapes().push_back(Polyline{.points = {{x - radius, y - way * radius}, {x + radius, y + way * radius}}, .line = bad_colour, .line_width = 1.8});
  }

  void draw_point(const TrendSpec::Point& point) {
    constexpr double reach = 6; // a finger's or pointer's room around a mark
    const double x = x_of(point.day), y = y_of(point.seconds);
    draw_mark(point.mark, x, y);
    result_.regions.push_back({x - reach, y - reach, 2 * reach, 2 * reach, point.key, point.name});
  }

  void draw_legend() {
    double x = left_;
    const double y = bottom_ + axis_room + 7;
    const auto entry = [&](TrendSpec::Mark mark, const std::string& title) {
      if (title.empty() || std::ranges::find(points_, mark, &TrendSpec::Point::mark) == points_.end()) return;
      draw_mark(mark, x + radius, y);
      shapes().push_back(Label{.x = x + 11, .y = y + text_size * 0.36, .size = text_size, .text = title, .colour = figure_style().ink});
      x += 11 + figure_text_width(title, text_size) + 14;
    };
    entry(TrendSpec::Mark::good, spec_.good_title);
    entry(TrendSpec::Mark::late, spec_.late_title);
    entry(TrendSpec::Mark::bad, spec_.bad_title);
    if (x > left_) result_.drawing.height += legend_room;
  }

  void describe() {
    result_.alternative = tr("Times measured, by day.");
    if (spec_.objective) result_.alternative += " " + tr("Objective: {1}.", {spec_.objective_title});
    for (const auto& point : points_) result_.alternative += " " + point.name + ".";
  }

  const TrendSpec& spec_;
  std::vector<TrendSpec::Point> points_;
  std::int64_t step_ = 1, top_value_ = 1;
  double left_ = 0, right_ = 0, bottom_ = 0;
  MappedDrawing result_;
};

} // namespace

MappedDrawing draw_trend(const TrendSpec& spec, double width) { return TrendDrawing{spec, width}.draw(); }

} // namespace hdskit::page
