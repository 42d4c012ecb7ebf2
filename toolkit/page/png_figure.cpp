#include "toolkit/page/mapped_drawing.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/page/type_faces.hpp"

#include <algorithm>
#include <cmath>
#include <memory>
#include <numbers>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

namespace hdskit::page {
namespace {

constexpr double most_pixels = 1e8, most_side = 32000; // cairo's own bound is 32,767

struct Drop {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
  void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
  void operator()(PangoFontDescription* font) const { pango_font_description_free(font); }
  void operator()(cairo_font_options_t* options) const { cairo_font_options_destroy(options); }
  template <typename T> void operator()(T* object) const { g_object_unref(object); }
};
template <typename T> using Held = std::unique_ptr<T, Drop>;

/// The same fonts as the pages of a dossier, whatever else is installed.
const TypeFaces& faces() {
  static const TypeFaces loaded{Style{}};
  return loaded;
}

/// What Pango can show: valid, on one line, without signs that have no shape.
std::string plain_line(const std::string& text) {
  const std::unique_ptr<char, decltype(&g_free)> valid{g_utf8_make_valid(text.data(), static_cast<gssize>(text.size())), g_free};
  std::string line = valid.get();
  std::erase_if(line, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
  return line;
}

class CairoPainter {
public:
  explicit CairoPainter(cairo_t* cairo) : cairo_{cairo} {
    const Held<PangoFontMap> fonts{pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT)};
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(fonts.get()), faces().configuration());
    const Held<PangoContext> context{pango_font_map_create_context(fonts.get())};
    const Held<cairo_font_options_t> options{cairo_font_options_create()};
    cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options.get(), CAIRO_ANTIALIAS_GRAY);
    pango_cairo_context_set_font_options(context.get(), options.get());
    pango_context_set_round_glyph_positions(context.get(), FALSE);
    layout_.reset(pango_layout_new(context.get()));
    pango_layout_set_single_paragraph_mode(layout_.get(), TRUE);
    font_.reset(pango_font_description_new());
    pango_font_description_set_family(font_.get(), faces().family(Family::sans).c_str());
    cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND);
  }

  void paint(const Box& box) {
    const double r = std::min({box.radius, box.width / 2, box.height / 2});
    cairo_new_path(cairo_);
    if (r <= 0) {
      cairo_rectangle(cairo_, box.x, box.y, box.width, box.height);
    } else {
      const double right = box.x + box.width - r, bottom = box.y + box.height - r, quarter = std::numbers::pi / 2;
      cairo_arc(cairo_, right, box.y + r, r, -quarter, 0);
      cairo_arc(cairo_, right, bottom, r, 0, quarter);
      cairo_arc(cairo_, box.x + r, bottom, r, quarter, 2 * quarter);
      cairo_arc(cairo_, box.x + r, box.y + r, r, 2 * quarter, 3 * quarter);
      cairo_close_path(cairo_);
    }
    finish(box.fill, box.line, box.line_width);
  }
  void paint(const Circle& circle) {
    cairo_new_path(cairo_);
    cairo_arc(cairo_, circle.x, circle.y, circle.radius, 0, 2 * std::numbers::pi);
    finish(circle.fill, circle.line, circle.line_width);
  }
  void paint(const Polyline& line) {
    cairo_new_path(cairo_);
    for (const auto& [x, y] : line.points) cairo_line_to(cairo_, x, y);
    if (line.closed) cairo_close_path(cairo_);
    finish(line.fill, line.line, line.line_width);
  }
  void paint(const Label& label) {
    const auto text = plain_line(label.text);
    if (text.empty() || label.size <= 0) return;
    pango_font_description_set_absolute_size(font_.get(), label.size * PANGO_SCALE);
    pango_font_description_set_weight(font_.get(), label.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_layout_set_font_description(layout_.get(), font_.get());
    pango_layout_set_text(layout_.get(), text.data(), static_cast<int>(text.size()));
    PangoRectangle extents;
    pango_layout_get_extents(layout_.get(), nullptr, &extents);
    const double width = static_cast<double>(extents.width) / PANGO_SCALE;
    const double start = label.align == Label::Align::end ? -width : label.align == Label::Align::middle ? -width / 2 : 0;
    cairo_save(cairo_);
    cairo_translate(cairo_, label.x, label.y);
    cairo_rotate(cairo_, -label.rotation * std::numbers::pi / 180);
    cairo_move_to(cairo_, start, -static_cast<double>(pango_layout_get_baseline(layout_.get())) / PANGO_SCALE);
    set(label.colour);
    pango_cairo_show_layout(cairo_, layout_.get());
    cairo_restore(cairo_);
  }

private:
  void set(const Colour& colour) { cairo_set_source_rgb(cairo_, colour.red, colour.green, colour.blue); }
  void finish(const std::optional<Colour>& fill, const std::optional<Colour>& line, double width) {
    if (fill) {
      set(*fill);
      cairo_fill_preserve(cairo_);
    }
    if (line) {
      set(*line);
      cairo_set_line_width(cairo_, width);
      cairo_stroke_preserve(cairo_);
    }
    cairo_new_path(cairo_);
  }

  cairo_t* cairo_;
  Held<PangoLayout> layout_;
  Held<PangoFontDescription> font_;
};

cairo_status_t append(void* to, const unsigned char* bytes, unsigned int length) {
  static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(bytes), length);
  return CAIRO_STATUS_SUCCESS;
}

void expect(cairo_status_t status) {
  if (status != CAIRO_STATUS_SUCCESS)
    throw Problem{ProblemKind::no_space, "PNG", tr("The picture cannot be drawn: {1}.", {cairo_status_to_string(status)}), tr("Ask for a smaller one.")};
}

} // namespace

std::string png_of(const Drawing& drawing, double pixels_per_point) {
  const auto pixels = [&](double points) { return std::max(std::ceil(points * pixels_per_point - 1e-6), 1.0); }; // "not a number" stays what it is
  const double width = pixels(drawing.width), height = pixels(drawing.height);
  if (!(pixels_per_point > 0 && width <= most_side && height <= most_side && width * height <= most_pixels))
    throw Problem{ProblemKind::bad_input, "PNG", tr("The picture would be too large: it may have 100 million pixels and 32,000 on one side."),
                  tr("Ask for fewer pixels, or for SVG.")};
  const Held<cairo_surface_t> surface{cairo_image_surface_create(CAIRO_FORMAT_RGB24, static_cast<int>(width), static_cast<int>(height))};
  expect(cairo_surface_status(surface.get()));
  {
    const Held<cairo_t> cairo{cairo_create(surface.get())};
    cairo_set_source_rgb(cairo.get(), 1, 1, 1);
    cairo_paint(cairo.get());
    cairo_scale(cairo.get(), pixels_per_point, pixels_per_point);
    CairoPainter painter{cairo.get()};
    for (const auto& shape : drawing.shapes) std::visit([&](const auto& one) { painter.paint(one); }, shape);
    expect(cairo_status(cairo.get()));
  }
  std::string png;
  expect(cairo_surface_write_to_png_stream(surface.get(), append, &png));
  return png;
}

} // namespace hdskit::page
