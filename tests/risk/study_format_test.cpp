#include "tests/support/golden.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/risk/study_json.hpp"

#include <gmock/gmock.h>

using namespace hdskit;
using testing::HasSubstr;

namespace {

/// The page for whoever writes such a file must not drift away from what the program reads.
class StudyFormatPage : public testing::Test {
protected:
  const std::string page_ = tests::read_bytes(SOURCE_DIR "/docs/formats/risk-study.md");

  std::string example(int number) const {
    std::size_t start = 0;
    for (int i = 0; i < number; ++i) start = page_.find("```json\n", start) + 8;
    return page_.substr(start, page_.find("```\n", start) - start);
  }
};

TEST_F(StudyFormatPage, names_every_list_and_every_member) {
  const Study empty;
  for_each_list(empty, [&]<typename Record>(const char* key, const std::vector<Record>&) {
    EXPECT_THAT(page_, HasSubstr("| `" + std::string{key} + "` |"));
    for (const auto& field : Record::type().fields) {
      EXPECT_TRUE(page_.find("`" + std::string{field.name} + "`") != std::string::npos || field.name.starts_with("residual_")) << key << "." << field.name;
      for (const auto& choice : field.choices) EXPECT_THAT(page_, HasSubstr("`" + std::string{choice.word} + "`")) << key << "." << field.name;
    }
  });
  for (const auto& field : RiskStudy::type().fields) EXPECT_THAT(page_, HasSubstr("`" + std::string{field.name} + "`"));
}

TEST_F(StudyFormatPage, shows_examples_that_can_be_read) {
  EXPECT_EQ(parse_scale(example(2), "example").id, "chu-3x3");
  const auto written = example(1);
  std::string json;
  for (const auto line : lines_of(written))
    json += line.starts_with("  \"scale\"") ? "\"scale\": " + text_of(shipped_scales().front()) + ",\n" : std::string{line} + "\n";
  const auto study = parse_study(json, "example");
  EXPECT_EQ(study.risks.at(0).residual_gravity.value, 3);
  const auto text = study_text(study);
  for (const auto* computed : {"\"threat\": 2", "\"zone\": \"Zone de contrôle\"", "\"residual_level\": 2", "\"level\": 3"})
    EXPECT_THAT(text, HasSubstr(computed));
}

} // namespace
