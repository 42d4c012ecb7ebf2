#include "toolkit/procedure/standing.hpp"

#include "tests/procedure/sample_procedure.hpp"

#include <gmock/gmock.h>

#include <random>

using namespace hdskit;
using namespace tests;
using testing::HasSubstr;

namespace {

TEST(Standing, before_the_filing_rests_on_an_assumption) {
  const auto standing = standing_of(procedure_case("agrement-2006", {}), day("2016-01-15"));
  EXPECT_EQ(standing.state, ProcedureState::drafting);
  EXPECT_FALSE(standing.filed);
  EXPECT_EQ(standing.find("cnil")->state, StageState::waiting);
  EXPECT_TRUE(standing.find("cnil")->hypothetical);
  EXPECT_EQ(text(standing.find("minister")->best), "2016-06-15");
  EXPECT_EQ(text(standing.find("minister")->worst), "2016-09-15");
}

TEST(Standing, keeps_planned_legal_and_actual_days_apart) {
  const auto file = procedure_case("agrement-2006", {event(EventKind::filed, "2016-01-15"), event(EventKind::received, "2016-01-20", "cnil"),
                                                     event(EventKind::extended, "2016-03-10", "cnil"), event(EventKind::opinion, "2016-05-10", "cnil")});
  const auto standing = standing_of(file, day("2016-05-12"));
  const auto& cnil = *standing.find("cnil");
  EXPECT_EQ(cnil.state, StageState::answered);
  EXPECT_EQ(text(cnil.planned), "2016-03-15") << "as it looked on the day of the filing";
  EXPECT_EQ(text(cnil.latest), "2016-05-20") << "four months from its own reception";
  EXPECT_EQ(text(cnil.actual), "2016-05-10");
  EXPECT_FALSE(cnil.hypothetical);
  const auto& committee = *standing.find("committee");
  EXPECT_EQ(committee.state, StageState::running);
  EXPECT_TRUE(committee.start_assumed) << "its reception is not recorded";
  EXPECT_TRUE(committee.hypothetical);
  EXPECT_EQ(text(committee.best), "2016-06-10");
  EXPECT_EQ(text(committee.worst), "2016-07-10");
}

TEST(Standing, is_no_assumption_once_the_reception_is_recorded) {
  const auto file = procedure_case("agrement-2006", {event(EventKind::filed, "2016-01-15"), event(EventKind::received, "2016-01-20", "cnil")});
  const auto standing = standing_of(file, day("2016-02-01"));
  const auto& cnil = *standing.find("cnil");
  EXPECT_FALSE(cnil.hypothetical);
  EXPECT_EQ(text(cnil.latest), "2016-03-20");
  EXPECT_EQ(text(cnil.worst), "2016-05-20");
}

TEST(Standing, passes_on_a_file_on_which_the_cnil_says_nothing) {
  const auto standing = standing_of(procedure_case("agrement-2006", {event(EventKind::filed, "2016-01-15")}), day("2016-03-20"));
  EXPECT_EQ(standing.find("cnil")->state, StageState::passed_on);
  EXPECT_EQ(standing.find("committee")->state, StageState::running);
  EXPECT_EQ(text(standing.find("committee")->start), "2016-03-15");
  EXPECT_TRUE(standing.find("committee")->start_assumed);
}

TEST(Standing, calls_late_an_authority_whose_silence_means_nothing) {
  const auto file = procedure_case("agrement-2006", {event(EventKind::filed, "2016-01-15"), event(EventKind::opinion, "2016-03-01", "cnil")});
  const auto standing = standing_of(file, day("2016-06-01"));
  EXPECT_EQ(standing.find("committee")->state, StageState::late);
  EXPECT_EQ(text(standing.find("committee")->best), "2016-06-01") << "what is not recorded has not happened";
  EXPECT_FALSE(standing.find("committee")->worst);
  EXPECT_EQ(standing.find("minister")->state, StageState::waiting);
  EXPECT_FALSE(standing.find("minister")->worst);
}

TEST(Standing, reads_the_silence_of_the_minister_as_a_rejection_from_the_day_after) {
  const auto file = procedure_case("agrement-2006", {event(EventKind::filed, "2016-01-15"), event(EventKind::opinion, "2016-03-15", "cnil"),
                                                     event(EventKind::opinion, "2016-04-15", "committee")});
  EXPECT_EQ(standing_of(file, day("2016-06-15")).state, ProcedureState::under_way) << "until midnight";
  const auto standing = standing_of(file, day("2016-06-16"));
  EXPECT_EQ(standing.state, ProcedureState::refused);
  EXPECT_EQ(text(standing.refused), "2016-06-16");
  EXPECT_TRUE(standing.by_silence);
}

TEST(Standing, reads_the_silence_of_the_cnil_on_research_as_an_authorisation) {
  const auto file = procedure_case("snds-project", {event(EventKind::filed, "2026-01-05"), event(EventKind::opinion, "2026-01-12", "hdh"),
                                                    event(EventKind::opinion, "2026-02-10", "cesrees"), event(EventKind::decision, "2026-02-12", "applicant"),
                                                    event(EventKind::received, "2026-02-13", "cnil")});
  const auto standing = standing_of(file, day("2026-04-14"));
  EXPECT_EQ(standing.state, ProcedureState::granted);
  EXPECT_EQ(text(standing.granted), "2026-04-14");
  EXPECT_FALSE(standing.renewal) << "no term";
  EXPECT_EQ(standing.duties.size(), 3u);
}

TEST(Standing, shifts_by_the_days_of_a_suspension_what_follows) {
  auto events = std::vector{event(EventKind::filed, "2016-01-15"), event(EventKind::suspended, "2016-02-01", "cnil")};
  auto standing = standing_of(procedure_case("agrement-2006", events), day("2016-02-11"));
  EXPECT_EQ(standing.find("cnil")->state, StageState::suspended);
  EXPECT_EQ(standing.find("cnil")->suspended_days, 10);
  events.push_back(event(EventKind::resumed, "2016-02-21", "cnil"));
  standing = standing_of(procedure_case("agrement-2006", events), day("2016-02-22"));
  EXPECT_EQ(text(standing.find("cnil")->latest), "2016-04-04") << "15 March and 20 days";
  EXPECT_EQ(text(standing.find("minister")->best), "2016-07-04");
}

TEST(Standing, leaves_out_what_turns_out_not_to_be_needed) {
  const auto file =
      procedure_case("hds-certification", {event(EventKind::filed, "2026-01-05"), event(EventKind::opinion, "2026-03-02", "stage-1"),
                                           event(EventKind::opinion, "2026-05-04", "stage-2"), event(EventKind::waived, "2026-05-04", "corrections"),
                                           event(EventKind::decision, "2026-06-01", "certificate", Favour::favourable)});
  const auto standing = standing_of(file, day("2026-06-02"));
  EXPECT_EQ(standing.find("corrections")->state, StageState::waived);
  EXPECT_EQ(text(standing.granted), "2026-06-01");
  ASSERT_TRUE(standing.renewal);
  EXPECT_EQ(standing.renewal->term.iso(), "2029-06-01");
}

TEST(Standing, counts_duties_from_when_they_were_done_last) {
  auto file =
      procedure_case("hds-certification", {event(EventKind::filed, "2026-01-05"), event(EventKind::decision, "2026-06-01", "certificate", Favour::favourable)});
  const auto due = [&](const char* today) {
    const auto standing = standing_of(file, day(today));
    const auto& duty = *std::ranges::find(standing.duties, "restore-test", &DutyStanding::id);
    return duty.due.iso() + " " + std::to_string(duty.occurrence);
  };
  EXPECT_EQ(due("2026-06-02"), "2027-06-01 1");
  file.events.push_back(event(EventKind::done, "2027-04-15", "restore-test"));
  EXPECT_EQ(due("2027-06-02"), "2028-04-15 2");
  file.events.push_back(event(EventKind::done, "2028-07-01", "restore-test"));
  const auto standing = standing_of(file, day("2028-07-02"));
  EXPECT_TRUE(std::ranges::none_of(standing.duties, [](const DutyStanding& duty) { return duty.id == "restore-test"; })) << "1 July 2029 is after the term";
}

TEST(Standing, follows_the_calendar_of_the_procedure) {
  auto file = procedure_case("snds-project", {event(EventKind::filed, "2026-04-01")});
  EXPECT_EQ(text(standing_of(file, day("2026-04-01")).find("hdh")->latest), "2026-04-13");
  file.procedure.calendar = ProcedureCalendar::alsace_moselle;
  EXPECT_EQ(text(standing_of(file, day("2026-04-01")).find("hdh")->latest), "2026-04-14") << "Good Friday does not count";
}

TEST(Standing, knows_the_last_moment_of_an_incident) {
  auto filed = event(EventKind::filed, "2026-11-20");
  filed.time_of_day = "18:30";
  const auto standing = standing_of(procedure_case("incident", {filed}), day("2026-11-21"));
  EXPECT_EQ(standing.find("cnil")->last_moment, "2026-11-23T18:30");
  EXPECT_EQ(standing.find("health-authorities")->state, StageState::late);
}

// ---- gaps between an authorisation and the next one

std::vector<ProcedureCase> granted_on_10_february_2017() {
  return {procedure_case("agrement-2006",
                         {event(EventKind::filed, "2016-06-10"), event(EventKind::opinion, "2016-10-10", "cnil"),
                          event(EventKind::opinion, "2016-12-10", "committee"), event(EventKind::decision, "2017-02-10", "minister", Favour::favourable)})};
}

std::vector<ProcedureCase> renewed_by(std::vector<ProcedureEvent> events) {
  auto files = granted_on_10_february_2017();
  auto next = procedure_case("agrement-2006", std::move(events));
  next.procedure.id = ProcedureId{4};
  next.procedure.renews = ProcedureId{3};
  files.push_back(std::move(next));
  return files;
}

GapRisk risk_on(const std::vector<ProcedureCase>& files, const char* today) { return standings_of(files, day(today)).front().gap.risk; }

TEST(Gap, grows_as_nobody_files_the_renewal) {
  const auto files = granted_on_10_february_2017();
  EXPECT_EQ(risk_on(files, "2019-06-10"), GapRisk::none) << "the prudent day";
  EXPECT_EQ(risk_on(files, "2019-06-11"), GapRisk::possible);
  EXPECT_EQ(risk_on(files, "2019-08-10"), GapRisk::possible) << "the last lawful day";
  EXPECT_EQ(risk_on(files, "2019-08-11"), GapRisk::expected);
  EXPECT_EQ(risk_on(files, "2020-02-10"), GapRisk::expected) << "the term itself is covered";
  EXPECT_EQ(risk_on(files, "2020-02-11"), GapRisk::certain);
}

TEST(Gap, of_a_renewal_filed_on_the_last_lawful_day_is_possible) { // six months are fewer than eight
  const auto standing = standings_of(renewed_by({event(EventKind::filed, "2019-08-09")}), day("2019-08-12")).front();
  EXPECT_EQ(standing.gap.risk, GapRisk::possible);
  EXPECT_EQ(text(standing.gap.from), "2020-02-11");
  EXPECT_EQ(text(standing.gap.until), "2020-04-08");
  EXPECT_THAT(standing.gap.sentence, HasSubstr("with all extensions"));
}

TEST(Gap, is_none_when_the_next_one_is_granted_in_time) {
  const std::vector events{event(EventKind::filed, "2019-06-07"), event(EventKind::decision, "2020-02-10", "minister", Favour::favourable)};
  EXPECT_EQ(risk_on(renewed_by(events), "2020-03-01"), GapRisk::none);
  EXPECT_EQ(risk_on(renewed_by({event(EventKind::filed, "2019-06-07")}), "2019-06-08"), GapRisk::none);
}

TEST(Gap, is_certain_when_the_next_one_came_late_or_was_refused) {
  const auto late = standings_of(renewed_by({event(EventKind::filed, "2019-06-07"), event(EventKind::decision, "2020-03-01", "minister", Favour::favourable)}),
                                 day("2020-03-02"));
  EXPECT_EQ(late.front().gap.risk, GapRisk::certain);
  EXPECT_EQ(text(late.front().gap.until), "2020-02-29");
  EXPECT_EQ(
      risk_on(renewed_by({event(EventKind::filed, "2019-06-07"), event(EventKind::decision, "2020-01-10", "minister", Favour::unfavourable)}), "2020-02-12"),
      GapRisk::certain);
}

TEST(Gap, is_no_matter_once_the_authorisation_was_given_up) {
  auto files = granted_on_10_february_2017();
  files.front().events.push_back(event(EventKind::withdrawn, "2018-05-01"));
  EXPECT_EQ(risk_on(files, "2020-03-01"), GapRisk::none);
}

// ---- whatever happened

TEST(Standing, is_never_before_its_trigger_and_its_worst_case_never_before_its_best) {
  std::mt19937 dice{20261122};
  const auto ids = shipped_regime_ids();
  for (int round = 0; round < 3000; ++round) {
    auto file = procedure_case(ids[dice() % ids.size()], {event(EventKind::filed, "2016-01-15")});
    auto at = day("2016-01-15");
    for (const auto& stage : file.regime->stages) { // any events, lawful or not
      for (auto left = dice() % 4; left > 0; --left) {
        at = at.plus_days(static_cast<int>(dice() % 40));
        file.events.push_back(event(static_cast<EventKind>(dice() % 8 + 1), at.iso(), stage.id, static_cast<Favour>(dice() % 3)));
      }
    }
    const auto standing = standing_of(file, at.plus_days(static_cast<int>(dice() % 400)));
    for (const auto& stage : standing.stages) {
      if (stage.latest) { ASSERT_GE(*stage.latest, *stage.start); }
      if (stage.prudent) { ASSERT_GE(*stage.prudent, *stage.start); }
      if (stage.best && stage.worst) { ASSERT_GE(*stage.worst, *stage.best); }
      if (stage.best && !stage.actual) { ASSERT_GE(*stage.best, *stage.start); }
      ASSERT_FALSE(stage.hypothetical && stage.actual);
    }
  }
}

TEST(Standing, moves_later_with_each_day_on_which_nothing_happens) {
  const auto file = procedure_case("agrement-2006", {event(EventKind::filed, "2016-01-15")});
  std::optional<Date> before;
  for (auto today = day("2016-01-15"); today < day("2016-04-15"); today = today.plus_days(1)) {
    const auto best = standing_of(file, today).find("minister")->best;
    ASSERT_TRUE(best);
    if (before) { ASSERT_GE(*best, *before); }
    before = best;
  }
}

} // namespace
