#include "toolkit/base/text.hpp"

#include <gtest/gtest.h>

using namespace hdskit;

TEST(Text, knows_utf8_from_what_only_looks_like_it) {
  EXPECT_TRUE(is_utf8("Hébergé – « œuvre » 😀"));
  EXPECT_TRUE(is_utf8(""));
  for (const std::string wrong : {"\xE9", "\xC0\x80", "\xED\xA0\x80", "\xF5\x80\x80\x80", "\xE2\x82", "a\x80"}) EXPECT_FALSE(is_utf8(wrong));
}

TEST(Text, folds_what_a_person_takes_for_the_same) {
  EXPECT_EQ(folded("Élévation d’ŒUVRE"), "elevation d'oeuvre");
  EXPECT_EQ(folded("SAUVEGARDÉ"), folded("sauvegarde"));
}

TEST(Text, cuts_lines_of_either_system) {
  EXPECT_EQ(lines_of("a\r\nb\n\nc"), (std::vector<std::string_view>{"a", "b", "", "c"}));
  EXPECT_TRUE(lines_of("").empty());
}

TEST(Text, writes_numbers_as_french_readers_expect) {
  EXPECT_EQ(french_number(1234567), "1\u202F234\u202F567");
  EXPECT_EQ(french_number(-1200), "\u22121\u202F200");
  EXPECT_EQ(french_number(999), "999");
  EXPECT_EQ(french_bytes(999), "999\u00A0octets");
  EXPECT_EQ(french_bytes(1'400'000), "1,4\u00A0Mo");
  EXPECT_EQ(french_bytes(250'000'000), "250\u00A0Mo");
  EXPECT_EQ(french_bytes(999'900), "1,0\u00A0Mo");
}

TEST(Text, says_durations_in_the_largest_fitting_unit) {
  EXPECT_EQ(human_duration(45), "45\u00A0min");
  EXPECT_EQ(human_duration(240), "4\u00A0h");
  EXPECT_EQ(human_duration(90), "1\u00A0h\u00A030");
  EXPECT_EQ(human_duration(65), "1\u00A0h\u00A005");
  EXPECT_EQ(human_duration(2880), "2\u00A0j");
}
