#include "toolkit/risk/rating.hpp"

#include "toolkit/base/problem.hpp"

#include <gtest/gtest.h>

namespace hdskit {
namespace {

Rating read(std::string_view text) {
  Rating rating{7};
  from_field_text(text, rating);
  return rating;
}

TEST(Rating, reads_a_grade_with_its_letter_or_its_words) {
  EXPECT_EQ(read("3").value, 3);
  EXPECT_EQ(read("G3").value, 3);
  EXPECT_EQ(read(" v2 ").value, 2);
  EXPECT_EQ(read("4 - Critique").value, 4);
  EXPECT_EQ(read("4: critical").value, 4);
}

TEST(Rating, is_not_rated_when_empty_or_zero) {
  EXPECT_FALSE(read(""));
  EXPECT_FALSE(read("0"));
  EXPECT_EQ(to_field_text(Rating{}), "");
  EXPECT_EQ(to_field_text(Rating{4}), "4");
}

TEST(Rating, refuses_what_is_no_grade) {
  for (const auto* text : {"high", "3.5", "3,5", "-1", "100", "GG3", "3b", "="}) EXPECT_THROW(read(text), Problem) << text;
}

} // namespace
} // namespace hdskit
