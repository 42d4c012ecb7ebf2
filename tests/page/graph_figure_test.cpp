#include "tests/page/mapped.hpp"

#include "toolkit/base/problem.hpp"

#include <gmock/gmock.h>

#include <thread>

using namespace hdskit;
using namespace hdskit::page;
using namespace tests;
using testing::Contains;
using testing::HasSubstr;

namespace {

GraphSpec::Node node(const std::string& key, std::size_t column = GraphSpec::none) {
  return {.key = key, .title = "Action " + key, .detail = "facile", .name = key + " lu", .symbol = "", .column = column};
}

/// A chain a → b → …, each node in its column.
GraphSpec chain(const std::string& letters, bool columns) {
  GraphSpec spec;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    spec.nodes.push_back(node(std::string{letters[i]}, columns ? i : GraphSpec::none));
    if (columns) spec.columns.push_back("Phase " + std::to_string(i));
    if (i > 0) spec.edges.push_back({.from = std::string{letters[i - 1]}, .to = std::string{letters[i]}, .label = ""});
  }
  return spec;
}

double middle(const MappedDrawing& figure, const std::string& key) { return region(figure, key).x + region(figure, key).width / 2; }

void expect_apart(const MappedDrawing& figure) {
  for (std::size_t i = 0; i < figure.regions.size(); ++i)
    for (std::size_t other = i + 1; other < figure.regions.size(); ++other) {
      const auto &a = figure.regions[i], &b = figure.regions[other];
      EXPECT_TRUE(a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y) << a.key << " / " << b.key;
    }
}

std::string refusal(const GraphSpec& spec) {
  try {
    draw_graph(spec);
  } catch (const Problem& problem) {
    EXPECT_EQ(problem.kind(), ProblemKind::bad_input);
    EXPECT_FALSE(problem.remedy().empty());
    return problem.what();
  }
  return "";
}

} // namespace

TEST(Graph, goes_from_left_to_right) {
  const auto figure = draw_graph(chain("abcd", false));
  expect_regions_inside(figure);
  expect_apart(figure);
  ASSERT_EQ(figure.regions.size(), 4u);
  for (std::size_t i = 1; i < 4; ++i) EXPECT_GT(figure.regions[i].x, figure.regions[i - 1].x + figure.regions[i - 1].width);
  EXPECT_EQ(figure.regions[2].name, "c lu");
  EXPECT_THAT(figure.alternative, testing::AllOf(HasSubstr("Action a"), HasSubstr("facile"), HasSubstr("“Action a” leads to “Action b”")));
}

TEST(Graph, draws_a_cycle_all_the_same) {
  auto spec = chain("abc", false);
  spec.edges.push_back({.from = "c", .to = "a", .label = "retour"});
  spec.edges.push_back({.from = "b", .to = "b", .label = ""});
  const auto figure = draw_graph(spec);
  expect_regions_inside(figure);
  expect_apart(figure);
  EXPECT_LT(middle(figure, "a"), middle(figure, "b"));
  EXPECT_LT(middle(figure, "b"), middle(figure, "c"));
  EXPECT_EQ(all_of<Polyline>(figure.drawing).size(), 8u); // four lines with their heads
  EXPECT_THAT(texts_of(figure.drawing), Contains("retour"));
}

TEST(Graph, ends_each_arrow_at_the_node_that_it_points_to) {
  auto spec = chain("abc", false);
  spec.edges.push_back({.from = "c", .to = "a", .label = ""});
  const auto figure = draw_graph(spec);
  std::vector<std::string> reached;
  for (const auto& head : all_of<Polyline>(figure.drawing)) {
    if (!head.closed) continue;
    const auto [x, y] = head.points[0]; // its tip
    for (const auto& part : figure.regions)
      if (x > part.x - 3 && x < part.x + part.width + 3 && y > part.y - 3 && y < part.y + part.height + 3) reached.push_back(part.key);
  }
  EXPECT_THAT(reached, testing::UnorderedElementsAre("a", "b", "c"));
}

