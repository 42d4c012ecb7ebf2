#include "tests/support/golden.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/page/markdown.hpp"

#include <gtest/gtest.h>

using namespace hdskit;

namespace {

struct Example {
  std::size_t line = 0;
  std::string text;
};

std::vector<Example> examples_in(const std::string& guide) {
  std::vector<Example> examples;
  bool inside = false;
  std::size_t number = 0;
  for (const auto line : lines_of(guide)) {
    ++number;
    if (line == "````markdown") examples.push_back({number, ""});
    if (line == "````markdown" || line == "````") inside = line != "````";
    else if (inside) examples.back().text += std::string{line} + "\n";
  }
  return examples;
}

class TemplateGuide : public testing::TestWithParam<const char*> {};

} // namespace

TEST_P(TemplateGuide, gives_examples_that_can_be_read) {
  const auto guide = tests::read_bytes(std::string{SOURCE_DIR} + "/docs/guide/" + GetParam());
  const auto examples = examples_in(guide);
  ASSERT_GE(examples.size(), 6u);
  for (const auto& example : examples) {
    try {
      EXPECT_FALSE(page::blocks_of_markdown(example.text, GetParam()).empty()) << "line " << example.line;
    } catch (const Problem& problem) { ADD_FAILURE() << "example at line " << example.line << ": " << problem.what(); }
  }
}

TEST_P(TemplateGuide, shows_every_fenced_block) {
  const auto guide = tests::read_bytes(std::string{SOURCE_DIR} + "/docs/guide/" + GetParam());
  std::string known;
  try {
    page::blocks_of_markdown("```no-such-block\n```\n", "x");
  } catch (const Problem& problem) {
    known = problem.remedy(); // "The known ones are anchor, chart, …; without …"
  }
  const auto start = known.find("are ");
  ASSERT_NE(start, std::string::npos);
  for (const auto& word : split(known.substr(start + 4, known.find(';') - start - 4), ','))
    EXPECT_NE(guide.find("```" + std::string{trimmed(word)} + "\n"), std::string::npos) << word;
}

INSTANTIATE_TEST_SUITE_P(Languages, TemplateGuide, testing::Values("templates.fr.md", "templates.md"));
