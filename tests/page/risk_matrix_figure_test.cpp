#include "tests/page/mapped.hpp"

#include "toolkit/base/problem.hpp"

#include <gmock/gmock.h>

#include <set>

using namespace hdskit;
using namespace hdskit::page;
using namespace tests;
using testing::Contains;
using testing::HasSubstr;

namespace {

RiskMatrixSpec four_by_four() {
  RiskMatrixSpec spec{.title = "Risques initiaux",
                      .horizontal = "Gravité",
                      .vertical = "Vraisemblance",
                      .columns = {"Mineure", "Significative", "Grave", "Critique"},
                      .rows = {"Peu vraisemblable", "Vraisemblable", "Très vraisemblable", "Quasi certain"},
                      .classes = {{1, 1, 2, 2}, {1, 2, 2, 3}, {2, 2, 3, 4}, {2, 3, 4, 4}},
                      .class_names = {"Faible", "Modéré", "Élevé", "Inacceptable"},
                      .bubbles = {},
                      .more = {}};
  spec.bubbles.assign(4, std::vector<std::vector<RiskMatrixSpec::Bubble>>(4));
  return spec;
}

void put(RiskMatrixSpec& spec, std::size_t row, std::size_t column, int from, int to) {
  for (int i = from; i <= to; ++i) {
    const auto key = "R" + std::to_string(i);
    spec.bubbles[row][column].push_back({.key = key, .name = key + ", rançongiciel"});
  }
}

std::size_t bubbles_of(const MappedDrawing& figure) { return all_of<Circle>(figure.drawing).size(); }

} // namespace

TEST(RiskMatrix, puts_each_bubble_where_its_region_says_and_in_its_cell) {
  auto spec = four_by_four();
  put(spec, 3, 1, 1, 7);
  put(spec, 0, 0, 8, 8);
  const auto figure = draw_risk_matrix(spec, 459);
  EXPECT_NEAR(figure.drawing.width, 459, 0.01);
  expect_regions_inside(figure);
  EXPECT_EQ(figure.regions.size(), 16u + 8u);
  const auto circles = all_of<Circle>(figure.drawing);
  ASSERT_EQ(circles.size(), 8u);
  for (int i = 1; i <= 8; ++i) {
    const auto& bubble = region(figure, "R" + std::to_string(i));
    const auto& cell = region(figure, i == 8 ? "0/0" : "3/1");
    EXPECT_TRUE(inside({bubble.x - cell.x, bubble.y - cell.y, bubble.width, bubble.height, "", ""}, cell.width, cell.height)) << i;
    EXPECT_TRUE(std::any_of(circles.begin(), circles.end(), [&](const Circle& circle) {
      return std::abs(circle.x - bubble.x - bubble.width / 2) < 0.01 && std::abs(circle.y - bubble.y - bubble.height / 2) < 0.01;
    })) << i;
    EXPECT_EQ(bubble.name, "R" + std::to_string(i) + ", rançongiciel");
  }
  for (std::size_t i = 0; i < circles.size(); ++i)
    for (std::size_t other = i + 1; other < circles.size(); ++other)
      EXPECT_GT(std::hypot(circles[i].x - circles[other].x, circles[i].y - circles[other].y), circles[i].radius + circles[other].radius);
}

TEST(RiskMatrix, grows_in_likelihood_upwards_and_in_gravity_to_the_right) {
  const auto figure = draw_risk_matrix(four_by_four(), 459);
  EXPECT_LT(region(figure, "3/0").y, region(figure, "0/0").y);
  EXPECT_LT(region(figure, "0/0").x, region(figure, "0/3").x);
  EXPECT_EQ(figure.regions.front().key, "3/0"); // read from the top left
  EXPECT_EQ(figure.regions.back().key, "0/3");
}

TEST(RiskMatrix, names_a_cell_before_its_bubbles) {
  auto spec = four_by_four();
  put(spec, 3, 0, 1, 2);
  const auto figure = draw_risk_matrix(spec, 459);
  EXPECT_EQ(figure.regions[0].key, "3/0");
  EXPECT_THAT(figure.regions[0].name, testing::AllOf(HasSubstr("Quasi certain"), HasSubstr("Mineure"), HasSubstr("Modéré"), HasSubstr("R1, R2")));
  EXPECT_EQ(figure.regions[1].key, "R1");
  EXPECT_EQ(figure.regions[2].key, "R2");
  EXPECT_EQ(figure.regions[3].key, "3/1");
  EXPECT_THAT(figure.alternative, testing::AllOf(HasSubstr("Risques initiaux"), HasSubstr("R1, R2"), HasSubstr("Inacceptable")));
}

