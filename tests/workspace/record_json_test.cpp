#include "toolkit/workspace/record_json.hpp"

#include <gtest/gtest.h>

namespace {

using namespace hdskit;

TEST(RecordJson, keeps_every_text_and_the_order_of_names) {
  std::string all;
  for (int byte = 1; byte < 0x80; ++byte) all += static_cast<char>(byte);
  all += "é € \xF0\x9F\x8F\xA5";
  const auto json = json_object({{"z", all}, {"a", ""}, {all, "x"}});
  EXPECT_LT(json.find("\"z\""), json.find("\"a\""));
  const auto texts = texts_of_json(json);
  ASSERT_TRUE(texts);
  EXPECT_EQ(*texts, (RecordTexts{{"z", all}, {"a", ""}, {all, "x"}}));
}

TEST(RecordJson, writes_what_journals_have_always_held) {
  EXPECT_EQ(json_object({}), "{}");
  EXPECT_EQ(json_object({{"name", "a\"b\\c/d\n\t\r\b\f\x01\x1f\x7fé"}}), "{\"name\":\"a\\\"b\\\\c/d\\n\\t\\r\\b\\f\\u0001\\u001f\x7fé\"}");
}

} // namespace
