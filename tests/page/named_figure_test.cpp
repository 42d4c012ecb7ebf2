#include "tests/support/workspaces.hpp"
#include "toolkit/page/markdown.hpp"

#include <gmock/gmock.h>

using namespace hdskit;
using testing::HasSubstr;

namespace {

page::NamedFigures a_map() { return {{"matrices", {.drawing = {.width = 10, .height = 20, .shapes = {}}, .alternative = "two matrices", .caption = {}}}}; }

} // namespace

TEST(NamedFigure, stands_where_its_name_is_called_with_the_caption_below) {
  const auto blocks = page::blocks_of_markdown("```figure\nmatrices\n```\n\nFigure : avant et après\n", "t", a_map());
  ASSERT_EQ(blocks.size(), 1u);
  const auto& figure = std::get<page::Figure>(blocks[0].value);
  EXPECT_EQ(figure.alternative, "two matrices");
  EXPECT_EQ(figure.drawing.height, 20);
  ASSERT_EQ(figure.caption.size(), 1u);
  EXPECT_EQ(figure.caption[0].text, "avant et après");
}

TEST(NamedFigure, may_come_from_data_whose_signs_are_escaped) {
  auto figures = a_map();
  figures["scénario-SO*1"] = figures.at("matrices");
  EXPECT_EQ(page::blocks_of_markdown("```figure\n" + page::escaped_for_markdown("scénario-SO*1") + "\n```\n", "t", figures).size(), 1u);
}

TEST(NamedFigure, that_is_not_there_is_refused_with_its_line_and_those_that_are) {
  const auto problem = tests::problem_of([] { page::blocks_of_markdown("x\n\n```figure\nradars\n```\n", "t", a_map()); });
  EXPECT_THAT(problem.what(), testing::AllOf(HasSubstr("line 4"), HasSubstr("radars")));
  EXPECT_THAT(problem.remedy(), HasSubstr("matrices"));
  EXPECT_THAT(tests::problem_of([] { page::blocks_of_markdown("```figure\nradar\n```\n", "t"); }).remedy(), HasSubstr("no figures"));
}
