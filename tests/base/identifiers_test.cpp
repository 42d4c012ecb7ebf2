#include "toolkit/base/identifiers.hpp"

#include <gtest/gtest.h>

using namespace hdskit;

TEST(Identifiers, keep_valid_numbers_without_their_spaces) {
  EXPECT_EQ(Siren::parse("732 829 320")->text(), "732829320");
  EXPECT_EQ(Siret::parse("732 829 320 00074")->text(), "73282932000074");
  EXPECT_EQ(Siren::parse("732\u00A0829\u202F320")->text(), "732829320");
}

TEST(Identifiers, refuse_a_single_wrong_digit_anywhere) {
  const std::string siret = "73282932000074", rpps = "10002813839";
  ASSERT_TRUE(Siret::parse(siret));
  ASSERT_TRUE(Rpps::parse(rpps));
  for (std::size_t i = 0; i < siret.size(); ++i) {
    auto wrong = siret;
    wrong[i] = wrong[i] == '9' ? '0' : static_cast<char>(wrong[i] + 1);
    EXPECT_FALSE(Siret::parse(wrong)) << wrong;
  }
  for (std::size_t i = 0; i < rpps.size(); ++i) {
    auto wrong = rpps;
    wrong[i] = wrong[i] == '9' ? '0' : static_cast<char>(wrong[i] + 1);
    EXPECT_FALSE(Rpps::parse(wrong)) << wrong;
  }
}

TEST(Identifiers, refuse_the_wrong_length_and_foreign_characters) {
  EXPECT_FALSE(Siren::parse("73282932"));
  EXPECT_FALSE(Siren::parse(""));
  EXPECT_FALSE(Siret::parse("7328293200007A"));
  EXPECT_FALSE(Rpps::parse("8100028138390"));
  EXPECT_FALSE(Finess::parse("3C0900001"));
}

TEST(Identifiers, know_the_exception_of_la_poste) {
  // Establishments of SIREN 356000000: the plain sum of digits is a multiple of 5, Luhn's key does not hold.
  EXPECT_TRUE(Siret::parse("35600000000048")); // the head office follows Luhn
  EXPECT_TRUE(Siret::parse("35600000049837")); // an establishment: 3+5+6+4+9+8+3+7 = 45
  EXPECT_FALSE(Siret::parse("35600000049838"));
}

TEST(Identifiers, read_adeli_with_a_letter_of_corsica) {
  EXPECT_EQ(Adeli::parse("0B6087510")->text(), "0B6087510"); // test data of the directory of professionals
  EXPECT_FALSE(Adeli::parse("0B6087511"));
  EXPECT_FALSE(Adeli::parse("0C6087510"));
}