TEST(RiskMatrix, tells_classes_by_colour_and_by_number_that_can_be_read) {
  for (std::size_t classes = 2; classes <= 10; ++classes) {
    RiskMatrixSpec spec{
        .title = "", .horizontal = "h", .vertical = "v", .columns = {}, .rows = {"a"}, .classes = {{}}, .class_names = {}, .bubbles = {}, .more = {}};
    for (std::size_t i = 1; i <= classes; ++i) {
      spec.columns.push_back("c" + std::to_string(i));
      spec.class_names.push_back("n" + std::to_string(i));
      spec.classes[0].push_back(static_cast<int>(i));
    }
    const auto figure = draw_risk_matrix(spec, 600);
    std::set<std::string> fills;
    double before = 2;
    for (const auto& box : all_of<Box>(figure.drawing)) {
      if (box.height < 20) continue;                      // the legend
      EXPECT_LT(luminance(*box.fill), before) << classes; // a grey print keeps the order
      before = luminance(*box.fill);
      EXPECT_GE(contrast(*box.fill, ink_on(*box.fill)), 4.5) << classes;
      fills.insert(std::to_string(before));
    }
    EXPECT_EQ(fills.size(), classes);
    const auto texts = texts_of(figure.drawing);
    EXPECT_EQ(std::count(texts.begin(), texts.end(), std::to_string(classes)), 2); // in the cell and in the legend
    EXPECT_THAT(texts, Contains("n" + std::to_string(classes)));
  }
}

TEST(RiskMatrix, tells_what_finds_no_room) {
  auto spec = four_by_four();
  put(spec, 1, 1, 1, 2000);
  const auto figure = draw_risk_matrix(spec, 459);
  expect_regions_inside(figure);
  const auto shown = bubbles_of(figure);
  EXPECT_GT(shown, 8u);
  EXPECT_LT(shown, 40u);
  EXPECT_EQ(figure.regions.size(), 16 + shown);
  EXPECT_THAT(region(figure, "1/1").name, HasSubstr(std::to_string(2000 - shown) + " others"));
  EXPECT_THAT(texts_of(figure.drawing), Contains(testing::AllOf(testing::StartsWith("+"), HasSubstr("1\u202F9"))));
  EXPECT_LT(figure.drawing.height, 500);
}

TEST(RiskMatrix, counts_what_it_was_not_given) {
  auto spec = four_by_four();
  put(spec, 1, 1, 1, 3);
  spec.more.assign(4, std::vector<std::size_t>(4));
  spec.more[1][1] = 9;
  spec.more[0][0] = 5;
  const auto figure = draw_risk_matrix(spec, 459);
  EXPECT_EQ(bubbles_of(figure), 3u);
  EXPECT_THAT(texts_of(figure.drawing), testing::AllOf(Contains("+\u00A09"), Contains("+\u00A05")));
  EXPECT_THAT(region(figure, "1/1").name, HasSubstr("R3, 9 others"));
}

TEST(RiskMatrix, shows_the_chosen_one_wherever_it_stands_in_the_list) {
  auto spec = four_by_four();
  put(spec, 2, 2, 1, 300);
  spec.bubbles[2][2][250].marked = true;
  const auto figure = draw_risk_matrix(spec, 459);
  EXPECT_EQ(region(figure, "R251").key, "R251");
  EXPECT_THAT(texts_of(figure.drawing), Contains("R251"));
}

TEST(RiskMatrix, keeps_long_numbers_readable) {
  auto spec = four_by_four();
  put(spec, 1, 1, 121, 123);
  const auto figure = draw_risk_matrix(spec, 459);
  for (const auto& label : all_of<Label>(figure.drawing))
    if (label.text.starts_with("R1")) { EXPECT_GE(label.size, 7); }
  EXPECT_THAT(texts_of(figure.drawing), Contains("R123"));
}

TEST(RiskMatrix, fits_where_there_is_hardly_room) {
  auto spec = four_by_four();
  put(spec, 1, 1, 1, 40);
  for (const double width : {40.0, 120.0, 1500.0}) {
    const auto figure = draw_risk_matrix(spec, width);
    EXPECT_LE(figure.drawing.width, width + 0.02);
    expect_regions_inside(figure);
  }
}

