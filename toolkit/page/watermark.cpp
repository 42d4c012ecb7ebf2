#include "toolkit/page/watermark.hpp"

#include <algorithm>
#include <cmath>
#include <hb.h>
#include <memory>

namespace hdskit::page {
namespace {

constexpr double share_of_diagonal = 0.74, largest_letters = 130; // points

struct Outline {
  std::string path;
  double x = 0;
  void add(std::initializer_list<float> coordinates, const char* operation) {
    bool horizontal = true;
    for (const float value : coordinates) {
      path += std::to_string(std::lround(static_cast<double>(value) + (horizontal ? x : 0))) + ' ';
      horizontal = !horizontal;
    }
    path += operation;
    path += '\n';
  }
};
Outline& outline(void* pointer) { return *static_cast<Outline*>(pointer); }

std::unique_ptr<hb_draw_funcs_t, decltype(&hb_draw_funcs_destroy)> drawing() {
  std::unique_ptr<hb_draw_funcs_t, decltype(&hb_draw_funcs_destroy)> funcs{hb_draw_funcs_create(), hb_draw_funcs_destroy};
  hb_draw_funcs_set_move_to_func(
      funcs.get(),
      [](hb_draw_funcs_t*, void* out, hb_draw_state_t*, float x, float y, void*) {
        outline(out).add({x, y}, "m");
      },
      nullptr, nullptr);
  hb_draw_funcs_set_line_to_func(
      funcs.get(),
      [](hb_draw_funcs_t*, void* out, hb_draw_state_t*, float x, float y, void*) {
        outline(out).add({x, y}, "l");
      },
      nullptr, nullptr);
  hb_draw_funcs_set_cubic_to_func(
      funcs.get(),
      [](hb_draw_funcs_t*, void* out, hb_draw_state_t*, float x1, float y1, float x2, float y2, float x3, float y3, void*) {
        outline(out).add({x1, y1, x2, y2, x3, y3}, "c");
      },
      nullptr, nullptr);
  hb_draw_funcs_set_close_path_func(
      funcs.get(), [](hb_draw_funcs_t*, void* out, hb_draw_state_t*, void*) { outline(out).add({}, "h"); }, nullptr, nullptr);
  return funcs;
}

} // namespace

Watermark::Watermark(Typesetter& typesetter, const TypeFaces& faces, const std::string& text) {
  const auto setting = typesetter.shape(text, {.cut = {.family = Family::sans, .bold = true}, .size = 1000, .hyphenated = false});
  const auto files = faces.all();
  const auto funcs = drawing();
  Outline out;
  for (const auto& token : setting.tokens) {
    out.x += token.spaces * static_cast<double>(token.space);
    const auto& file = files[token.word->face];
    const std::unique_ptr<hb_blob_t, decltype(&hb_blob_destroy)> blob{hb_blob_create_from_file(file.file.c_str()), hb_blob_destroy};
    const std::unique_ptr<hb_face_t, decltype(&hb_face_destroy)> face{hb_face_create(blob.get(), static_cast<unsigned>(file.index)), hb_face_destroy};
    const std::unique_ptr<hb_font_t, decltype(&hb_font_destroy)> font{hb_font_create(face.get()), hb_font_destroy};
    hb_font_set_scale(font.get(), 1000, 1000);
    for (std::uint16_t i = 0; i < token.word->count; ++i) {
      hb_font_get_glyph_shape(font.get(), token.word->glyphs[i].id, funcs.get(), &out);
      out.x += token.word->glyphs[i].advance;
    }
  }
  path_ = std::move(out.path);
  length_ = out.x;
}

std::string Watermark::across(double width, double height, bool filled) const {
  if (length_ <= 0) return {};
  const double diagonal = std::hypot(width, height), scale = std::min(diagonal * share_of_diagonal / length_, largest_letters / 1000);
  const double cosine = width / diagonal, sine = height / diagonal;
  // The middle of the words stands in the middle of the page; capitals reach 0.72 em above the base line.
  const double back = length_ * scale / 2, down = 0.36 * 1000 * scale;
  const double x = width / 2 - cosine * back + sine * down, y = height / 2 - sine * back - cosine * down;
  std::string out = filled ? "q 0.945 0.915 0.915 rg\n" : "q 0.85 0.55 0.55 RG " + std::to_string(std::lround(0.5 / scale)) + " w\n";
  char matrix[160];
  std::snprintf(matrix, sizeof matrix, "%.5f %.5f %.5f %.5f %.2f %.2f cm\n", cosine * scale, sine * scale, -sine * scale, cosine * scale, x, y);
  return out + matrix + path_ + (filled ? "f Q\n" : "S Q\n");
}

} // namespace hdskit::page
