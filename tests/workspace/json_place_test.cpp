#include "toolkit/workspace/json_place.hpp"

#include "tests/support/workspaces.hpp"

namespace {

using namespace hdskit;

constexpr std::string_view json = "\xEF\xBB\xBF{\n"
                                  "  \"é\": [1, -2.5e3, {\"deep\": [[], [true]]}],\n"
                                  "  \"quoted \\\" , ] }\": \"a \\\\\", \"twice\": 1,\n"
                                  "  \"twice\": null, \"empty\": {}\n"
                                  "}";

std::string placed(const std::string& way) { return JsonPlaces{json, {way}}.placed(way, "x"); }

TEST(JsonPlaces, say_line_and_column_of_a_value_in_characters) {
  EXPECT_EQ(placed("é"), "line 2, column 8: x");
  EXPECT_EQ(placed("é[0]"), "line 2, column 9: x");
  EXPECT_EQ(placed("é[2].deep[1][0]"), "line 2, column 35: x");
  EXPECT_EQ(placed(""), "line 1, column 1: x");
}

TEST(JsonPlaces, are_not_misled_by_signs_within_texts) { EXPECT_EQ(placed("empty"), "line 4, column 27: x"); }

TEST(JsonPlaces, take_the_last_of_two_members_as_the_parser_does) { EXPECT_EQ(placed("twice"), "line 4, column 12: x"); }

TEST(JsonPlaces, point_at_what_is_nearest_on_the_way) {
  EXPECT_EQ(placed("é[2].missing"), "line 2, column 20: x");
  EXPECT_EQ(placed("é[9].deep.er"), "line 2, column 8: x");
  EXPECT_EQ(placed("nowhere"), "line 1, column 1: x");
}

TEST(JsonPlaces, of_a_text_that_ends_early_are_those_before_its_end) {
  for (std::size_t length = 0; length < json.size(); ++length) {
    const JsonPlaces places{json.substr(0, length), {"é[2].deep[1][0]"}};
    EXPECT_FALSE(places.placed("é[2].deep[1][0]", "x").empty());
  }
}

} // namespace
