#include "toolkit/page/figures.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/page/figure_palette.hpp"
#include "toolkit/page/figure_text.hpp"
#include "toolkit/page/markdown.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <pugixml.hpp>

#include <algorithm>

using namespace hdskit;
using namespace hdskit::page;
using testing::HasSubstr;

namespace {

constexpr const char* matrix_text = "horizontal: Vraisemblance\nvertical: Gravité\ncolumns: Faible | Forte\nCritique | 3 R1 | 4 R2, R3, R4, R5, R6, R7, R8, "
                                    "R9, R10\n\nMineure | 1 | 2 Risque d’indisponibilité\n";
constexpr const char* chart_text =
    "unit: Go\nImagerie et archivage intermédiaire de tous les examens de radiologie | 18 400\nDossier patient | 1\u202F250,5\nPharmacie | 82.25\nVide | 0\n";
constexpr const char* tree_text = "Direction | Mme Un\n  Informatique | M. Deux\n    Exploitation\n    Études et intégration des logiciels métier de tous les "
                                  "établissements\n  Qualité\n  Achats\n";

std::vector<Label> labels_of(const Drawing& drawing) {
  std::vector<Label> labels;
  for (const auto& shape : drawing.shapes)
    if (const auto* label = std::get_if<Label>(&shape)) labels.push_back(*label);
  return labels;
}
std::vector<Box> boxes_of(const Drawing& drawing) {
  std::vector<Box> boxes;
  for (const auto& shape : drawing.shapes)
    if (const auto* box = std::get_if<Box>(&shape)) boxes.push_back(*box);
  return boxes;
}

struct Area {
  double left, top, right, bottom;
};
Area area_of(const Label& label) {
  const double width = figure_text_width(label.text, label.size, label.bold);
  const double before = label.align == Label::Align::start ? 0 : label.align == Label::Align::middle ? width / 2 : width;
  const double up = label.size * 0.74, down = label.size * 0.22;
  if (label.rotation == 90) return {label.x - up, label.y - (width - before), label.x + down, label.y + before};
  return {label.x - before, label.y - up, label.x - before + width, label.y + down};
}
bool overlap(const Area& a, const Area& b) { return a.left < b.right - 0.01 && b.left < a.right - 0.01 && a.top < b.bottom - 0.01 && b.top < a.bottom - 0.01; }

/// Every letter inside the drawing and on nothing else than its own ground.
void expect_tidy(const Drawing& drawing, double width) {
  EXPECT_LE(drawing.width, width + 0.01);
  const auto labels = labels_of(drawing);
  EXPECT_FALSE(labels.empty());
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const auto area = area_of(labels[i]);
    EXPECT_TRUE(area.left >= -0.01 && area.top >= -0.01 && area.right <= drawing.width + 0.01 && area.bottom <= drawing.height + 0.01) << labels[i].text;
    for (std::size_t other = i + 1; other < labels.size(); ++other)
      EXPECT_FALSE(overlap(area, area_of(labels[other]))) << labels[i].text << " / " << labels[other].text;
  }
  const auto boxes = boxes_of(drawing);
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    const Area area{boxes[i].x, boxes[i].y, boxes[i].x + boxes[i].width, boxes[i].y + boxes[i].height};
    EXPECT_TRUE(area.left >= -0.01 && area.top >= -0.01 && area.right <= drawing.width + 0.01 && area.bottom <= drawing.height + 0.01);
    for (std::size_t other = i + 1; other < boxes.size(); ++other)
      EXPECT_FALSE(overlap(area, {boxes[other].x, boxes[other].y, boxes[other].x + boxes[other].width, boxes[other].y + boxes[other].height}));
    for (const auto& label : labels) {
      const auto text = area_of(label);
      const bool apart = !overlap(area, text);
      EXPECT_TRUE(apart || (text.left >= area.left && text.right <= area.right && text.top >= area.top && text.bottom <= area.bottom)) << label.text;
    }
  }
}

template <typename Read> std::string refusal(Read read, const std::string& text) {
  try {
    read(text, "risques.md", 10);
  } catch (const Problem& problem) {
    EXPECT_EQ(problem.kind(), ProblemKind::bad_input);
    EXPECT_EQ(problem.subject(), "risques.md");
    EXPECT_FALSE(problem.remedy().empty());
    return problem.what();
  }
  return "";
}

} // namespace

