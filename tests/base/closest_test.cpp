#include "toolkit/base/closest.hpp"

#include <gmock/gmock.h>

using namespace hdskit;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(Closest, finds_a_word_with_a_letter_too_few_too_many_or_wrong) {
  EXPECT_THAT(closest("evidnce", {"journal", "evidence"}, 3), ElementsAre("evidence"));
  EXPECT_THAT(closest("evidennce", {"journal", "evidence"}, 3), ElementsAre("evidence"));
  EXPECT_THAT(closest("evidance", {"journal", "evidence"}, 3), ElementsAre("evidence"));
}

TEST(Closest, counts_two_letters_in_the_wrong_order_as_one_step) { EXPECT_THAT(closest("isue", {"vise", "iseu", "isux"}, 2), ElementsAre("iseu", "isux")); }

TEST(Closest, puts_the_nearest_first_and_keeps_the_order_of_equals) {
  EXPECT_THAT(closest("A1-3", {"B1-9", "A1-1", "A1-33", "A1-2"}, 3), ElementsAre("A1-1", "A1-33", "A1-2"));
  EXPECT_THAT(closest("A1-1", {"A1-2", "A1-1"}, 2), ElementsAre("A1-1", "A1-2"));
}

TEST(Closest, stays_silent_when_nothing_is_near) {
  EXPECT_THAT(closest("frobnicate", {"evidence", "journal"}, 3), IsEmpty());
  EXPECT_THAT(closest("xy", {"ab", "a", "xyz"}, 3), ElementsAre("xyz"));
  EXPECT_THAT(closest("", {"ab", "abc"}, 3), IsEmpty());
  EXPECT_THAT(closest("evidence", {}, 3), IsEmpty());
}

TEST(Closest, takes_the_beginning_of_a_long_word_from_three_letters_on) {
  EXPECT_THAT(closest("pra", {"plan", "PRA-TEST-2026"}, 2), ElementsAre("PRA-TEST-2026", "plan"));
  EXPECT_THAT(closest("pr", {"PRA-TEST-2026"}, 2), IsEmpty());
}

TEST(Closest, passes_over_letter_case_and_accents) { EXPECT_THAT(closest("HÔPITAL DE BRÉST", {"hopital de Brest"}, 1), ElementsAre("hopital de Brest")); }

TEST(Closest, gives_no_more_than_asked_and_nothing_for_a_word_that_nobody_types) {
  EXPECT_THAT(closest("abc", {"abd", "abe", "abf"}, 2), ElementsAre("abd", "abe"));
  const std::string endless(61, 'a');
  EXPECT_THAT(closest(endless, {endless}, 1), IsEmpty());
}
