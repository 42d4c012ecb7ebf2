#include "tests/support/golden.hpp"
#include "toolkit/continuity/continuity_json.hpp"

#include <gmock/gmock.h>

namespace tests {
namespace {

using namespace hdskit;
using testing::HasSubstr;

/// The page for whoever writes such a file must not drift away from what the program reads.
class ContinuityFormatPage : public testing::Test {
protected:
  const std::string page_ = read_bytes(SOURCE_DIR "/docs/formats/continuity.md");

  std::string example() const {
    const auto start = page_.find("```json\n") + 8;
    return page_.substr(start, page_.find("```\n", start) - start);
  }
  /// The row of a list: names are looked for there, not anywhere on the page.
  std::string row_of(const std::string& key) const {
    const auto start = page_.find("| `" + key + "` |");
    return start == std::string::npos ? "" : page_.substr(start, page_.find('\n', start) - start);
  }
};

TEST_F(ContinuityFormatPage, names_every_list_every_member_and_every_choice) {
  const Continuity empty;
  for_each_continuity_list(empty, [&]<typename Record>(const char* key, const std::vector<Record>&) {
    const auto row = row_of(key);
    for (const auto& field : Record::type().fields) {
      const auto name = "`" + std::string{field.name} + "`";
      EXPECT_THAT(row, HasSubstr(field.required ? "**" + name + "**" : name)) << key;
      for (const auto& choice : field.choices) EXPECT_THAT(row, HasSubstr("`" + std::string{choice.word} + "`")) << key;
    }
  });
}

TEST_F(ContinuityFormatPage, shows_an_example_that_can_be_read_and_holds_every_list) {
  const auto read = parse_continuity(example(), "example");
  for_each_continuity_list(read, [](const char* key, const auto& list) { EXPECT_FALSE(list.empty()) << key; });
  EXPECT_EQ(read.steps.at(1).restores, std::vector<std::string>{"DPI"});
}

} // namespace
} // namespace tests
