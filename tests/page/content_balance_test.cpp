#include "toolkit/page/content_balance.hpp"

#include <gtest/gtest.h>
#include <string>

namespace hdskit::page {
namespace {

/// "saves restores" that the content lacks, the same however it is cut into pieces.
std::string lacks(std::string_view content) {
  const auto told = [](ContentScanner& scanner) {
    const auto balance = scanner.balance();
    return std::to_string(balance.missing_saves) + " " + std::to_string(balance.missing_restores);
  };
  ContentScanner whole, cut;
  whole.take(content);
  for (const char c : content) cut.take({&c, 1});
  const auto result = told(whole);
  EXPECT_EQ(result, told(cut)) << content;
  return result;
}

TEST(ContentBalance, what_is_in_order_lacks_nothing) {
  EXPECT_EQ(lacks(""), "0 0");
  EXPECT_EQ(lacks("q 1 0 0 1 0 0 cm Q"), "0 0");
  EXPECT_EQ(lacks("q q Q Q q Q"), "0 0");
}

TEST(ContentBalance, open_states_are_counted) {
  EXPECT_EQ(lacks("q"), "0 1");
  EXPECT_EQ(lacks("q q Q q"), "0 2");
}

TEST(ContentBalance, restores_without_a_save_are_counted) {
  EXPECT_EQ(lacks("Q"), "1 0");
  EXPECT_EQ(lacks("q Q Q Q"), "2 0");
  EXPECT_EQ(lacks("Q q"), "1 1");
}

TEST(ContentBalance, only_operators_count) {
  EXPECT_EQ(lacks("(q \\( q \\\\) Tj (a (q) q) Tj"), "0 0");
  EXPECT_EQ(lacks("<71 51> Tj /q gs /Q Do qq q1 % q Q\n"), "0 0");
  EXPECT_EQ(lacks("/P << /q (Q) /MCID 0 >> BDC EMC"), "0 0");
  EXPECT_EQ(lacks("[(q)]TJ q[(Q)]TJ"), "0 1");
}

TEST(ContentBalance, bytes_of_inline_images_do_not_count) {
  EXPECT_EQ(lacks("q BI /W 1 /H 1 ID \nq Q q q EIEI q\nEI Q"), "0 0");
  EXPECT_EQ(lacks("BI /W 1 ID (unclosed\nEI q"), "0 1");
}

} // namespace
} // namespace hdskit::page
