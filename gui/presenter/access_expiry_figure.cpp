#include "gui/presenter/access_population.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

#include <algorithm>

// The expiry calendar as bars. Drawn on a white sheet, as every figure.

namespace hdskit::gui {
namespace {

using page::Colour;

constexpr double axis = 26, head = 12, size = 7, air = 0.18; // points; air: share of a month beside its bar
constexpr Colour ink{0.13, 0.13, 0.15}, faint{0.45, 0.45, 0.48}, calm{0.75, 0.78, 0.82}, good{0.62, 0.32, 0.02};

std::string name_of(const ExpiryMonth& month) {
  if (month.cards == 0) return tr("{1}: no certificate expires", {month.title});
  return tr("{1}: {2} certificates expire, {3} of them good today", {month.title, french_number(month.cards), french_number(month.good)});
}

class ExpiryFigure {
public:
  ExpiryFigure(const std::vector<ExpiryMonth>& months, double width, double height) : months_{months}, width_{width}, height_{height} {
    for (const auto& month : months) most_ = std::max(most_, month.cards);
  }

  page::MappedDrawing draw() {
    if (months_.empty()) return {};
    figure_.drawing.width = width_;
    figure_.drawing.height = height_;
    figure_.drawing.shapes.push_back(page::Polyline{.points = {{0, height_ - axis}, {width_, height_ - axis}}, .line = faint});
    for (std::size_t place = 0; place < months_.size(); ++place) draw_month(place);
    figure_.alternative = tr("Expiry calendar") + ". " + joined(sentences_, ". ");
    return std::move(figure_);
  }

private:
  void write(double x, double base, std::string words, Colour colour, bool bold = false) {
    figure_.drawing.shapes.push_back(
        page::Label{.x = x, .y = base, .size = size, .text = std::move(words), .align = page::Label::Align::middle, .bold = bold, .colour = colour});
  }
  double height_of(std::int64_t cards) const { return most_ == 0 ? 0 : (height_ - axis - head) * static_cast<double>(cards) / static_cast<double>(most_); }
  void bar(double x, double width, std::int64_t cards, Colour fill) {
    const double tall = height_of(cards);
    if (cards > 0) figure_.drawing.shapes.push_back(page::Box{.x = x, .y = height_ - axis - tall, .width = width, .height = tall, .fill = fill});
  }
  void draw_month(std::size_t place) {
    constexpr std::size_t month_at = 5, month_digits = 2, year_digits = 4; // of "2027-03"
    const auto& month = months_[place];
    const double room = width_ / static_cast<double>(months_.size()), left = room * static_cast<double>(place), middle = left + room / 2;
    bar(left + room * air, room * (1 - 2 * air), month.cards, calm);
    bar(left + room * air, room * (1 - 2 * air), month.good, good);
    if (month.cards > 0) write(middle, height_ - axis - height_of(month.cards) - 2, french_number(month.cards), ink, true);
    write(middle, height_ - axis + size + 2, month.key.substr(month_at, month_digits), ink);
    if (place == 0 || month.key.ends_with("-01")) write(middle, height_ - 4, month.key.substr(0, year_digits), faint);
    sentences_.push_back(name_of(month));
    figure_.regions.push_back({left, 0, room, height_, month.key, sentences_.back()});
  }

  const std::vector<ExpiryMonth>& months_;
  const double width_, height_;
  std::int64_t most_ = 0;
  page::MappedDrawing figure_;
  std::vector<std::string> sentences_;
};

} // namespace

page::MappedDrawing expiry_picture(const std::vector<ExpiryMonth>& months, double width, double height) { return ExpiryFigure{months, width, height}.draw(); }

} // namespace hdskit::gui
