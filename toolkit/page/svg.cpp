#include "toolkit/page/figures.hpp"

#include "toolkit/page/figure_text.hpp"
#include "toolkit/page/xml_text.hpp"

#include <charconv>
#include <cmath>

namespace hdskit::page {
namespace {

class SvgWriter {
public:
  void write(const Box& box) {
    svg_ += "<rect" + number("x", box.x) + number("y", box.y) + number("width", box.width) + number("height", box.height);
    if (box.radius > 0) svg_ += number("rx", box.radius);
    svg_ += paint(box.fill, box.line, box.line_width) + "/>\n";
  }
  void write(const Polyline& line) {
    svg_ += line.closed ? "<polygon points=\"" : "<polyline points=\"";
    for (const auto& [x, y] : line.points) svg_ += short_number(x) + "," + short_number(y) + " ";
    svg_ += "\"" + paint(line.fill, line.line, line.line_width) + "/>\n";
  }
  void write(const Circle& circle) {
    svg_ +=
        "<circle" + number("cx", circle.x) + number("cy", circle.y) + number("r", circle.radius) + paint(circle.fill, circle.line, circle.line_width) + "/>\n";
  }
  void write(const Label& label) {
    static constexpr const char* anchors[] = {"start", "middle", "end"};
    svg_ += "<text" + number("x", label.x) + number("y", label.y) + " font-family=\"'Liberation Sans', Arial, sans-serif\"" + number("font-size", label.size) +
            (label.bold ? " font-weight=\"bold\"" : "") + " text-anchor=\"" + anchors[static_cast<int>(label.align)] + "\" fill=\"" +
            colour_code(label.colour) + "\"";
    if (label.rotation != 0) svg_ += " transform=\"rotate(" + short_number(-label.rotation) + " " + short_number(label.x) + " " + short_number(label.y) + ")\"";
    // Letters keep their place whatever a program makes of font sizes: LibreOffice rounds them.
    svg_ += number("textLength", figure_text_width(label.text, label.size, label.bold)) + " lengthAdjust=\"spacingAndGlyphs\"";
    svg_ += ">" + xml_text(label.text) + "</text>\n";
  }
  std::string take() { return std::move(svg_); }

private:
  static std::string number(const char* name, double value) { return std::string{" "} + name + "=\"" + short_number(value) + "\""; }
  static std::string paint(const std::optional<Colour>& fill, const std::optional<Colour>& line, double width) {
    auto text = " fill=\"" + (fill ? colour_code(*fill) : "none") + "\"";
    if (line) text += " stroke=\"" + colour_code(*line) + "\"" + number("stroke-width", width);
    return text;
  }
  std::string svg_;
};

} // namespace

std::string svg_of(const Drawing& drawing) {
  SvgWriter writer;
  for (const auto& shape : drawing.shapes) std::visit([&](const auto& one) { writer.write(one); }, shape);
  const auto width = short_number(drawing.width), height = short_number(drawing.height);
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.1\" width=\"" + width + "pt\" height=\"" + height +
         "pt\" viewBox=\"0 0 " + width + " " + height + "\">\n" + writer.take() + "</svg>\n";
}

} // namespace hdskit::page
