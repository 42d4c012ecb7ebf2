#include "tests/page/mapped.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/page/png_rows.hpp"

#include <array>
#include <limits>

using namespace hdskit;
using namespace hdskit::page;

namespace {

struct Raster {
  int width = 0, height = 0;
  std::string samples;
  std::array<int, 3> at(int x, int y) const {
    const auto start = 3 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x));
    return {static_cast<unsigned char>(samples.at(start)), static_cast<unsigned char>(samples.at(start + 1)),
            static_cast<unsigned char>(samples.at(start + 2))};
  }
};
Raster decoded(const std::string& png) { // libpng judges, cairo wrote
  PngRows rows{png, "figure.png"};
  Raster picture{rows.head().width, rows.head().height, {}};
  EXPECT_EQ(rows.head().channels, 3);
  while (const auto row = rows.next()) picture.samples += *row;
  return picture;
}

bool refused(const Drawing& drawing, double pixels_per_point) {
  try {
    png_of(drawing, pixels_per_point);
  } catch (const Problem& problem) { return problem.kind() == ProblemKind::bad_input && !problem.remedy().empty(); }
  return false;
}

} // namespace

TEST(Png, has_the_size_and_the_colours_that_were_drawn) {
  const Drawing drawing{.width = 50.2,
                        .height = 30,
                        .shapes = {Box{.x = 10, .y = 10, .width = 10, .height = 10, .fill = Colour{1, 0, 0}},
                                   Circle{.x = 35, .y = 15, .radius = 5, .fill = Colour{0, 0, 1}},
                                   Polyline{.points = {{0, 25}, {50, 25}}, .line = Colour{0, 1, 0}, .line_width = 2}}};
  const auto picture = decoded(png_of(drawing, 2));
  EXPECT_EQ(picture.width, 101);
  EXPECT_EQ(picture.height, 60);
  EXPECT_EQ(picture.at(0, 0), (std::array{255, 255, 255}));
  EXPECT_EQ(picture.at(30, 30), (std::array{255, 0, 0}));
  EXPECT_EQ(picture.at(70, 30), (std::array{0, 0, 255}));
  EXPECT_EQ(picture.at(40, 50), (std::array{0, 255, 0}));
}

TEST(Png, writes_letters_where_they_belong) {
  using Align = Label::Align;
  const auto dark = [](const Raster& picture, int left, int right, int top, int bottom) {
    int count = 0;
    for (int y = top; y < bottom; ++y)
      for (int x = left; x < right; ++x) count += picture.at(x, y)[0] < 128 ? 1 : 0;
    return count;
  };
  const auto drawn = [](Align align, double rotation) {
    return decoded(
        png_of({.width = 100, .height = 100, .shapes = {Label{.x = 50, .y = 50, .size = 12, .text = "Élevé", .align = align, .rotation = rotation}}}, 1));
  };
  const auto start = drawn(Align::start, 0), end = drawn(Align::end, 0), upright = drawn(Align::start, 90);
  EXPECT_GT(dark(start, 50, 100, 35, 52), 20);
  EXPECT_EQ(dark(start, 0, 49, 0, 100), 0);
  EXPECT_EQ(dark(start, 0, 100, 54, 100), 0); // stands on its base line
  EXPECT_GT(dark(end, 0, 51, 35, 52), 20);
  EXPECT_EQ(dark(end, 52, 100, 0, 100), 0);
  EXPECT_GT(dark(upright, 35, 52, 0, 51), 20); // reads upwards
  EXPECT_EQ(dark(upright, 0, 100, 52, 100), 0);
}

TEST(Png, shows_what_it_can_of_hostile_text) {
  const Drawing drawing{.width = 80, .height = 20, .shapes = {Label{.x = 2, .y = 12, .text = tests::hostile}, Label{.x = 2, .y = 12, .text = "\xFF\xC3"}}};
  EXPECT_EQ(decoded(png_of(drawing, 1)).width, 80);
}

TEST(Png, refuses_what_is_too_large) {
  EXPECT_TRUE(refused({.width = 10'001, .height = 10'000, .shapes = {}}, 1));
  EXPECT_TRUE(refused({.width = 33'000, .height = 10, .shapes = {}}, 1));
  EXPECT_TRUE(refused({.width = 10, .height = 10, .shapes = {}}, 1e9));
  EXPECT_TRUE(refused({.width = 10, .height = 10, .shapes = {}}, 0));
  EXPECT_TRUE(refused({.width = 10, .height = 10, .shapes = {}}, std::numeric_limits<double>::quiet_NaN()));
  EXPECT_TRUE(refused({.width = std::numeric_limits<double>::quiet_NaN(), .height = 10, .shapes = {}}, 1));
  EXPECT_FALSE(refused({.width = 0, .height = 0, .shapes = {}}, 1));
}
