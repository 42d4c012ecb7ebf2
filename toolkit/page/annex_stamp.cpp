#include "toolkit/page/annex_stamp.hpp"

#include "toolkit/page/block_shaping.hpp"

#include <algorithm>

namespace hdskit::page {
namespace {

constexpr double edge = 14, padding = 4, box_height = 14; // points
constexpr double widest_stamp = 260;

} // namespace

TextBlock set_stamp(Typesetter& typesetter, const std::string& stamp) {
  auto style = table_style(typesetter.style());
  style.size = 8;
  style.leading = static_cast<float>(box_height);
  style.hyphenated = false;
  return typesetter.set_one_line(stamp + "\u00a0–", style, widest_stamp);
}

std::string AnnexStamp::content(double width, double height, const TextBlock& stamp, int page, int of, int number) const {
  std::string out = "/Artifact BMC\n" + watermark_.across(width, height, false);
  ContentStream probe{fonts_, signs_, 0};
  PaintedPage unused;
  TextPainter measure{probe, unused, references_, style_};
  const double stamp_width = (stamp.line_count > 0 ? measure.width_of_line(stamp, stamp.lines[0]) + probe.space_width(furniture_.cut, 8) : 0) +
                             width_of_page_number(probe, furniture_, page, of) + 2 * padding;
  const double mark_width = furniture_.watermark.line_count > 0 ? measure.width_of_line(furniture_.watermark, furniture_.watermark.lines[0]) + 2 * padding : 0;
  // On a page narrower than what is to be said, everything becomes smaller: drawn on a larger page that is then scaled.
  const double needed = std::max(stamp_width + mark_width + 6, width_of_page_number(probe, furniture_, number, pages_)) + 2 * edge;
  const double scale = std::min({1.0, width / needed, height / (4 * box_height + 2 * edge)});
  const double right = width / scale - edge, virtual_height = height / scale;
  ContentStream s{fonts_, signs_, virtual_height};
  TextPainter text{s, unused, references_, style_};
  s.save();
  s.matrix(scale, 0, 0, scale, 0, 0);
  const auto paper = [&](double x, double y, double box_width) {
    s.fill({1, 1, 1});
    s.stroke(style_.line, 0.5);
    s.rectangle(x, y, box_width, box_height, "B");
  };
  const double base = box_height / 2 + furniture_.size * 0.34;
  paper(right - stamp_width, edge, stamp_width);
  text.decorate(stamp, right - stamp_width + padding, edge);
  paint_page_number(s, furniture_, page, of, right - padding, edge + base, style_.ink);
  if (mark_width > 0) {
    const double x = right - stamp_width - 6 - mark_width;
    paper(x, edge, mark_width);
    text.decorate(furniture_.watermark, x + padding - (static_cast<double>(furniture_.watermark.width) - mark_width + 2 * padding) / 2, edge + 2);
  }
  const double number_width = width_of_page_number(s, furniture_, number, pages_) + 2 * padding;
  paper(right - number_width, virtual_height - edge - box_height, number_width);
  paint_page_number(s, furniture_, number, pages_, right - padding, virtual_height - edge - box_height + base, style_.ink);
  s.restore();
  return out + s.take() + "EMC\n";
}

} // namespace hdskit::page
