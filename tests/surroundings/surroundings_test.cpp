#include "toolkit/surroundings/surroundings.hpp"

#include <gtest/gtest.h>

#include <map>

namespace hdskit {
namespace {

std::string paris(const char* instant) { return paris_date(*Instant::parse(instant)).iso(); }

TEST(ParisDate, is_one_hour_ahead_in_winter_and_two_in_summer) {
  EXPECT_EQ(paris("2026-01-31T22:59:59Z"), "2026-01-31");
  EXPECT_EQ(paris("2026-01-31T23:00:00Z"), "2026-02-01");
  EXPECT_EQ(paris("2026-07-14T21:59:59Z"), "2026-07-14");
  EXPECT_EQ(paris("2026-07-14T22:00:00Z"), "2026-07-15");
}

TEST(ParisDate, changes_on_the_last_sundays_of_march_and_october) {
  EXPECT_EQ(paris("2026-03-28T22:30:00Z"), "2026-03-28"); // still winter
  EXPECT_EQ(paris("2026-03-29T22:30:00Z"), "2026-03-30"); // summer since 01:00 UTC
  EXPECT_EQ(paris("2026-10-24T22:30:00Z"), "2026-10-25"); // still summer
  EXPECT_EQ(paris("2026-10-25T22:30:00Z"), "2026-10-25"); // winter since 01:00 UTC
}

TEST(ParisTime, is_what_the_clock_shows) {
  EXPECT_EQ(paris_time(*Instant::parse("2026-11-22T10:15:59Z")), "11:15");
  EXPECT_EQ(paris_time(*Instant::parse("2026-07-14T22:05:00Z")), "00:05");
}

TEST(ParisMidnight, is_the_first_second_of_the_day) {
  for (const char* day : {"2026-01-01", "2026-03-29", "2026-03-30", "2026-07-14", "2026-10-25", "2026-10-26", "2026-12-31"}) {
    const auto date = *Date::parse(day);
    const auto midnight = paris_midnight(date);
    EXPECT_EQ(paris_date(midnight), date) << day;
    EXPECT_EQ(paris_date(Instant{midnight.seconds() - std::chrono::seconds{1}}), date.plus_days(-1)) << day;
  }
}

Language language_of(const std::vector<std::string>& words, std::map<std::string, std::string> environment) {
  Surroundings surroundings{
      .now = Instant::at_midnight(*Date::of(2026, 1, 1)), .variable = [&](const char* name) { return environment[name]; }, .login_name = {}};
  return chosen_language(words, surroundings);
}

TEST(ChosenLanguage, is_french_when_nothing_is_said) {
  EXPECT_EQ(language_of({}, {}), Language::french);
  EXPECT_EQ(language_of({}, {{"LANG", "C"}}), Language::french);
  EXPECT_EQ(language_of({}, {{"LANG", "C.UTF-8"}}), Language::french);
  EXPECT_EQ(language_of({}, {{"LC_ALL", "POSIX"}}), Language::french);
}

TEST(ChosenLanguage, follows_the_locale_and_the_option_before_it) {
  EXPECT_EQ(language_of({}, {{"LANG", "fr_BE.UTF-8"}}), Language::french);
  EXPECT_EQ(language_of({}, {{"LANG", "de_DE.UTF-8"}}), Language::english);
  EXPECT_EQ(language_of({}, {{"LC_ALL", "en_GB.UTF-8"}, {"LANG", "fr_FR.UTF-8"}}), Language::english);
  EXPECT_EQ(language_of({"journal", "list", "--lang", "en"}, {{"LANG", "fr_FR.UTF-8"}}), Language::english);
  EXPECT_EQ(language_of({"--lang=fr"}, {{"LANG", "en_GB.UTF-8"}}), Language::french);
  EXPECT_EQ(language_of({"--", "--lang=fr"}, {{"LANG", "en_GB.UTF-8"}}), Language::english);
}

} // namespace
} // namespace hdskit