TEST(Matrix, shows_every_cell_with_its_level_in_figures_too) {
  const auto figure = read_matrix(matrix_text, "x", 1);
  expect_tidy(figure.drawing, 459.276);
  std::vector<std::string> texts;
  for (const auto& label : labels_of(figure.drawing)) texts.push_back(label.text);
  for (const auto* wanted : {"1", "2", "3", "4", "R1", "Gravité", "Vraisemblance", "Critique", "Mineure", "Faible", "Forte"})
    EXPECT_THAT(texts, testing::Contains(wanted));
  EXPECT_THAT(figure.alternative, testing::AllOf(HasSubstr("Critique"), HasSubstr("R10"), HasSubstr("4"), HasSubstr("indisponibilit")));
}

TEST(Matrix, puts_the_first_row_on_top_and_the_vertical_title_upright) {
  const auto labels = labels_of(read_matrix(matrix_text, "x", 1).drawing);
  const auto named = [&](const std::string& text) {
    return *std::find_if(labels.begin(), labels.end(), [&](const Label& label) { return label.text == text; });
  };
  EXPECT_LT(named("Critique").y, named("Mineure").y);
  EXPECT_EQ(named("Gravité").rotation, 90);
}

TEST(Matrix, stays_readable_without_colour) {
  double before = 2;
  for (int level = 1; level <= 4; ++level) {
    const auto fill = level_colour(level, 4);
    EXPECT_LT(luminance(fill), before - 0.08) << level;
    before = luminance(fill);
    const auto ink = luminance(ink_on(fill));
    const double contrast = (std::max(before, ink) + 0.05) / (std::min(before, ink) + 0.05);
    EXPECT_GE(contrast, 4.5) << "level " << level; // WCAG 2 AA
  }
}

TEST(Matrix, takes_data_as_text) {
  const auto cell = escaped_for_markdown("a | b `c` \\");
  const auto figure = read_matrix(
      "horizontal: h\nvertical: v\ncolumns: " + escaped_for_markdown("x|y") + "\n" + escaped_for_markdown("columns: z") + " | 2 " + cell + "\n", "x", 1);
  EXPECT_THAT(figure.alternative, testing::AllOf(HasSubstr("x|y"), HasSubstr("columns: z"), HasSubstr("a | b `c` \\")));
}

TEST(Matrix, says_which_line_is_wrong) {
  EXPECT_THAT(refusal(read_matrix, "horizontal: h\n"), HasSubstr("line 10"));
  EXPECT_THAT(refusal(read_matrix, "horizontal: h\nvertical: v\ncolumns: a | b\nx | 1\n"),
              testing::AllOf(HasSubstr("line 14"), HasSubstr("1 cells for 2 columns")));
  EXPECT_THAT(refusal(read_matrix, "columns: a\nx | R1\n"), testing::AllOf(HasSubstr("line 12"), HasSubstr("level")));
  EXPECT_THAT(refusal(read_matrix, "columns: a\nx | 12 R1\n"), HasSubstr("level"));
  EXPECT_THAT(refusal(read_matrix, "x | 1\n"), testing::AllOf(HasSubstr("line 11"), HasSubstr("columns are known")));
}

TEST(Chart, draws_bars_in_proportion_with_french_values) {
  const auto figure = read_chart(chart_text, "x", 1);
  expect_tidy(figure.drawing, 459.276);
  const auto boxes = boxes_of(figure.drawing);
  ASSERT_EQ(boxes.size(), 4u);
  EXPECT_NEAR(boxes[1].width / boxes[0].width, 1250.5 / 18400, 1e-6);
  EXPECT_THAT(figure.alternative, testing::AllOf(HasSubstr("Pharmacie"), HasSubstr("82,25\u00A0Go"), HasSubstr("1\u202F250,5\u00A0Go"),
                                                 HasSubstr("18\u202F400\u00A0Go"), HasSubstr(" 0\u00A0Go")));
}

TEST(Chart, says_which_line_is_wrong) {
  EXPECT_THAT(refusal(read_chart, "unit: Go\nA | douze\n"), testing::AllOf(HasSubstr("line 12"), HasSubstr("douze")));
  for (const auto* value : {"-1", "nan", "inf", "1e400", "0x10", "", "1 | 2", "9999999999999"})
    EXPECT_THAT(refusal(read_chart, std::string{"A | "} + value), HasSubstr("line 11")) << value;
  EXPECT_THAT(refusal(read_chart, "unit: Go\n"), HasSubstr("no bar"));
}

