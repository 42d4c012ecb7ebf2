#include "gui/presenter/continuity_plans.hpp"

#include "gui/presenter/continuity_records.hpp"
#include "toolkit/base/duration_text.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/page/figure_text.hpp"

#include <algorithm>

// The time line of a plan. Drawn on a white sheet, as every figure.

namespace hdskit::gui {
namespace {

using page::Colour;

constexpr double lane = 15, axis = 16, label_share = 0.36, size = 7.5, bar = 8, margin = 4, tick = 4; // points
constexpr std::size_t most_lanes = 400;
constexpr std::int64_t most_ticks = 8;
constexpr Colour ink{0.13, 0.13, 0.15}, faint{0.45, 0.45, 0.48}, thread{0.85, 0.85, 0.87}, calm{0.62, 0.74, 0.89}, strong{0.72, 0.11, 0.11};

/// A round number of minutes between two ticks.
std::int64_t tick_of(std::int64_t total) {
  constexpr std::int64_t rounds[] = {5, 10, 15, 30, 60, 120, 240, 480, 720, 1440, 2880, 7200, 14400, 43200, 144000, 525600};
  for (const auto each : rounds)
    if (total / each <= most_ticks) return each;
  return std::max<std::int64_t>(1, total / most_ticks);
}

class ScheduleFigure {
public:
  ScheduleFigure(const PlanSchedule& schedule, double width) : schedule_{schedule}, width_{width} {}

  page::MappedDrawing drawing() {
    if (schedule_.steps.empty() || schedule_.total.count <= 0) return {};
    const auto lanes = std::min(most_lanes, schedule_.steps.size());
    figure_.drawing.width = width_;
    figure_.drawing.height = axis + lane * static_cast<double>(lanes) + margin;
    ticks();
    for (std::size_t i = 0; i < lanes; ++i) draw(schedule_.steps[i], axis + lane * static_cast<double>(i));
    figure_.alternative = tr("Time line of the plan") + ". " + joined(sentences_, " ");
    return std::move(figure_);
  }

private:
  double x_of(Minutes at) const {
    const double left = width_ * label_share;
    return left + (width_ - left - margin) * static_cast<double>(at.count) / static_cast<double>(schedule_.total.count);
  }
  void text(double x, double base, const std::string& words, Colour colour, page::Label::Align align, bool bold) {
    figure_.drawing.shapes.push_back(page::Label{.x = x, .y = base, .size = size, .text = words, .align = align, .bold = bold, .colour = colour});
  }
  void ticks() {
    const auto each = tick_of(schedule_.total.count);
    for (std::int64_t at = 0; at <= schedule_.total.count; at += each) {
      const double x = x_of({at});
      figure_.drawing.shapes.push_back(page::Polyline{.points = {{x, axis - tick}, {x, figure_.drawing.height - margin}}, .line = thread});
      const auto words = at == 0 ? moment_in_words({}) : duration_text({at});
      const double half = page::figure_text_width(words, size, false) / 2;
      text(std::clamp(x, half, width_ - half), axis - tick - 2, words, faint, page::Label::Align::middle, false);
    }
  }
  void draw(const PlannedStep& planned, double top) {
    const auto& step = *planned.step;
    constexpr double shortest = 2, slack_line = 1, base = 4.5;
    const auto words = page::figure_lines((planned.critical ? "● " : "") + step.reference + "\u00A0" + step.title, width_ * label_share - 2 * margin, size,
                                          planned.critical, 1);
    if (!words.empty()) text(margin, top + lane - base, words.front(), planned.critical ? strong : ink, page::Label::Align::start, planned.critical);
    const double from = x_of(planned.earliest_start), to = std::max(x_of(planned.earliest_end), from + shortest), y = top + (lane - bar) / 2;
    if (planned.slack.count > 0)
      figure_.drawing.shapes.push_back(
          page::Polyline{.points = {{to, top + lane / 2}, {x_of(planned.latest_end), top + lane / 2}}, .line = faint, .line_width = slack_line});
    figure_.drawing.shapes.push_back(
        page::Box{.x = from, .y = y, .width = to - from, .height = bar, .radius = 1.5, .fill = planned.critical ? strong : calm, .line = strong});
    if (!planned.critical) std::get<page::Box>(figure_.drawing.shapes.back()).line = faint;
    sentences_.push_back(sentence_of(planned));
    figure_.regions.push_back({0, top, width_, lane, record_row_key(PlanStep::type().kind, step.id.number()), sentences_.back()});
  }
  static std::string sentence_of(const PlannedStep& planned) {
    const auto& step = *planned.step;
    const auto when =
        tr("{1}, {2}: from {3} to {4}", {step.reference, step.title, moment_in_words(planned.earliest_start), moment_in_words(planned.earliest_end)});
    if (planned.critical) return when + ", " + tr("on the critical path") + ".";
    return when + ", " + tr("may wait {1}", {duration_text(planned.slack)}) + ".";
  }

  const PlanSchedule& schedule_;
  double width_;
  std::vector<std::string> sentences_;
  page::MappedDrawing figure_;
};

} // namespace

page::MappedDrawing schedule_figure(const ContinuityMap& map, const ContinuityPlan& plan, double width) {
  return ScheduleFigure{map.schedules.at(static_cast<std::size_t>(&plan - map.continuity.plans.data())), width}.drawing();
}

} // namespace hdskit::gui
