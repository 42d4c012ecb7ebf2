#include "gui/viewer/page_layout.hpp"

#include <gtest/gtest.h>

using namespace hdskit::gui;

namespace {

const std::vector<PageSize> pages{{600, 800}, {800, 600}, {600, 800}};

TEST(PageLayout, makes_each_page_as_wide_as_the_window) {
  const PageLayout layout{pages, {}, 824};
  for (int page = 0; page < 3; ++page) EXPECT_EQ(layout.box(page).width, 800);
  EXPECT_EQ(layout.box(1).height, 600);
  EXPECT_LE(layout.width(), 824);
}

TEST(PageLayout, puts_pages_one_under_the_other) {
  const PageLayout layout{pages, {false, 1}, 500};
  for (int page = 1; page < 3; ++page) EXPECT_GT(layout.box(page).y, layout.box(page - 1).y + layout.box(page - 1).height);
  EXPECT_EQ(layout.box(0).width, 800) << "600 points are 800 pixels at 96 to the inch";
  EXPECT_GT(layout.width(), 500) << "there is something to scroll to";
}

TEST(PageLayout, knows_which_pages_are_in_view) {
  const PageLayout layout{pages, {false, 1}, 500};
  const auto all = layout.between(0, layout.height());
  EXPECT_EQ(all.first, 0);
  EXPECT_EQ(all.end, 3);
  const auto second = layout.between(layout.box(1).y + 5, layout.box(1).y + 10);
  EXPECT_EQ(second.first, 1);
  EXPECT_EQ(second.end, 2);
  EXPECT_EQ(layout.page_at(layout.height() + 1000), 2);
}

TEST(PageLayout, keeps_the_spot_when_the_zoom_changes) {
  const PageLayout before{pages, {false, 1}, 500}, after{pages, {false, 2}, 500};
  const int y = before.box(1).y + before.box(1).height / 2;
  EXPECT_NEAR(before.moved_to(after, y), after.box(1).y + after.box(1).height / 2, 2);
  EXPECT_EQ(before.moved_to(PageLayout{}, y), 0);
}

TEST(PageLayout, stays_a_number_for_the_largest_document_that_is_believed) {
  const std::vector<PageSize> many(most_pages, PageSize{smallest_side, largest_side});
  const PageLayout layout{many, {}, 1000};
  EXPECT_GT(layout.height(), 0);
  EXPECT_GT(layout.box(most_pages - 1).y, layout.box(most_pages - 2).y);
}

TEST(PageLayout, has_no_page_when_there_is_none) {
  const PageLayout layout;
  EXPECT_EQ(layout.page_at(10), 0);
  EXPECT_EQ(layout.between(0, 100).end, 0);
}

TEST(Zoom, goes_by_usual_steps_and_stops_at_the_ends) {
  EXPECT_DOUBLE_EQ(zoom_above(0.9), 1);
  EXPECT_DOUBLE_EQ(zoom_above(1), 1.25);
  EXPECT_DOUBLE_EQ(zoom_below(1), 0.75);
  EXPECT_DOUBLE_EQ(zoom_above(largest_zoom), largest_zoom);
  EXPECT_DOUBLE_EQ(zoom_below(smallest_zoom), smallest_zoom);
}

} // namespace
