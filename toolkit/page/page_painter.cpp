#include "toolkit/page/page_painter.hpp"

#include "toolkit/page/drawing_painter.hpp"
#include "toolkit/page/table_painter.hpp"

#include <algorithm>
#include <cmath>

namespace hdskit::page {
namespace {

class PagePainter {
public:
  PagePainter(const Makeup& makeup, PaintedPage& page)
      : m_{makeup}, style_{makeup.style}, page_{page}, s_{makeup.fonts, makeup.signs, style_.page_height}, text_{s_, page, makeup.references, style_} {}

  void run(const Fragments& fragments, int number) {
    if (m_.watermark != 0) {
      s_.artifact();
      draw(m_.watermark);
      s_.end_marked();
    }
    if (m_.cover != nullptr && number == 0) {
      paint_plain_watermark(s_, text_, m_.furniture, style_);
      paint_cover(s_, text_, *m_.cover, style_);
    } else {
      paint_furniture(s_, text_, m_.furniture, style_, number + 1, m_.pages);
    }
    for (const auto& fragment : fragments) paint(fragment);
    page_.content = deflated(s_.take());
  }

private:
  void draw(int object) {
    s_.draw_object(object);
    page_.objects.insert(object);
  }

  void paint(const Fragment& fragment) {
    const auto& block = *fragment.block;
    const auto* with_marker = std::get_if<TextBox>(&block.content);
    if (fragment.begins)
      for (const auto& tag : block.opens) {
        // The label of a list item stands between the item and its body.
        if (tag == Tag::lbody && with_marker != nullptr && with_marker->marker.line_count > 0 && &tag == &block.opens.back())
          paint_marker(*with_marker, style_.margin_top + fragment.y);
        text_.open(tag);
      }
    const double x = style_.margin_left + static_cast<double>(block.x), y = style_.margin_top + fragment.y;
    std::visit([&](const auto& content) { paint(content, block, fragment, x, y); }, block.content);
    for (std::uint16_t i = 0; fragment.ends && i < block.closes; ++i) text_.close();
  }

  void paint_marker(const TextBox& box, double y) {
    text_.open(Tag::lbl);
    text_.paint(box.marker, style_.margin_left + static_cast<double>(box.marker_x), y + static_cast<double>(box.above));
    text_.close();
  }

  void paint(const TextBox& box, const SetBlock& block, const Fragment& fragment, double x, double y) {
    if (box.page_of >= 0) return paint_contents_line(box, block, x, y);
    const double above = fragment.begins ? static_cast<double>(box.above) : 0;
    const double height = above + (fragment.to - fragment.from) * static_cast<double>(box.text.leading) + static_cast<double>(box.below);
    paint_ground(box.ground, x, y, static_cast<double>(block.width), height, fragment.ends);
    if (box.text.line_count == 0) return;
    if (fragment.begins) text_.open(block.tag);
    text_.paint(box.text, x + static_cast<double>(box.inset), y + above, fragment.from, fragment.to);
    if (fragment.ends) text_.close();
  }

  void paint_ground(TextBox::Ground ground, double x, double y, double width, double height, bool ends) {
    if (ground == TextBox::Ground::none || (ground == TextBox::Ground::chapter && !ends)) return;
    s_.artifact();
    if (ground == TextBox::Ground::chapter) {
      s_.fill(style_.accent);
      s_.rectangle(x, y + height + 5, 46, 2.2, "f");
    } else if (ground == TextBox::Ground::quote) {
      s_.fill(style_.line);
      s_.rectangle(x + 4, y, 1.6, height, "f");
    } else {
      s_.fill(style_.pale);
      s_.rectangle(x, y, width, height, "f");
      if (ground == TextBox::Ground::note) s_.fill(style_.accent), s_.rectangle(x, y, 2.6, height, "f");
    }
    s_.end_marked();
  }

