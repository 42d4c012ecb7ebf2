#include "toolkit/page/content_stream.hpp"

#include <algorithm>
#include <cmath>

namespace hdskit::page {

double width_of(const Word& word, double size) {
  double width = 0;
  for (const Word* part = &word; part != nullptr; part = part->rest) width += part->advance * size / 1000;
  return width;
}

namespace {

/// Two decimals: 1/7200 inch, finer than any printer; shorter and faster than three.
void append_number(std::string& out, double value) {
  auto hundredths = std::llround(value * 100);
  if (hundredths < 0) out += '-', hundredths = -hundredths;
  char digits[24];
  int count = 0;
  const auto whole = hundredths / 100, part = hundredths % 100;
  out += std::to_string(whole);
  if (part != 0) {
    digits[count++] = '.';
    digits[count++] = static_cast<char>('0' + part / 10);
    if (part % 10 != 0) digits[count++] = static_cast<char>('0' + part % 10);
  }
  out.append(digits, static_cast<std::size_t>(count));
}

} // namespace

void ContentStream::number(double value) {
  append_number(out_, value);
  out_ += ' ';
}

void ContentStream::marked(std::string_view tag, int mcid) {
  out_ += '/';
  out_ += tag;
  out_ += "<</MCID ";
  out_ += std::to_string(mcid);
  out_ += ">>BDC\n";
}

void ContentStream::save() { out_ += "q\n"; }

void ContentStream::restore() {
  out_ += "Q\n";
  fill_.reset();
  stroke_.reset();
  font_ = -1;
  line_width_ = -1;
}

void ContentStream::matrix(double a, double b, double c, double d, double x, double y) {
  for (const double value : {a, b, c, d}) {
    // Sines and scales need more than two decimals: a hundredth of a large picture is several points.
    char text[32];
    std::snprintf(text, sizeof text, "%.5f ", std::abs(value) < 5e-6 ? 0.0 : value);
    out_ += text;
  }
  number(x), number(y);
  out_ += "cm\n";
}

void ContentStream::draw_object(int object) { out_ += "/X" + std::to_string(object) + " Do\n"; }

void ContentStream::fill(const Colour& colour) {
  if (fill_ == colour) return;
  fill_ = colour;
  number(colour.red), number(colour.green), number(colour.blue);
  out_ += "rg\n";
}

void ContentStream::stroke(const Colour& colour, double width) {
  if (stroke_ != colour) {
    stroke_ = colour;
    number(colour.red), number(colour.green), number(colour.blue);
    out_ += "RG\n";
  }
  if (line_width_ == width) return;
  line_width_ = width;
  number(width);
  out_ += "w\n";
}

void ContentStream::rectangle(double x, double y, double width, double height, std::string_view paint) {
  point(x, y + height), number(width), number(height);
  out_ += "re ";
  out_ += paint;
  out_ += '\n';
}

void ContentStream::rule(double x0, double y0, double x1, double y1) {
  point(x0, y0);
  out_ += "m ";
  point(x1, y1);
  out_ += "l S\n";
}

void ContentStream::begin_text(double x, double y) {
  out_ += "BT\n";
  line_x_ = 0, line_y_ = height_;
  move_line(x, y);
}

void ContentStream::move_line(double x, double y) {
  flush_text();
  // The file's moves are rounded; reckoning with the rounded values keeps them from adding up.
  const double dx = std::round((x - line_x_) * 100) / 100, dy = std::round((line_y_ - y) * 100) / 100;
  number(dx), number(dy);
  out_ += "Td\n";
  line_x_ += dx;
  line_y_ -= dy;
  shift_ = 0;
}

void ContentStream::end_text() {
  flush_text();
  out_ += "ET\n";
}

void ContentStream::flush_text() {
  if (shown_.empty()) return;
  if (in_string_) shown_ += ')';
  out_ += '[';
  out_ += shown_;
  out_ += "]TJ\n";
  shown_.clear();
  in_string_ = false;
}

void ContentStream::use_font(std::uint16_t face, double size) {
  if (font_ == face && size_ == size) return;
  flush_text();
  shift_ *= size_ > 0 ? size_ / size : 1;
  font_ = face;
  size_ = size;
  out_ += "/F" + std::to_string(fonts_[face]) + ' ';
  number(size);
  out_ += "Tf\n";
}

void ContentStream::glyph(std::uint16_t id) {
  if (const auto move = std::lround(shift_); move != 0) {
    if (in_string_) shown_ += ')';
    in_string_ = false;
    shown_ += std::to_string(-move);
    shift_ -= static_cast<double>(move);
  }
  if (!in_string_) shown_ += '(';
  in_string_ = true;
  for (const int byte : {id >> 8, id & 0xFF}) {
    const char c = static_cast<char>(byte);
    if (c == '(' || c == ')' || c == '\\') shown_ += '\\';
    if (c == '\r') shown_ += "\\r"; // a bare one would be read as a line feed
    else shown_ += c;
  }
}

double ContentStream::show(const Word& word, std::size_t from, std::size_t to, double size) {
  use_font(word.face, size);
  int advance = 0;
  for (std::size_t i = from; i < to; ++i) {
    const auto& shaped = word.glyphs[i];
    glyph(shaped.id);
    shift_ += shaped.kern;
    advance += shaped.advance;
  }
  return advance * size / 1000;
}

double ContentStream::show_spaces(const Cut& cut, int count, double size, double width) {
  const Word& space = *signs_.space[cut.index()];
  for (int i = 0; i < count; ++i) {
    show(space, 0, space.count, size);
    shift_ += width * 1000 / size - space.advance;
  }
  return width * count;
}

double ContentStream::show_number(const Cut& cut, int number, double size) {
  double advance = 0;
  for (const char digit : std::to_string(number)) {
    const Word& word = *signs_.digits[cut.index()][static_cast<std::size_t>(digit - '0')];
    advance += show(word, 0, word.count, size);
  }
  return advance;
}

double ContentStream::width_of_number(const Cut& cut, int number, double size) const {
  double width = 0;
  for (const char digit : std::to_string(number)) width += signs_.digits[cut.index()][static_cast<std::size_t>(digit - '0')]->advance * size / 1000;
  return width;
}

} // namespace hdskit::page