TEST(Graph, puts_the_nodes_of_a_column_below_each_other_in_the_order_of_the_columns) {
  auto spec = chain("abcd", true);
  spec.columns.insert(spec.columns.begin() + 2, "Vide");
  spec.nodes[2].column = 3;
  spec.nodes[3].column = 4;
  for (const auto* key : {"e", "f", "g"}) spec.nodes.push_back(node(key, 1)); // without a link
  spec.nodes.push_back(node("ou"));
  spec.nodes.back().form = GraphSpec::Form::diamond;
  for (const auto& [from, to] : {std::pair{"d", "a"}, std::pair{"d", "ou"}, std::pair{"ou", "b"}, std::pair{"c", "a"}, std::pair{"f", "g"}})
    spec.edges.push_back({.from = from, .to = to, .label = ""});
  const auto figure = draw_graph(spec);
  expect_regions_inside(figure);
  expect_apart(figure);
  for (const auto* key : {"e", "f", "g"}) EXPECT_NEAR(middle(figure, key), middle(figure, "b"), 1) << key;
  EXPECT_LT(middle(figure, "a"), middle(figure, "b"));
  EXPECT_LT(middle(figure, "b"), middle(figure, "c"));
  EXPECT_LT(middle(figure, "c"), middle(figure, "d"));
  EXPECT_LT(region(figure, "f").y, region(figure, "g").y); // within a column links go down
  std::vector<double> headings;
  for (const auto& label : all_of<Label>(figure.drawing))
    if (label.text.starts_with("Phase") || label.text == "Vide") headings.push_back(label.x);
  ASSERT_EQ(headings.size(), 5u);
  EXPECT_TRUE(std::is_sorted(headings.begin(), headings.end()));
  EXPECT_NEAR(headings[1], middle(figure, "b"), 1);
}

TEST(Graph, tells_a_tone_by_its_symbol_and_can_be_read_in_each) {
  using Tone = GraphSpec::Tone;
  for (const auto tone : {Tone::plain, Tone::good, Tone::warning, Tone::danger, Tone::accent}) {
    auto spec = chain("a", false);
    spec.nodes[0].tone = tone;
    spec.nodes[0].symbol = "⚠";
    const auto drawing = draw_graph(spec).drawing;
    EXPECT_THAT(texts_of(drawing), Contains(testing::StartsWith("⚠")));
    const auto fill = *all_of<Box>(drawing).back().fill;
    for (const auto& label : all_of<Label>(drawing)) {
      EXPECT_GE(contrast(fill, label.colour), 4.5);
      EXPECT_GE(label.size, 5.6);
    }
  }
}

TEST(Graph, refuses_links_without_an_end_doubles_and_too_much) {
  auto spec = chain("ab", false);
  spec.edges.push_back({.from = "a", .to = "z", .label = ""});
  EXPECT_THAT(refusal(spec), HasSubstr("“z”"));
  spec = chain("ab", false);
  spec.nodes.push_back(node("a"));
  EXPECT_THAT(refusal(spec), HasSubstr("“a”"));
  spec = {};
  for (int i = 0; i <= 2000; ++i) spec.nodes.push_back(node(std::to_string(i)));
  EXPECT_THAT(refusal(spec), HasSubstr("2001"));
}

TEST(Graph, takes_hostile_text_as_text) {
  auto spec = chain("ab", true);
  spec.nodes[0].key = spec.edges[0].from = spec.columns[0] = spec.edges[0].label = spec.nodes[0].title = spec.nodes[0].detail = hostile;
  spec.nodes[1].title = "\\N \\G <table><tr><td>x</td></tr></table>";
  const auto figure = draw_graph(spec);
  EXPECT_EQ(figure.regions.size(), 2u);
  EXPECT_TRUE(well_formed(figure.drawing));
  EXPECT_FALSE(png_of(figure.drawing, 1).empty());
}

TEST(Graph, may_be_empty) {
  GraphSpec spec;
  EXPECT_TRUE(draw_graph(spec).regions.empty());
  spec.columns = {"Connaître", "Rentrer"};
  EXPECT_THAT(texts_of(draw_graph(spec).drawing), testing::ElementsAre("Connaître", "Rentrer"));
}

TEST(Graph, is_the_same_each_time_and_on_any_thread) {
  auto spec = chain("abcdefgh", false);
  for (const auto& [from, to] : {std::pair{"a", "d"}, std::pair{"b", "f"}, std::pair{"h", "c"}, std::pair{"c", "g"}})
    spec.edges.push_back({.from = from, .to = to, .label = "et"});
  const auto first = svg_of(draw_graph(spec).drawing);
  std::vector<std::string> others(4);
  {
    std::vector<std::jthread> threads;
    for (auto& other : others) threads.emplace_back([&] { other = svg_of(draw_graph(spec).drawing); });
  }
  for (const auto& other : others) EXPECT_EQ(other, first);
}

TEST(Graph, lays_out_two_thousand_nodes) {
  GraphSpec spec;
  for (int i = 0; i < 2000; ++i) {
    spec.nodes.push_back(node("n" + std::to_string(i), static_cast<std::size_t>(i % 4)));
    if (i > 0) spec.edges.push_back({.from = "n" + std::to_string(i * 7 % i), .to = "n" + std::to_string(i), .label = ""});
  }
  spec.columns = {"1", "2", "3", "4"};
  const auto figure = draw_graph(spec);
  EXPECT_EQ(figure.regions.size(), 2000u);
  expect_regions_inside(figure);
}