  void paint_contents_line(const TextBox& box, const SetBlock& block, double x, double y) {
    const auto& target = m_.references.targets[static_cast<std::size_t>(box.page_of)];
    const double right = x + static_cast<double>(block.width), height = static_cast<double>(block.height);
    text_.open(Tag::toci);
    text_.open(Tag::link);
    text_.paint(box.text, x, y);
    paint_leader(box.text, x, right, y, target.page + 1);
    text_.paint_number(box.text, target.page + 1, right, y + height - static_cast<double>(box.text.leading));
    text_.add_link({x, y, static_cast<double>(block.width), height, box.page_of});
    text_.close();
    text_.close();
  }

  /// Dots from the end of the title to its page number: drawn, not written, so that nobody reads them aloud.
  void paint_leader(const TextBlock& title, double x, double right, double y, int number) {
    if (title.line_count == 0) return;
    const auto& run = title.runs[0];
    const auto size = static_cast<double>(run.size);
    const double start = x + text_.width_of_line(title, title.lines[title.line_count - 1]) + 5;
    const double end = right - s_.width_of_number(run.cut, number, size) - 5;
    const double base = y + title.height() - static_cast<double>(title.leading) / 2 + size * 0.3;
    if (end - start < 6) return;
    s_.artifact();
    s_.save();
    s_.stroke(style_.line, 0.9);
    s_.raw("1 J [0 3.6] 0 d\n");
    s_.rule(end - std::floor((end - start) / 3.6) * 3.6, base, end, base); // counted from the right: dots of all lines stand in columns
    s_.restore();
    s_.end_marked();
  }

  void paint(const TableBox& table, const SetBlock& block, const Fragment& fragment, double x, double y) {
    paint_table(s_, text_, table, fragment, x, y, static_cast<double>(block.width), style_);
  }

  void paint(const FigureBox& figure, const SetBlock& block, const Fragment&, double x, double y) {
    const auto width = static_cast<double>(block.width), height = static_cast<double>(block.height);
    const double bottom = style_.page_height - y - height;
    page_.attributes.push_back("/Alt" + pdf_text(*figure.alternative) + "/A<</O/Layout/Placement/Block/BBox[" + pdf_number(x) + " " + pdf_number(bottom) + " " +
                               pdf_number(x + width) + " " + pdf_number(bottom + height) + "]>>");
    text_.open(Tag::figure, static_cast<std::int32_t>(page_.attributes.size() - 1));
    s_.marked("Figure", text_.next_content());
    if (figure.picture != nullptr) {
      s_.save();
      s_.matrix(width, 0, 0, height, x, bottom);
      draw(m_.images.at(figure.picture));
      s_.restore();
    } else {
      paint_drawing(s_, text_, figure, x, y, style_.page_height);
    }
    s_.end_marked();
    text_.close();
  }

  void paint(const FieldBox& field, const SetBlock& block, const Fragment&, double x, double y) {
    const double top = y + field.label.height() + 3;
    text_.open(Tag::p);
    text_.paint(field.label, x, y);
    text_.close();
    s_.artifact();
    s_.stroke(style_.line, 0.7);
    s_.rectangle(x, top, static_cast<double>(block.width), static_cast<double>(field.box_height), "S");
    s_.end_marked();
    if (field.value.line_count == 0) return;
    text_.open(Tag::p);
    text_.paint(field.value, x + 7, top + 4);
    text_.close();
  }

  void paint(const RuleBox&, const SetBlock& block, const Fragment&, double x, double y) {
    s_.artifact();
    s_.stroke(style_.line, 0.7);
    s_.rule(x, y + 0.5, x + static_cast<double>(block.width), y + 0.5);
    s_.end_marked();
  }

  const Makeup& m_;
  const Style& style_;
  PaintedPage& page_;
  ContentStream s_;
  TextPainter text_;
};

} // namespace

PaintedPage paint_page(const Makeup& makeup, const Fragments& fragments, int number) {
  PaintedPage page;
  PagePainter{makeup, page}.run(fragments, number);
  return page;
}

} // namespace hdskit::page
