#include "tests/page/mapped.hpp"

#include "toolkit/base/problem.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <limits>

using namespace hdskit;
using namespace hdskit::page;
using namespace tests;
using testing::Contains;
using testing::HasSubstr;

namespace {

RadarSpec ecosystem() {
  RadarSpec spec;
  spec.sectors = {"Prestataires", "Partenaires", "Clients"};
  spec.zones = {{"Zone de veille", 0}, {"Zone de contrôle", 0.9}, {"Zone de danger", 2.5}};
  spec.exposure_title = "Exposition";
  spec.reliability_title = "Fiabilité";
  return spec;
}

void add(RadarSpec& spec, const std::string& key, std::size_t sector, double value, double reliability = 0.5) {
  spec.points.push_back(
      {.key = key, .label = "Acteur " + key, .name = key + " lu", .sector = sector, .value = value, .exposure = 0.4, .reliability = reliability});
}

/// The largest circle: the rim.
Circle rim(const MappedDrawing& figure) {
  const auto circles = all_of<Circle>(figure.drawing);
  return *std::max_element(circles.begin(), circles.end(), [](const Circle& a, const Circle& b) { return a.radius < b.radius; });
}
double from_centre(const MappedDrawing& figure, const std::string& key) {
  const auto& part = region(figure, key);
  const auto circle = rim(figure);
  return std::hypot(part.x + part.width / 2 - circle.x, part.y + part.height / 2 - circle.y);
}
double angle(const MappedDrawing& figure, const std::string& key) { // clockwise from above, in turns
  const auto& part = region(figure, key);
  const auto circle = rim(figure);
  const double turns = std::atan2(part.x + part.width / 2 - circle.x, circle.y - part.y - part.height / 2) / (2 * 3.14159265358979);
  return turns < 0 ? turns + 1 : turns;
}

} // namespace

TEST(Radar, brings_the_greater_threat_nearer_to_the_centre) {
  auto spec = ecosystem();
  const std::vector<double> values{0.05, 0.1, 0.25, 0.5, 1, 2, 4, 8, 16, 100};
  for (std::size_t i = 0; i < values.size(); ++i) add(spec, "P" + std::to_string(i), i % 3, values[i]);
  const auto figure = draw_radar(spec, 459);
  expect_regions_inside(figure);
  EXPECT_NEAR(from_centre(figure, "P0"), rim(figure).radius, 0.01); // beneath the scale: at the rim
  for (std::size_t i = 2; i < 9; ++i)
    EXPECT_LT(from_centre(figure, "P" + std::to_string(i)), from_centre(figure, "P" + std::to_string(i - 1)) - 5) << values[i];
  EXPECT_NEAR(from_centre(figure, "P8"), 0, 0.01);
  EXPECT_NEAR(from_centre(figure, "P9"), 0, 0.01);
  EXPECT_NEAR(from_centre(figure, "P4"), rim(figure).radius / 2, 0.01); // 1 stands half way
}

TEST(Radar, keeps_points_in_their_zones_and_sectors) {
  auto spec = ecosystem();
  add(spec, "bas", 0, 0.89);
  add(spec, "juste", 1, 0.9);
  add(spec, "haut", 2, 2.6);
  const auto figure = draw_radar(spec, 459);
  std::vector<double> rings;
  for (const auto& circle : all_of<Circle>(figure.drawing))
    if (circle.radius > 20) rings.push_back(circle.radius);
  ASSERT_EQ(rings.size(), 3u); // from the outside in
  EXPECT_GT(from_centre(figure, "bas"), rings[1]);
  EXPECT_NEAR(from_centre(figure, "juste"), rings[1], 0.01);
  EXPECT_LT(from_centre(figure, "haut"), rings[2]);
  EXPECT_LT(angle(figure, "bas"), 1.0 / 3);
  EXPECT_GT(angle(figure, "juste"), 1.0 / 3);
  EXPECT_LT(angle(figure, "juste"), 2.0 / 3);
  EXPECT_GT(angle(figure, "haut"), 2.0 / 3);
}

TEST(Radar, colours_the_danger_darkest_and_stays_readable) {
  const auto figure = draw_radar(ecosystem(), 459);
  double before = 2;
  for (const auto& circle : all_of<Circle>(figure.drawing)) {
    if (circle.radius < 20) continue;
    EXPECT_LT(luminance(*circle.fill), before);
    before = luminance(*circle.fill);
    EXPECT_GE(contrast(*circle.fill, figure_style().ink), 4.5);
  }
}