TEST(RiskMatrix, stands_beside_another_with_rows_of_one_height) {
  auto before = four_by_four(), after = four_by_four();
  put(before, 3, 3, 1, 30);
  put(after, 0, 0, 1, 30);
  after.title = "Risques résiduels";
  const auto figure = draw_risk_matrices(before, after, 459);
  EXPECT_NEAR(figure.drawing.width, 459, 0.02);
  expect_regions_inside(figure);
  std::vector<Region> top;
  for (const auto& part : figure.regions)
    if (part.key == "0/0") top.push_back(part);
  ASSERT_EQ(top.size(), 2u);
  EXPECT_NEAR(top[0].y, top[1].y, 0.01);
  EXPECT_NEAR(top[0].height, top[1].height, 0.01);
  EXPECT_LT(top[0].x + 4 * top[0].width, top[1].x);
  EXPECT_THAT(figure.alternative, testing::AllOf(HasSubstr("initiaux"), HasSubstr("résiduels")));
  const auto texts = texts_of(figure.drawing);
  EXPECT_EQ(std::count(texts.begin(), texts.end(), "Inacceptable"), 1); // one legend
}

TEST(RiskMatrix, refuses_what_does_not_fit_together) {
  const auto refused = [](const auto& spoil) {
    auto spec = four_by_four();
    spoil(spec);
    try {
      draw_risk_matrix(spec, 459);
    } catch (const Problem& problem) { return problem.kind() == ProblemKind::bad_input && !problem.remedy().empty(); }
    return false;
  };
  EXPECT_TRUE(refused([](auto& spec) { spec.classes[0][0] = 5; }));
  EXPECT_TRUE(refused([](auto& spec) { spec.classes[0][0] = 0; }));
  EXPECT_TRUE(refused([](auto& spec) { spec.classes.pop_back(); }));
  EXPECT_TRUE(refused([](auto& spec) { spec.bubbles[2].pop_back(); }));
  EXPECT_TRUE(refused([](auto& spec) { spec.rows.clear(); }));
  EXPECT_TRUE(refused([](auto& spec) { spec.more.assign(3, {}); }));
  EXPECT_FALSE(refused([](auto&) {}));
}

TEST(RiskMatrix, takes_hostile_text_as_text) {
  auto spec = four_by_four();
  spec.title = spec.horizontal = spec.vertical = spec.rows[0] = spec.columns[3] = spec.class_names[1] = hostile;
  spec.bubbles[0][0].push_back({.key = hostile, .name = hostile});
  EXPECT_TRUE(well_formed(draw_risk_matrix(spec, 459).drawing));
  EXPECT_FALSE(png_of(draw_risk_matrix(spec, 459).drawing, 1).empty());
}

TEST(SideBySide, moves_the_regions_of_the_right_one) {
  auto spec = four_by_four();
  put(spec, 1, 1, 1, 1);
  const auto one = draw_risk_matrix(spec, 300);
  const auto both = side_by_side(one, one, 20);
  EXPECT_NEAR(both.drawing.width, 620, 0.01);
  EXPECT_NEAR(both.drawing.height, one.drawing.height, 0.01);
  ASSERT_EQ(both.regions.size(), 2 * one.regions.size());
  for (std::size_t i = 0; i < one.regions.size(); ++i) EXPECT_NEAR(both.regions[one.regions.size() + i].x, one.regions[i].x + 320, 0.01);
  EXPECT_EQ(both.drawing.shapes.size(), 2 * one.drawing.shapes.size());
}

TEST(Scaled, makes_everything_smaller) {
  const Drawing drawing{.width = 100,
                        .height = 50,
                        .shapes = {Box{.x = 10, .y = 4, .width = 20, .height = 6, .radius = 2}, Label{.x = 8, .y = 6, .size = 8, .text = "a"},
                                   Circle{.x = 30, .y = 20, .radius = 10}, Polyline{.points = {{2, 4}, {6, 8}}}}};
  const auto half = scaled(drawing, 0.5);
  EXPECT_EQ(half.width, 50);
  EXPECT_EQ(half.height, 25);
  EXPECT_EQ(std::get<Box>(half.shapes[0]).width, 10);
  EXPECT_EQ(std::get<Box>(half.shapes[0]).radius, 1);
  EXPECT_EQ(std::get<Label>(half.shapes[1]).size, 4);
  EXPECT_EQ(std::get<Circle>(half.shapes[2]).radius, 5);
  EXPECT_EQ(std::get<Polyline>(half.shapes[3]).points[1].second, 4);
}
