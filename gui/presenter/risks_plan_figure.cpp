#include "gui/presenter/risks_plan.hpp"

#include "gui/presenter/form.hpp"
#include "gui/presenter/form_calendar.hpp"
#include "gui/presenter/risks_records.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/page/figure_text.hpp"

#include <algorithm>

// The time line of the action plan. Drawn on a white sheet, as every figure.

namespace hdskit::gui {
namespace {

using page::Colour;

constexpr double lane = 15, axis = 16, label_share = 0.34, size = 7.5, bar = 7, margin = 4; // points
constexpr std::size_t most_lanes = 400;
constexpr int most_ticks = 8;
constexpr Colour ink{0.13, 0.13, 0.15}, faint{0.45, 0.45, 0.48}, thread{0.85, 0.85, 0.87}, open{0.75, 0.82, 0.92}, filled{0.16, 0.38, 0.66},
    late{0.72, 0.11, 0.11}, good{0.13, 0.47, 0.24};

Date month_of(Date day) { return *Date::of(day.year(), day.month(), 1); }

class PlanFigure {
public:
  PlanFigure(const RiskMap& map, const std::vector<const Measure*>& measures, double width) : today_{map.day}, width_{width}, first_{map.day}, last_{map.day} {
    for (const auto* measure : measures)
      if (measure->due && lanes_.size() < most_lanes) lanes_.push_back(measure);
    for (const auto* measure : lanes_) {
      first_ = std::min({first_, *measure->due, start_of(*measure)});
      last_ = std::max(last_, *measure->due);
    }
    first_ = month_of(first_);
    last_ = months_later(month_of(last_), 1);
  }

  page::MappedDrawing drawing() {
    if (lanes_.empty()) return {};
    figure_.drawing.width = width_;
    figure_.drawing.height = axis + lane * static_cast<double>(lanes_.size()) + axis;
    ticks();
    double top = axis;
    for (const auto* measure : lanes_) {
      draw(*measure, top);
      top += lane;
    }
    line_of_today(top);
    figure_.alternative = tr("Time line of the action plan") + ". " + joined(sentences_, " ");
    return std::move(figure_);
  }

private:
  /// Without a start, a measure is a point in time: a short bar before its day.
  Date start_of(const Measure& measure) const {
    constexpr int days = 21;
    return measure.start && *measure.start < *measure.due ? *measure.start : measure.due->plus_days(-days);
  }
  double x_of(Date day) const {
    const double left = width_ * label_share, all = days_between(first_, last_);
    return left + (width_ - left - margin) * days_between(first_, day) / all;
  }
  void text(double x, double base, const std::string& words, Colour colour, page::Label::Align align = page::Label::Align::start, bool bold = false) {
    figure_.drawing.shapes.push_back(page::Label{.x = x, .y = base, .size = size, .text = words, .align = align, .bold = bold, .colour = colour});
  }

  void ticks() {
    constexpr int in_a_year = 12;
    const int months = (last_.year() - first_.year()) * in_a_year + static_cast<int>(last_.month()) - static_cast<int>(first_.month());
    const int each = std::max(1, (months + most_ticks - 1) / most_ticks);
    for (int month = 0; month < months; month += each) {
      const auto day = months_later(first_, month);
      const double x = x_of(day);
      figure_.drawing.shapes.push_back(page::Polyline{.points = {{x, axis - 4}, {x, figure_.drawing.height - axis}}, .line = thread});
      const auto number = std::to_string(day.month());
      text(x, axis - 6, (number.size() < 2 ? "0" : "") + number + "/" + std::to_string(day.year()), faint);
    }
  }

  void draw(const Measure& measure, double top) {
    const bool is_done = measure.state == MeasureState::done, late_one = is_late(measure, today_), given_up = measure.state == MeasureState::abandoned;
    const auto sign = late_one ? "✖ " : is_done ? "✔ " : given_up ? "– " : "";
    const auto words = page::figure_lines(sign + measure.reference + "\u00A0" + measure.name, width_ * label_share - 2 * margin, size, false, 1);
    if (!words.empty()) text(margin, top + lane - 4.5, words.front(), late_one ? late : given_up ? faint : ink);
    const double from = x_of(start_of(measure)), to = std::max(x_of(*measure.due), from + 3), y = top + (lane - bar) / 2;
    const auto strong = late_one ? late : is_done ? good : filled;
    const double share = is_done ? 1 : std::clamp(static_cast<double>(measure.progress.value_or(0)) / 100, 0.0, 1.0);
    figure_.drawing.shapes.push_back(
        page::Box{.x = from, .y = y, .width = to - from, .height = bar, .radius = 1.5, .fill = given_up ? thread : open, .line = strong});
    if (share > 0 && !given_up)
      figure_.drawing.shapes.push_back(page::Box{.x = from, .y = y, .width = (to - from) * share, .height = bar, .radius = 1.5, .fill = strong, .line = {}});
    sentences_.push_back(sentence_of(measure, late_one));
    figure_.regions.push_back({0, top, width_, lane, measure.reference, sentences_.back()});
  }

  std::string sentence_of(const Measure& measure, bool late_one) const {
    const auto state = late_one ? tr("{1}, late", {choice_word(measure.state)}) : choice_word(measure.state);
    auto sentence = tr("{1}, {2}: {3}, due on {4}", {measure.reference, measure.name, state, shown_date(measure.due->iso())});
    if (measure.progress) sentence += ", " + tr("{1} %", {std::to_string(*measure.progress)});
    return sentence + (measure.owner.empty() ? "." : ", " + measure.owner + ".");
  }

  void line_of_today(double end) {
    const double x = x_of(today_);
    figure_.drawing.shapes.push_back(page::Polyline{.points = {{x, axis - 4}, {x, end}}, .line = late, .line_width = 1});
    const auto words = tr("today, {1}", {shown_date(today_.iso())});
    const double half = page::figure_text_width(words, size, true) / 2;
    text(std::clamp(x, half, width_ - half), end + size + 3, words, late, page::Label::Align::middle, true);
  }

  Date today_;
  double width_;
  Date first_, last_;
  std::vector<const Measure*> lanes_;
  std::vector<std::string> sentences_;
  page::MappedDrawing figure_;
};

} // namespace

page::MappedDrawing plan_figure(const RiskMap& map, const std::vector<const Measure*>& measures, double width) {
  return PlanFigure{map, measures, width}.drawing();
}

} // namespace hdskit::gui