TEST(Tree, puts_children_side_by_side_when_they_fit) {
  const auto figure = read_tree(tree_text, "x", 1);
  expect_tidy(figure.drawing, 459.276);
  const auto boxes = boxes_of(figure.drawing);
  ASSERT_EQ(boxes.size(), 6u);
  EXPECT_EQ(boxes[1].y, boxes[4].y);
  EXPECT_EQ(boxes[4].y, boxes[5].y);
  EXPECT_THAT(figure.alternative, testing::AllOf(HasSubstr("Direction (Mme Un)"), HasSubstr("Exploitation, Études")));
}

TEST(Tree, lists_children_below_each_other_when_they_do_not_fit) {
  const auto boxes = boxes_of(draw_tree("A\n  B\n  C\n  D\n", 160));
  ASSERT_EQ(boxes.size(), 4u);
  EXPECT_EQ(boxes[1].x, boxes[2].x);
  EXPECT_GT(boxes[2].y, boxes[1].y + boxes[1].height);
}

TEST(Tree, is_tidy_at_any_shape_and_width) {
  for (const double width : {120.0, 200.0, 300.0, 459.0, 900.0})
    for (unsigned shape = 0; shape < 40; ++shape) {
      std::string text = "Racine avec un nom long | et une seconde ligne\n";
      std::size_t level = 0;
      for (unsigned i = 0; i < 14; ++i) {
        level = std::min<std::size_t>({level + 1, 1 + (shape * 7 + i * i * 3) % 5, 5});
        text += std::string(2 * level, ' ') + "Boîte numéro " + std::to_string(i) + (i % 3 ? "" : " | anticonstitutionnellement organisée") + "\n";
      }
      SCOPED_TRACE(text + std::to_string(width));
      expect_tidy(draw_tree(text, width), width);
      if (testing::Test::HasFailure()) return;
    }
}

TEST(Tree, says_which_line_is_wrong) {
  EXPECT_THAT(refusal(read_tree, "A\n    B\n"), testing::AllOf(HasSubstr("line 12"), HasSubstr("more than one level")));
  EXPECT_THAT(refusal(read_tree, "A\n B\n"), HasSubstr("indentation"));
  EXPECT_THAT(refusal(read_tree, "A\n\tB\n"), HasSubstr("indentation"));
  EXPECT_THAT(refusal(read_tree, "  A\n"), HasSubstr("more than one level"));
  EXPECT_THAT(refusal(read_tree, "A\nB\n"), HasSubstr("second root"));
  EXPECT_THAT(refusal(read_tree, "\n"), HasSubstr("no box"));
  std::string wide = "A\n";
  for (int i = 0; i < 100; ++i) wide += "  B\n";
  EXPECT_THAT(refusal(read_tree, wide), HasSubstr("at most 80"));
}

TEST(FigureText, keeps_to_its_width_and_marks_what_is_cut) {
  for (const std::string text : {"Une phrase assez longue pour trois lignes au moins", "anticonstitutionnellement", "éàüœ漢字😀 fin"})
    for (const double width : {20.0, 45.0, 90.0})
      for (const auto& line : figure_lines(text, width, 8, true, 2)) EXPECT_LE(figure_text_width(line, 8, true), width) << line;
  EXPECT_THAT(figure_lines("un deux trois quatre cinq six sept", 40, 8, false, 2).back(), testing::EndsWith("…"));
}

TEST(Svg, is_well_formed_and_keeps_the_letters) {
  Drawing drawing{.width = 100.5,
                  .height = 50,
                  .shapes = {Box{.width = 10, .height = 10, .fill = Colour{1, 0, 0}}, Circle{.x = 5, .y = 5, .radius = 2},
                             Polyline{.points = {{0, 0}, {1, 1.256}}}, Label{.x = 3, .y = 4, .text = "a < b & \"c\"", .rotation = 90}}};
  const auto svg = svg_of(drawing);
  pugi::xml_document document;
  ASSERT_TRUE(document.load_string(svg.c_str(), pugi::parse_full));
  EXPECT_STREQ(document.child("svg").attribute("width").value(), "100.5pt");
  EXPECT_STREQ(document.child("svg").child("text").text().get(), "a < b & \"c\"");
  EXPECT_STREQ(document.child("svg").child("text").attribute("transform").value(), "rotate(-90 3 4)");
  EXPECT_STREQ(document.child("svg").child("rect").attribute("fill").value(), "#ff0000");
  EXPECT_STREQ(document.child("svg").child("polyline").attribute("points").value(), "0,0 1,1.26 ");
}
