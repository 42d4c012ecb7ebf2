#include "tests/cli/run.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

#include <gmock/gmock.h>

#include <tuple>

namespace tests {
namespace {

using testing::HasSubstr;

boost::json::value counted(std::vector<std::string> words) {
  words.insert(words.begin(), {"deadline", "compute", "--json"});
  return boost::json::parse(run_here(words).out);
}

TEST(DeadlineCompute, gives_every_reading_of_a_limit_as_json) {
  const auto limit = counted({"--from", "2015-12-31", "--months", "2"});
  EXPECT_EQ(limit.at("last_day"), "2016-02-29");
  EXPECT_EQ(limit.at("last_day_extended"), "2016-02-29");
  EXPECT_TRUE(limit.at("by_stages").is_null());
  EXPECT_EQ(limit.at("day_after"), "2016-03-01");
  EXPECT_EQ(limit.at("prudent"), "2016-02-29");
  EXPECT_THAT(std::string{limit.at("steps").at(0).as_string()}, HasSubstr("641"));
}

TEST(DeadlineCompute, counts_in_each_unit) {
  EXPECT_EQ(counted({"--from", "2026-05-06", "--working-days", "7"}).at("last_day"), "2026-05-19");
  EXPECT_EQ(counted({"--from", "2026-05-06", "--business-days", "7"}).at("last_day"), "2026-05-16");
  EXPECT_EQ(counted({"--from", "2026-05-06", "--days", "7"}).at("last_day"), "2026-05-13");
  EXPECT_EQ(counted({"--from", "2024-02-29", "--years", "3"}).at("last_day"), "2027-02-28");
  EXPECT_EQ(counted({"--from", "2026-11-20", "--hours", "72", "--at", "18:30"}).at("last_moment"), "2026-11-23T18:30");
}

TEST(DeadlineCompute, follows_the_rules_that_are_asked_for) {
  EXPECT_EQ(counted({"--from", "2016-08-30", "--months", "2", "--extend"}).at("last_day"), "2016-10-31");
  EXPECT_EQ(counted({"--from", "2016-07-16", "--months", "2", "--franc"}).at("last_day"), "2016-09-17");
  EXPECT_EQ(counted({"--from", "2020-02-10", "--months", "8", "--backward"}).at("prudent"), "2019-06-07");
  EXPECT_EQ(counted({"--from", "2015-12-31", "--months", "2", "--renewed", "1"}).at("by_stages"), "2016-04-29");
  EXPECT_EQ(counted({"--from", "2026-04-02", "--working-days", "1", "--calendar", "FR-ALSACE-MOSELLE"}).at("last_day"), "2026-04-07");
  EXPECT_EQ(counted({"--from", "2026-04-30", "--working-days", "1", "--calendar", "NONE"}).at("last_day"), "2026-05-01");
}

TEST(DeadlineCompute, agrees_with_every_vector_of_the_reference) {
  using Words = std::vector<std::string>;
  const std::vector<std::tuple<Words, const char*, const char*>> vectors = {
      {{"--from", "2015-12-31", "--months", "2"}, "last_day", "2016-02-29"},
      {{"--from", "2015-12-31", "--months", "4"}, "last_day", "2016-04-30"},
      {{"--from", "2015-12-31", "--months", "2", "--renewed", "1"}, "last_day", "2016-04-30"},
      {{"--from", "2016-08-30", "--months", "2"}, "last_day", "2016-10-30"},
      {{"--from", "2016-08-30", "--months", "2"}, "last_day_extended", "2016-10-31"},
      {{"--from", "2016-11-30", "--months", "3"}, "last_day", "2017-02-28"},
      {{"--from", "2016-12-26", "--months", "2", "--calendar", "FR-ALSACE-MOSELLE"}, "last_day", "2017-02-26"},
      {{"--from", "2016-12-26", "--months", "2", "--calendar", "FR-ALSACE-MOSELLE", "--extend"}, "last_day", "2017-02-27"},
      {{"--from", "2016-03-05", "--months", "2", "--franc"}, "last_day", "2016-05-06"},
      {{"--from", "2016-07-16", "--months", "2", "--franc"}, "last_day", "2016-09-17"},
      {{"--from", "2016-07-16", "--months", "2", "--franc", "--extend"}, "last_day", "2016-09-19"},
      {{"--from", "2016-07-17", "--months", "2", "--franc"}, "last_day", "2016-09-18"},
      {{"--from", "2016-07-17", "--months", "2", "--franc", "--extend"}, "last_day", "2016-09-19"},
      {{"--from", "2016-03-15", "--months", "2"}, "last_day", "2016-05-15"},
      {{"--from", "2016-03-15", "--months", "2", "--extend"}, "last_day", "2016-05-17"},
      {{"--from", "2020-02-10", "--months", "6", "--backward"}, "last_day", "2019-08-10"},
      {{"--from", "2020-02-10", "--months", "6", "--backward"}, "prudent", "2019-08-09"},
      {{"--from", "2020-02-10", "--months", "8", "--backward"}, "last_day", "2019-06-10"},
      {{"--from", "2018-08-31", "--months", "6", "--backward"}, "last_day", "2018-02-28"},
      {{"--from", "2017-11-01", "--months", "6", "--backward"}, "last_day", "2017-05-01"},
      {{"--from", "2017-11-01", "--months", "6", "--backward"}, "prudent", "2017-04-28"},
  };
  for (const auto& [words, member, expected] : vectors) EXPECT_EQ(counted(words).at(member), expected) << testing::PrintToString(words);
}

TEST(DeadlineCompute, explains_itself_to_people) {
  const auto outcome = run_here({"deadline", "compute", "--from", "30/08/2016", "--months", "2"});
  EXPECT_EQ(outcome.status, 0);
  EXPECT_THAT(outcome.out, testing::AllOf(HasSubstr("1. Starts on Tuesday"), HasSubstr("2016-10-30, Sunday"), HasSubstr("2016-10-31, Monday")));
}

TEST(DeadlineCompute, refuses_what_cannot_be_counted) {
  for (const std::vector<std::string>& words : std::vector<std::vector<std::string>>{{"--from", "2016-01-01"},
                                                                                     {"--from", "2016-01-01", "--months", "2", "--days", "3"},
                                                                                     {"--months", "2"},
                                                                                     {"--from", "2015-02-29", "--months", "2"},
                                                                                     {"--from", "2016-01-01", "--months", "2", "--at", "10:00"},
                                                                                     {"--from", "2016-01-01", "--hours", "2", "--at", "25:00"},
                                                                                     {"--from", "2016-01-01", "--hours", "2", "--at", "1:00"},
                                                                                     {"--from", "2016-01-01", "--hours", "2", "--franc"},
                                                                                     {"--from", "2016-01-01", "--months", "2", "--renewed", "1000"},
                                                                                     {"--from", "2016-01-01", "--months", "2", "--calendar", "DE"},
                                                                                     {"--from", "9999-01-01", "--years", "10"}}) {
    auto line = words;
    line.insert(line.begin(), {"deadline", "compute"});
    const auto outcome = run_here(line);
    EXPECT_EQ(outcome.status, 2) << testing::PrintToString(words);
    EXPECT_EQ(outcome.out, "");
    EXPECT_NE(outcome.err, "");
  }
}

} // namespace
} // namespace tests
