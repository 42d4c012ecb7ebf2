#include "toolkit/page/timeline_figure.hpp"

#include <gmock/gmock.h>

#include <algorithm>

using namespace hdskit::page;
using testing::HasSubstr;

namespace {

TimelineSpec plan(std::int64_t last_end) {
  TimelineSpec spec{.bars = {}, .strong_title = "Critical", .plain_title = "Other", .slack_title = "Waits"};
  spec.bars.push_back({.key = "ET1", .title = "ET1 Decide", .name = "ET1, Decide", .from = 0, .to = 10, .latest_end = 10, .strong = true});
  spec.bars.push_back({.key = "ET2", .title = "ET2 Tell", .name = "ET2, Tell", .from = 10, .to = 20, .latest_end = last_end, .strong = false});
  spec.bars.push_back({.key = "ET3", .title = "ET3 Open", .name = "ET3, Open", .from = 10, .to = last_end, .latest_end = last_end, .strong = true});
  return spec;
}

/// The bars alone, without the signs of the legend below them.
std::vector<Box> bars(const MappedDrawing& figure, std::size_t count) {
  std::vector<Box> all;
  for (const auto& shape : figure.drawing.shapes)
    if (const auto* box = std::get_if<Box>(&shape); box && all.size() < count) all.push_back(*box);
  return all;
}

bool says(const MappedDrawing& figure, const std::string& text) {
  return std::ranges::any_of(figure.drawing.shapes, [&](const Shape& shape) {
    const auto* label = std::get_if<Label>(&shape);
    return label && label->text == text;
  });
}

} // namespace

TEST(Timeline, bars_stand_where_their_time_is) {
  const auto drawn = bars(draw_timeline(plan(60), 460), 3);
  ASSERT_EQ(drawn.size(), 3u);
  EXPECT_NEAR(drawn[1].x, drawn[0].x + drawn[0].width, 0.01) << "one begins as the other ends";
  EXPECT_NEAR(drawn[0].width * 5, drawn[2].width, 0.01) << "10 minutes and 50 on a linear axis";
  EXPECT_LT(drawn[0].y, drawn[1].y);
}

TEST(Timeline, a_short_step_of_a_long_plan_can_still_be_seen) {
  const auto figure = draw_timeline(plan(3 * 24 * 60), 460);
  const auto drawn = bars(figure, 3);
  EXPECT_GT(drawn[0].width, 8) << "10 minutes of three days would be one point wide on a linear axis";
  EXPECT_LE(drawn[2].x + drawn[2].width, 460);
  EXPECT_TRUE(says(figure, "8\u00A0h"));
}

TEST(Timeline, each_bar_is_a_region_and_told_in_words) {
  const auto figure = draw_timeline(plan(60), 460);
  ASSERT_EQ(figure.regions.size(), 3u);
  EXPECT_EQ(figure.regions[2].key, "ET3");
  EXPECT_EQ(figure.regions[2].name, "ET3, Open");
  EXPECT_THAT(figure.alternative, HasSubstr("ET2, Tell"));
  EXPECT_LT(figure.regions[0].y, figure.regions[1].y);
}

TEST(Timeline, the_critical_path_is_told_by_more_than_colour) {
  const auto figure = draw_timeline(plan(60), 460);
  const auto bold = [&](const std::string& text) {
    return std::ranges::any_of(figure.drawing.shapes, [&](const Shape& shape) {
      const auto* label = std::get_if<Label>(&shape);
      return label && label->text == text && label->bold;
    });
  };
  EXPECT_TRUE(bold("ET1 Decide"));
  EXPECT_FALSE(bold("ET2 Tell"));
  EXPECT_TRUE(says(figure, "Critical"));
}

TEST(Timeline, steps_without_any_duration_are_drawn_all_the_same) {
  TimelineSpec spec;
  spec.bars.push_back({.key = "ET1", .title = "ET1", .name = "ET1"});
  const auto figure = draw_timeline(spec, 300);
  EXPECT_EQ(figure.regions.size(), 1u);
  EXPECT_GT(figure.drawing.height, 0);
  EXPECT_TRUE(draw_timeline({}, 300).regions.empty());
}
