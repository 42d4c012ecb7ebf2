#pragma once

#include "toolkit/page/drawing.hpp"
#include "toolkit/page/text_block.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hdskit::page {

/// Words that pages need whatever they say: by cut, its space, its hyphen, its ten digits.
struct Signs {
  std::array<const Word*, cut_count> space{}, hyphen{};
  std::array<std::array<const Word*, 10>, cut_count> digits{};
};

/// Writes the operators of a page (ISO 32000-1, 8 and 9). Coordinates as everywhere here: points from the top left, y downwards.
class ContentStream {
public:
  /// `fonts`: by TypeFaces::number, the number in the file (PdfFonts).
  ContentStream(const std::vector<int>& fonts, const Signs& signs, double page_height) : fonts_{fonts}, signs_{signs}, height_{page_height} {}

  void artifact() { out_ += "/Artifact BMC\n"; }
  void marked(std::string_view tag, int mcid);
  void end_marked() { out_ += "EMC\n"; }
  void save();
  void restore();
  void matrix(double a, double b, double c, double d, double x, double y); ///< x, y from the bottom left: as the file has them
  void draw_object(int object);

  void fill(const Colour& colour);
  void stroke(const Colour& colour, double width);
  void raw(std::string_view operators) { out_ += operators; }
  void number(double value);
  void point(double x, double y) { number(x), number(height_ - y); }
  void rectangle(double x, double y, double width, double height, std::string_view paint); ///< "f", "S" or "B"
  void rule(double x0, double y0, double x1, double y1);

  /// A text object whose first base line starts at x, y; then words, at each new line a move.
  void begin_text(double x, double y);
  void move_line(double x, double y);
  void end_text();
  double show(const Word& word, std::size_t from, std::size_t to, double size); ///< all of these give the advance in points
  double show_spaces(const Cut& cut, int count, double size, double width);     ///< `width`: of each, in points
  double show_hyphen(const Cut& cut, double size) { return show(*signs_.hyphen[cut.index()], 0, signs_.hyphen[cut.index()]->count, size); }
  double show_number(const Cut& cut, int number, double size);
  double width_of_number(const Cut& cut, int number, double size) const;
  double hyphen_width(const Cut& cut, double size) const { return signs_.hyphen[cut.index()]->advance * size / 1000; }
  double space_width(const Cut& cut, double size) const { return signs_.space[cut.index()]->advance * size / 1000; }

  std::string take() { return std::move(out_); }

private:
  void flush_text();
  void use_font(std::uint16_t face, double size);
  void glyph(std::uint16_t id);

  const std::vector<int>& fonts_;
  const Signs& signs_;
  double height_;
  std::string out_, shown_; ///< shown_: the array of a TJ being built
  bool in_string_ = false;
  double shift_ = 0; ///< thousandths of the em still to move right
  double line_x_ = 0, line_y_ = 0;
  int font_ = -1;
  double size_ = 0;
  std::optional<Colour> fill_, stroke_;
  double line_width_ = -1;
};

/// A word and the rest of its token.
double width_of(const Word& word, double size);

} // namespace hdskit::page
