#include "toolkit/page/trend_figure.hpp"

#include <gmock/gmock.h>

#include <algorithm>

using namespace hdskit;
using namespace hdskit::page;
using testing::ElementsAre;
using testing::HasSubstr;

namespace {

TrendSpec three_tests() {
  TrendSpec spec{.points = {}, .objective = 4 * 3600, .objective_title = "RTO 4 h", .good_title = "Held", .late_title = "Missed", .bad_title = "Broken"};
  spec.points.push_back({.key = "TR3", .name = "TR3, late", .day = *Date::of(2026, 9, 1), .seconds = 5 * 3600, .mark = TrendSpec::Mark::late});
  spec.points.push_back({.key = "TR1", .name = "TR1, good", .day = *Date::of(2026, 3, 1), .seconds = 2 * 3600, .mark = TrendSpec::Mark::good});
  spec.points.push_back({.key = "TR2", .name = "TR2, good", .day = *Date::of(2026, 6, 1), .seconds = 3 * 3600, .mark = TrendSpec::Mark::good});
  return spec;
}

std::vector<std::string> labels(const MappedDrawing& figure) {
  std::vector<std::string> all;
  for (const auto& shape : figure.drawing.shapes)
    if (const auto* label = std::get_if<Label>(&shape)) all.push_back(label->text);
  return all;
}

double middle(const Region& region) { return region.y + region.height / 2; }

} // namespace

TEST(Trend, points_stand_in_the_order_of_days_and_the_longer_time_higher) {
  const auto figure = draw_trend(three_tests(), 460);
  ASSERT_EQ(figure.regions.size(), 3u);
  EXPECT_EQ(figure.regions[0].key, "TR1");
  EXPECT_EQ(figure.regions[2].key, "TR3");
  EXPECT_LT(figure.regions[0].x, figure.regions[1].x);
  EXPECT_GT(middle(figure.regions[0]), middle(figure.regions[1])) << "y grows downwards";
}

TEST(Trend, what_misses_the_objective_stands_above_its_line) {
  const auto figure = draw_trend(three_tests(), 460);
  double line = 0;
  for (const auto& shape : figure.drawing.shapes)
    if (const auto* dash = std::get_if<Polyline>(&shape); dash && dash->line_width == 1.2) line = dash->points[0].second;
  EXPECT_LT(middle(figure.regions[2]), line);
  EXPECT_GT(middle(figure.regions[1]), line);
  EXPECT_THAT(labels(figure), testing::Contains("RTO 4 h"));
}

TEST(Trend, the_axis_begins_at_zero_and_is_told_in_round_times) {
  const auto figure = draw_trend(three_tests(), 460);
  EXPECT_THAT(labels(figure), testing::IsSupersetOf({"0", "1\u00A0h", "5\u00A0h", "01/03/2026", "01/09/2026"}));
}

TEST(Trend, short_times_are_told_in_seconds) {
  auto spec = three_tests();
  spec.objective.reset();
  for (auto& point : spec.points) point.seconds = 12;
  EXPECT_THAT(labels(draw_trend(spec, 460)), testing::Contains("5\u00A0s"));
}

TEST(Trend, the_legend_names_only_marks_that_are_there) {
  EXPECT_THAT(labels(draw_trend(three_tests(), 460)), testing::Not(testing::Contains("Broken")));
  auto spec = three_tests();
  spec.points[0].mark = TrendSpec::Mark::bad;
  EXPECT_THAT(labels(draw_trend(spec, 460)), testing::Contains("Broken"));
}

TEST(Trend, everything_stays_within_the_drawing_even_with_many_tests_on_a_day) {
  auto spec = three_tests();
  for (int i = 0; i < 300; ++i) spec.points.push_back({.key = "x", .name = "x", .day = *Date::of(2026, 6, 1), .seconds = i * 60});
  const auto figure = draw_trend(spec, 300);
  for (const auto& region : figure.regions) {
    EXPECT_GE(region.x, 0);
    EXPECT_LE(region.x + region.width, 300);
    EXPECT_GE(region.y, 0);
    EXPECT_LE(region.y + region.height, figure.drawing.height);
  }
}

TEST(Trend, says_in_words_what_it_shows_and_is_nothing_without_a_point) {
  EXPECT_THAT(draw_trend(three_tests(), 460).alternative, testing::AllOf(HasSubstr("RTO 4 h"), HasSubstr("TR1, good. TR2, good. TR3, late.")));
  EXPECT_TRUE(draw_trend({}, 460).drawing.shapes.empty());
}
