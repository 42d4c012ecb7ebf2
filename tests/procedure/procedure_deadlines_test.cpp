#include "toolkit/procedure/procedure_deadlines.hpp"

#include "tests/procedure/sample_procedure.hpp"
#include "toolkit/base/text.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <set>

using namespace hdskit;
using namespace tests;
using testing::AllOf;
using testing::HasSubstr;

namespace {

std::vector<ProcedureEvent> granted() {
  return {event(EventKind::filed, "2016-06-10"), event(EventKind::received, "2016-06-10", "cnil"), event(EventKind::opinion, "2016-10-10", "cnil"),
          event(EventKind::opinion, "2016-12-10", "committee"), event(EventKind::decision, "2017-02-10", "minister", Favour::favourable)};
}

const Deadline& find(const std::vector<Deadline>& deadlines, std::string_view uid) {
  const auto found = std::ranges::find(deadlines, uid, &Deadline::uid);
  if (found == deadlines.end()) throw std::runtime_error{"no deadline " + std::string{uid}};
  return *found;
}

std::string account(const ProcedureCase& file, std::string_view uid, const char* today) {
  const auto explanation = explain(file, uid, day(today));
  return explanation ? explanation->title + "\n" + joined(explanation->steps, "\n") : "nothing";
}

TEST(ProcedureDeadlines, tell_each_stage_with_its_last_day_and_what_is_assumed) {
  const auto file = procedure_case("agrement-2006", {event(EventKind::filed, "2016-01-15"), event(EventKind::received, "2016-01-15", "cnil")});
  const auto deadlines = deadlines_of({file}, day("2016-02-01"));
  ASSERT_EQ(deadlines.size(), 3u);
  const auto& cnil = find(deadlines, "procedure-3-cnil");
  EXPECT_EQ(cnil.day.iso(), "2016-03-15");
  EXPECT_FALSE(cnil.hypothetical);
  EXPECT_EQ(text(cnil.worst), "2016-05-15");
  EXPECT_EQ(cnil.owner, "Zoé Ferrand");
  EXPECT_EQ(cnil.subject, "procedure:3");
  const auto& minister = find(deadlines, "procedure-3-minister");
  EXPECT_EQ(minister.day.iso(), "2016-06-15");
  EXPECT_TRUE(minister.hypothetical);
  EXPECT_THAT(minister.title, AllOf(HasSubstr("Minister"), HasSubstr("Imaging")));
}

TEST(ProcedureDeadlines, of_what_happened_are_done) {
  const auto deadlines = deadlines_of({procedure_case("agrement-2006", granted())}, day("2017-03-01"));
  EXPECT_EQ(text(find(deadlines, "procedure-3-cnil").done), "2016-10-10");
  EXPECT_FALSE(is_late(find(deadlines, "procedure-3-minister"), day("2017-03-01")));
}

TEST(ProcedureDeadlines, of_an_authorisation_lead_to_its_renewal_and_its_duties) {
  const auto deadlines = deadlines_of({procedure_case("agrement-2006", granted())}, day("2017-03-01"));
  EXPECT_EQ(find(deadlines, "procedure-3-renewal-lawful").day.iso(), "2019-08-09");
  EXPECT_EQ(find(deadlines, "procedure-3-renewal-prudent").day.iso(), "2019-06-07");
  EXPECT_EQ(find(deadlines, "procedure-3-renewal-drafting").day.iso(), "2018-06-08");
  EXPECT_EQ(find(deadlines, "procedure-3-term").day.iso(), "2020-02-10");
  EXPECT_EQ(find(deadlines, "procedure-3-duty-restore-test-1").day.iso(), "2018-02-10");
  EXPECT_TRUE(std::ranges::is_sorted(deadlines, {}, &Deadline::day));
}

TEST(ProcedureDeadlines, of_a_renewal_are_done_by_the_next_procedure) {
  auto next = procedure_case("agrement-2006", {event(EventKind::filed, "2019-06-01")});
  next.procedure.id = ProcedureId{4};
  next.procedure.renews = ProcedureId{3};
  auto deadlines = deadlines_of({procedure_case("agrement-2006", granted()), next}, day("2019-07-01"));
  EXPECT_EQ(text(find(deadlines, "procedure-3-renewal-lawful").done), "2019-06-01");
  EXPECT_FALSE(find(deadlines, "procedure-3-term").done);
  next.events.push_back(event(EventKind::decision, "2020-01-15", "minister", Favour::favourable));
  deadlines = deadlines_of({procedure_case("agrement-2006", granted()), next}, day("2020-02-01"));
  EXPECT_EQ(text(find(deadlines, "procedure-3-term").done), "2020-01-15");
  EXPECT_TRUE(std::ranges::none_of(deadlines, [](const Deadline& deadline) { return deadline.uid.starts_with("procedure-3-duty"); }))
      << "the next one has them";
}

TEST(ProcedureDeadlines, of_the_hospital_itself_are_prudent) { // 16 August 2026 is a Sunday, and Friday 14 the working day before
  const auto file = procedure_case("hds-certification", {event(EventKind::filed, "2026-01-05"), event(EventKind::opinion, "2026-03-02", "stage-1"),
                                                         event(EventKind::opinion, "2026-05-16", "stage-2")});
  EXPECT_EQ(find(deadlines_of({file}, day("2026-05-20")), "procedure-3-corrections").day.iso(), "2026-08-14");
}

TEST(ProcedureDeadlines, of_a_refusal_tell_by_when_to_appeal) {
  auto file = procedure_case("agrement-2006", {event(EventKind::filed, "2016-02-16"), event(EventKind::opinion, "2016-04-16", "cnil"),
                                               event(EventKind::opinion, "2016-05-16", "committee")});
  EXPECT_EQ(find(deadlines_of({file}, day("2016-08-01")), "procedure-3-appeal").day.iso(), "2016-09-19");
  EXPECT_THAT(account(file, "procedure-3-appeal", "2016-08-01"), AllOf(HasSubstr("silence rejects"), HasSubstr("R. 421-1"), HasSubstr("Franc limit")));
  file.events.push_back(event(EventKind::decision, "2016-07-05", "minister", Favour::unfavourable));
  EXPECT_EQ(find(deadlines_of({file}, day("2016-08-01")), "procedure-3-appeal").day.iso(), "2016-09-06");
}

TEST(ProcedureDeadlines, have_uids_that_are_unique_and_stay) {
  auto file = procedure_case("agrement-2006", granted());
  std::set<std::string> uids;
  for (const auto& deadline : deadlines_of({file}, day("2017-03-01"))) {
    EXPECT_TRUE(uids.insert(deadline.uid).second) << deadline.uid;
    EXPECT_EQ(deadline.uid.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._"), std::string::npos);
    EXPECT_TRUE(explain(file, deadline.uid, day("2017-03-01"))) << deadline.uid;
  }
  for (const auto& deadline : deadlines_of({file}, day("2018-12-01"))) EXPECT_TRUE(uids.contains(deadline.uid)) << deadline.uid;
  EXPECT_FALSE(explain(file, "procedure-3-elsewhere", day("2017-03-01")));
  EXPECT_FALSE(explain(file, "procedure-33-cnil", day("2017-03-01")));
  EXPECT_FALSE(explain(file, "procedure-3-duty-restore-test-2", day("2017-03-01")));
}

TEST(Explanation, of_a_stage_goes_from_the_event_to_the_article) {
  const auto file = procedure_case("agrement-2006", {event(EventKind::filed, "2015-12-30"), event(EventKind::received, "2015-12-31", "cnil"),
                                                     event(EventKind::extended, "2016-02-20", "cnil")});
  EXPECT_THAT(account(file, "procedure-3-cnil", "2016-03-01"), AllOf(HasSubstr("received on Thursday"), HasSubstr("4 months later"),
                                                                     HasSubstr("Counted end after end"), HasSubstr("R. 1111-10"), HasSubstr("calendar FR")));
}

TEST(Explanation, says_what_is_assumed_and_what_a_suspension_moves) {
  const auto file = procedure_case("agrement-2006", {event(EventKind::filed, "2016-01-15"), event(EventKind::suspended, "2016-02-01", "cnil"),
                                                     event(EventKind::resumed, "2016-02-21", "cnil")});
  const auto said = account(file, "procedure-3-cnil", "2016-03-01");
  EXPECT_THAT(said, AllOf(HasSubstr("is assumed"), HasSubstr("stood still from"), HasSubstr("moves by 20 days"), HasSubstr("Should the limit be extended")));
}

TEST(Explanation, of_a_renewal_shows_the_longest_procedure) {
  const auto file = procedure_case("agrement-2006", granted());
  EXPECT_THAT(account(file, "procedure-3-renewal-lawful", "2017-03-01"), AllOf(HasSubstr("6 months before"), HasSubstr("R. 1111-15")));
  EXPECT_THAT(account(file, "procedure-3-renewal-prudent", "2017-03-01"), AllOf(HasSubstr("Minister of health"), HasSubstr("a day off")));
  EXPECT_THAT(account(file, "procedure-3-renewal-drafting", "2017-03-01"), HasSubstr("12 months before"));
  EXPECT_THAT(account(file, "procedure-3-term", "2017-03-01"), HasSubstr("3 years later"));
  EXPECT_THAT(account(file, "procedure-3-duty-restore-test-1", "2017-03-01"), HasSubstr("1 year later"));
}

} // namespace