TEST(Radar, tells_reliability_by_form_too) {
  auto spec = ecosystem();
  const auto forms = [&](double reliability) {
    spec.points.clear();
    const auto none = draw_radar(spec, 459).drawing;
    add(spec, "P", 0, 1, reliability);
    const auto one = draw_radar(spec, 459).drawing;
    return std::vector<std::size_t>{all_of<Circle>(one).size() - all_of<Circle>(none).size(), all_of<Box>(one).size() - all_of<Box>(none).size(),
                                    all_of<Polyline>(one).size() - all_of<Polyline>(none).size()};
  };
  EXPECT_EQ(forms(1), (std::vector<std::size_t>{1, 0, 0}));
  EXPECT_EQ(forms(0.6), (std::vector<std::size_t>{0, 1, 0}));
  EXPECT_EQ(forms(0.1), (std::vector<std::size_t>{0, 0, 1}));
}

TEST(Radar, says_everything_in_words) {
  auto spec = ecosystem();
  add(spec, "A", 1, 3.2);
  const auto figure = draw_radar(spec, 459);
  EXPECT_THAT(figure.alternative, testing::AllOf(HasSubstr("Zone de danger"), HasSubstr("Acteur A"), HasSubstr("Partenaires"), HasSubstr("3.2")));
  EXPECT_EQ(region(figure, "A").name, "A lu");
  EXPECT_THAT(texts_of(figure.drawing),
              testing::AllOf(Contains("Zone de veille"), Contains("Prestataires"), Contains("Exposition"), Contains("Fiabilité"), Contains("2.5")));
}

TEST(Radar, finds_a_place_for_each_of_a_dozen_labels) {
  auto spec = ecosystem();
  for (int i = 0; i < 12; ++i) add(spec, std::to_string(i), static_cast<std::size_t>(i % 3), 0.3 + 0.35 * i);
  const auto figure = draw_radar(spec, 459);
  std::vector<Label> labels;
  for (const auto& label : all_of<Label>(figure.drawing))
    if (label.text.starts_with("Acteur")) labels.push_back(label);
  ASSERT_EQ(labels.size(), 12u);
  for (std::size_t i = 0; i < labels.size(); ++i)
    for (std::size_t other = i + 1; other < labels.size(); ++other)
      EXPECT_FALSE(labels[i].align == labels[other].align && std::abs(labels[i].x - labels[other].x) < 20 && std::abs(labels[i].y - labels[other].y) < 7)
          << labels[i].text << " / " << labels[other].text;
}

TEST(Radar, refuses_what_does_not_fit_together) {
  const auto refused = [](const auto& spoil) {
    auto spec = ecosystem();
    add(spec, "A", 1, 1);
    spoil(spec);
    try {
      draw_radar(spec, 459);
    } catch (const Problem& problem) { return problem.kind() == ProblemKind::bad_input && !problem.remedy().empty(); }
    return false;
  };
  EXPECT_TRUE(refused([](auto& spec) { spec.points[0].sector = 3; }));
  EXPECT_TRUE(refused([](auto& spec) { spec.points[0].value = std::numeric_limits<double>::quiet_NaN(); }));
  EXPECT_TRUE(refused([](auto& spec) { spec.points[0].value = -1; }));
  EXPECT_TRUE(refused([](auto& spec) { std::swap(spec.zones[0], spec.zones[2]); }));
  EXPECT_TRUE(refused([](auto& spec) { spec.zones.clear(); }));
  EXPECT_TRUE(refused([](auto& spec) { spec.sectors.clear(); }));
  EXPECT_FALSE(refused([](auto&) {}));
}

TEST(Radar, takes_hostile_text_and_little_room) {
  auto spec = ecosystem();
  add(spec, "A", 1, 1);
  spec.points[0].label = spec.points[0].name = spec.sectors[1] = spec.zones[1].name = spec.exposure_title = hostile;
  for (const double width : {80.0, 459.0}) {
    const auto figure = draw_radar(spec, width);
    EXPECT_NEAR(figure.drawing.width, width, 0.01);
    EXPECT_TRUE(well_formed(figure.drawing));
    expect_regions_inside(figure);
  }
}
