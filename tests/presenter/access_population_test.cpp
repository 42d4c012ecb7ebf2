#include "gui/presenter/access_population.hpp"

#include "tests/presenter/access_setting.hpp"

#include <gtest/gtest.h>

using namespace hdskit;
using namespace hdskit::gui;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;
using testing::StartsWith;
using tests::shown_keys;

namespace {

HeldCertificate held(const std::string& name, const char* until, bool good, bool expiring = false) {
  HeldCertificate one{name, "899700000001", "CPS", "authentication", Date::parse(until)};
  one.good = good;
  one.expiring = expiring;
  if (!good) {
    one.revoked = true;
    one.state = "It was revoked.";
  }
  return one;
}

AccessMap sample() {
  auto map = tests::empty_access();
  map.certificates = {held("Anne Leroy", "2026-12-03", true, true), held("Bruno Petit", "2027-03-30", true), held("Claire Martin", "2027-03-01", false),
                      held("David Moreau", "2029-01-01", true)};
  PopulationRun run;
  run.reference = "PC1";
  run.moment = "2026-11-22T09:00:00Z";
  run.certificates = 4;
  run.good = 3;
  run.revoked = 1;
  map.records.population_runs = {run};
  return map;
}

TEST(AccessPopulation, says_what_to_do_before_the_first_check) {
  EXPECT_THAT(population_sentences(tests::empty_access()).front().text, HasSubstr("Check certificates"));
}

TEST(AccessPopulation, counts_only_what_there_is) {
  const auto lines = population_sentences(sample());
  ASSERT_THAT(lines, SizeIs(3));
  EXPECT_THAT(lines[0].text, StartsWith("PC1"));
  EXPECT_EQ(lines[1], (Cell{"✔ good: 3", Tone::good}));
  EXPECT_EQ(lines[2], (Cell{"✖ revoked: 1", Tone::bad}));
  auto forgotten = sample();
  forgotten.certificates_forgotten = true;
  EXPECT_THAT(tests::told(population_sentences(forgotten)), HasSubstr("forgotten"));
}

TEST(AccessPopulation, lists_what_needs_attention_in_a_month) {
  const auto map = sample();
  EXPECT_THAT(shown_keys(certificate_rows(map, {})), ElementsAre("0", "1", "2", "3"));
  EXPECT_THAT(shown_keys(certificate_rows(map, {.attention = true, .month = "", .words = ""})), ElementsAre("0", "2"));
  EXPECT_THAT(shown_keys(certificate_rows(map, {.attention = false, .month = "2027-03", .words = ""})), ElementsAre("1", "2"));
  EXPECT_THAT(shown_keys(certificate_rows(map, {.attention = true, .month = "2027-03", .words = "martin"})), ElementsAre("2"));
  EXPECT_EQ(certificate_rows(map, {}).cells(2)[0].tone, Tone::bad);
}

TEST(AccessPopulation, tells_apart_what_is_unknown_from_what_is_wrong) {
  auto map = sample();
  map.certificates[2].revoked = false;
  map.certificates[2].unknown = true;
  EXPECT_EQ(certificate_rows(map, {}).cells(2)[0].tone, Tone::warning);
}

TEST(ExpiryCalendar, shows_eighteen_months_from_the_present_one) {
  const auto months = expiry_months(sample());
  ASSERT_THAT(months, SizeIs(months_ahead));
  EXPECT_EQ(months.front().key, "2026-11");
  EXPECT_EQ(months.back().key, "2028-04");
  EXPECT_EQ(months[1].cards, 1);
  EXPECT_EQ(months[4].cards, 2);
  EXPECT_EQ(months[4].good, 1);
  EXPECT_THAT(shown_keys(expiry_rows(months)), SizeIs(months_ahead));
}

TEST(ExpiryCalendar, is_reached_month_by_month) {
  const auto months = expiry_months(sample());
  const auto picture = expiry_picture(months, 300, 120);
  ASSERT_THAT(picture.regions, SizeIs(months_ahead));
  EXPECT_EQ(picture.regions[4].key, "2027-03");
  EXPECT_THAT(picture.regions[4].name, testing::AllOf(HasSubstr("2"), HasSubstr("2027")));
  EXPECT_THAT(picture.alternative, HasSubstr(picture.regions[4].name));
  EXPECT_THAT(expiry_picture({}, 300, 120).regions, testing::IsEmpty());
}

} // namespace
