#include "gui/presenter/regions.hpp"

#include <gmock/gmock.h>

#include <random>

using namespace hdskit;
using namespace hdskit::gui;

namespace {

/// Two rows of two cells; the lower left holds three bubbles, two above one.
RegionMap matrix() {
  return RegionMap{{{0, 0, 50, 50, "1/0", ""},
                    {50, 0, 50, 50, "1/1", ""},
                    {0, 50, 50, 50, "0/0", ""},
                    {5, 55, 10, 10, "R1", ""},
                    {25, 55, 10, 10, "R2", ""},
                    {5, 80, 10, 10, "R3", ""},
                    {50, 50, 50, 50, "0/1", ""}}};
}

/// Points of a radar: none holds another.
RegionMap radar() { return RegionMap{{{50, 0, 4, 4, "top", ""}, {0, 40, 4, 4, "left", ""}, {48, 45, 4, 4, "middle", ""}, {90, 55, 4, 4, "right", ""}}}; }

std::string key(const RegionMap& map, std::optional<std::size_t> region) { return region ? map.regions()[*region].key : "-"; }
std::string from(const RegionMap& map, std::string_view start, Way way) { return key(map, map.beside(map.find(start), way)); }

} // namespace

TEST(Regions, of_what_lies_on_top_of_a_cell_are_pointed_at_before_the_cell) {
  const auto map = matrix();
  EXPECT_EQ(key(map, map.at(7, 57)), "R1");
  EXPECT_EQ(key(map, map.at(20, 57)), "0/0");
  EXPECT_EQ(key(map, map.at(99, 1)), "1/1");
  EXPECT_EQ(key(map, map.at(120, 1)), "-");
}

TEST(Regions, that_are_nested_are_read_left_and_right) {
  const auto map = matrix();
  std::string read;
  for (auto at = map.beside(std::nullopt, Way::right); at; at = map.beside(at, Way::right)) read += key(map, at) + " ";
  EXPECT_EQ(read, "1/0 1/1 0/0 R1 R2 R3 0/1 ");
  EXPECT_EQ(from(map, "R1", Way::left), "0/0");
  EXPECT_EQ(from(map, "1/0", Way::left), "-");
}

TEST(Regions, lead_up_and_down_within_a_cell_and_then_out_of_it) {
  const auto map = matrix();
  EXPECT_EQ(from(map, "R1", Way::down), "R3");
  EXPECT_EQ(from(map, "R3", Way::up), "R1");
  EXPECT_EQ(from(map, "R1", Way::up), "1/0");
  EXPECT_EQ(from(map, "1/1", Way::down), "0/1");
  EXPECT_EQ(from(map, "0/1", Way::down), "-");
}

TEST(Regions, beside_each_other_lead_to_the_nearest_in_that_direction) {
  const auto map = radar();
  EXPECT_EQ(from(map, "middle", Way::left), "left");
  EXPECT_EQ(from(map, "middle", Way::right), "right");
  EXPECT_EQ(from(map, "middle", Way::up), "top");
  EXPECT_EQ(from(map, "right", Way::right), "-");
  EXPECT_EQ(from(map, "top", Way::after), "left");
  EXPECT_EQ(from(map, "left", Way::last), "right");
  EXPECT_EQ(from(map, "right", Way::first), "top");
}

TEST(Regions, begin_at_the_first_or_last_one) {
  EXPECT_EQ(from(radar(), "nothing", Way::down), "top");
  EXPECT_EQ(from(radar(), "nothing", Way::before), "right");
  EXPECT_EQ(RegionMap{}.beside(std::nullopt, Way::right), std::nullopt);
  EXPECT_EQ(RegionMap{}.beside(std::nullopt, Way::last), std::nullopt);
}

TEST(Regions, of_a_picture_shown_anew_are_found_by_key_and_place) {
  const RegionMap beside{{{0, 0, 10, 10, "R1", "initial"}, {100, 0, 10, 10, "R1", "residual"}, {50, 0, 10, 10, "R2", ""}}};
  EXPECT_EQ(beside.again({90, 5, 10, 10, "R1", ""}), 1u);
  EXPECT_EQ(beside.again({20, 5, 10, 10, "R1", ""}), 0u);
  EXPECT_EQ(beside.again({0, 0, 10, 10, "R9", ""}), std::nullopt);
}

TEST(Regions, are_all_reached_in_reading_order_wherever_they_lie) {
  std::mt19937 random{5};
  std::uniform_real_distribution<double> place{0, 500}, size{1, 60};
  std::vector<page::Region> regions;
  for (int i = 0; i < 200; ++i) regions.push_back({place(random), place(random), size(random), size(random), std::to_string(i), ""});
  const RegionMap map{regions};
  std::size_t seen = 0;
  for (auto at = map.beside(std::nullopt, Way::after); at; at = map.beside(at, Way::after)) ++seen;
  EXPECT_EQ(seen, regions.size());
}

TEST(Regions, scroll_only_as_far_as_is_needed) {
  EXPECT_EQ(start_that_shows(100, 20, 50, 200, 10), 50);
  EXPECT_EQ(start_that_shows(300, 20, 50, 200, 10), 130);
  EXPECT_EQ(start_that_shows(20, 20, 50, 200, 10), 10);
  EXPECT_EQ(start_that_shows(100, 400, 0, 200, 10), 200); // larger than the window
}

TEST(Shapes, lie_within_the_area_that_is_said_of_them) {
  const page::Shape line = page::Polyline{.points = {{10, 40}, {30, 20}}, .line_width = 1};
  EXPECT_TRUE(overlap(area_of(line), {29, 19, 1, 1}));
  EXPECT_FALSE(overlap(area_of(line), {60, 20, 5, 5}));
  const page::Shape upwards = page::Label{.x = 50, .y = 50, .size = 8, .text = "Vraisemblance", .rotation = 90};
  EXPECT_TRUE(overlap(area_of(upwards), {48, 10, 2, 2}));
  const page::Shape right = page::Label{.x = 50, .y = 50, .size = 8, .text = "Ég", .align = page::Label::Align::end};
  EXPECT_TRUE(overlap(area_of(right), {35, 45, 2, 2}));
  EXPECT_FALSE(overlap(area_of(right), {60, 45, 2, 2}));
  EXPECT_TRUE(overlap(area_of(page::Shape{page::Circle{.x = 5, .y = 5, .radius = 5}}), {9, 5, 1, 1}));
  EXPECT_EQ(area_of(page::Shape{page::Polyline{}}), Area{});
}
