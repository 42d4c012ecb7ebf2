#include "toolkit/procedure/simulation.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/procedure/regime_reader.hpp"
#include "toolkit/procedure/renewal.hpp"

#include <gmock/gmock.h>

namespace hdskit {
namespace {

Date day(const char* iso) { return *Date::parse(iso); }
Regime shipped(std::string_view id) { return regime_of(shipped_regime(id), std::string{id}); }
std::string text(const std::optional<Date>& date) { return date ? date->iso() : "none"; }

TEST(Simulation, chains_the_stages_of_the_agrement) {
  const auto simulation = simulate(shipped("agrement-2006"), day("2016-01-15"));
  const auto &cnil = *simulation.find("cnil"), &committee = *simulation.find("committee"), &minister = *simulation.find("minister");
  EXPECT_EQ(text(cnil.latest), "2016-03-15");
  EXPECT_EQ(text(cnil.latest_extended), "2016-05-15") << "a Sunday: no text moves it";
  EXPECT_EQ(text(cnil.moved_extended), "2016-05-17") << "behind Whit Monday, by the other reading";
  EXPECT_EQ(text(committee.latest), "2016-04-15");
  EXPECT_EQ(text(committee.latest_extended), "2016-07-15");
  EXPECT_EQ(text(minister.latest), "2016-06-15");
  EXPECT_EQ(text(minister.latest_extended), "2016-09-15");
  EXPECT_EQ(text(simulation.implicit_decision), "2016-06-16");
  EXPECT_EQ(text(simulation.implicit_decision_extended), "2016-09-16");
}

TEST(Simulation, tells_until_when_an_implicit_rejection_goes_before_the_court) {
  const auto simulation = simulate(shipped("agrement-2006"), day("2016-01-15"));
  EXPECT_EQ(text(simulation.appeal), "2016-08-16") << "15 August is a Monday, and a holiday, but the limit is franc";
  EXPECT_EQ(text(simulation.appeal_extended), "2016-11-16");
  EXPECT_FALSE(simulate(shipped("snds-project"), day("2016-01-15")).appeal) << "there silence authorises";
}

TEST(Appeal, against_silence_is_counted_by_the_earlier_of_two_readings) {
  const auto saturday = appeal_against_silence(day("2016-07-16"), HolidayCalendar::france, true); // both end during one week-end
  EXPECT_EQ(saturday.last_day.iso(), "2016-09-19");
  EXPECT_EQ(saturday.by_birth.iso(), "2016-09-19");
  const auto tuesday = appeal_against_silence(day("2016-03-15"), HolidayCalendar::france, true);
  EXPECT_EQ(tuesday.last_day.iso(), "2016-05-17") << "16 May is Whit Monday";
  const auto plain = appeal_against_silence(day("2016-04-12"), HolidayCalendar::france, true);
  EXPECT_EQ(plain.last_day.iso(), "2016-06-13");
  EXPECT_EQ(plain.by_birth.iso(), "2016-06-14");
  EXPECT_THAT(plain.steps.back(), testing::HasSubstr("14 June 2016")) << "both readings are told when they differ";
  EXPECT_THAT(saturday.steps.back(), testing::HasSubstr("R. 421-1"));
  EXPECT_EQ(appeal_against_decision(day("2016-03-05"), HolidayCalendar::france).last_day.iso(), "2016-05-06");
}

TEST(Simulation, counts_an_extended_limit_from_its_first_day_and_shows_the_other_reading) {
  const auto simulation = simulate(shipped("agrement-2006"), day("2015-12-31"));
  EXPECT_EQ(text(simulation.find("cnil")->latest), "2016-02-29");
  EXPECT_EQ(text(simulation.find("cnil")->latest_extended), "2016-04-30");
  EXPECT_EQ(text(simulation.find("cnil")->by_stages), "2016-04-29");
}

TEST(Simulation, moves_ends_when_asked_to) {
  const auto simulation = simulate(shipped("agrement-2006"), day("2016-08-30"), {.extend = true});
  EXPECT_EQ(text(simulation.find("cnil")->latest), "2016-10-31");
  EXPECT_EQ(text(simulation.find("cnil")->moved), "2016-10-30") << "the reading that was not followed";
}

TEST(Simulation, reads_the_silence_of_the_snds_as_an_authorisation) {
  const auto simulation = simulate(shipped("snds-project"), day("2026-05-06"));
  EXPECT_EQ(text(simulation.find("hdh")->latest), "2026-05-19") << "seven working days, 8 and 14 May are off";
  EXPECT_EQ(text(simulation.find("cesrees")->latest), "2026-06-19");
  EXPECT_FALSE(simulation.find("applicant")->latest);
  EXPECT_EQ(text(simulation.find("applicant")->planned), "2026-06-26");
  EXPECT_EQ(text(simulation.find("cnil")->latest), "2026-08-26");
  EXPECT_EQ(text(simulation.implicit_decision), "2026-08-27");
  EXPECT_EQ(text(simulation.implicit_decision_extended), "2026-10-27");
}

TEST(Simulation, starts_the_clocks_of_an_incident_together) {
  const auto simulation = simulate(shipped("incident"), day("2026-11-20"), {.minute_of_day = 18 * 60 + 30});
  EXPECT_EQ(simulation.find("cnil")->last_moment, "2026-11-23T18:30");
  EXPECT_EQ(text(simulation.find("cnil")->moved), "2026-11-24") << "by regulation 1182/71";
  EXPECT_EQ(simulation.find("nis2-warning")->last_moment, "2026-11-21T18:30");
  EXPECT_EQ(text(simulation.find("nis2-report")->latest), "2026-12-23");
  EXPECT_EQ(text(simulation.find("health-authorities")->latest), "2026-11-20");
  EXPECT_FALSE(simulation.implicit_decision);
}

TEST(Simulation, knows_nothing_behind_a_stage_of_unknown_length) {
  auto regime = shipped("agrement-2006");
  regime.stages[1].limit.reset();
  regime.stages[1].extension.reset();
  const auto simulation = simulate(regime, day("2016-01-15"));
  EXPECT_EQ(text(simulation.find("committee")->start), "2016-03-15");
  EXPECT_FALSE(simulation.find("committee")->planned);
  EXPECT_FALSE(simulation.find("minister")->start);
  EXPECT_FALSE(simulation.implicit_decision);
  EXPECT_FALSE(plan_renewal(regime, day("2016-01-15"))->prudent);
}

TEST(Simulation, extends_by_another_length_or_another_unit) {
  auto regime = shipped("agrement-2006");
  auto& cnil = regime.stages[0];
  cnil.extension = StageExtension{{1, LimitUnit::months}, 2, true};
  EXPECT_EQ(text(simulate(regime, day("2015-12-31")).find("cnil")->latest_extended), "2016-04-30");
  EXPECT_EQ(text(simulate(regime, day("2015-12-31")).find("cnil")->by_stages), "2016-04-29");
  cnil.extension = StageExtension{{15, LimitUnit::days}, 2, true};
  EXPECT_EQ(text(simulate(regime, day("2015-12-31")).find("cnil")->latest_extended), "2016-03-30");
}

struct RenewalCase {
  const char *granted, *term, *lawful, *lawful_working_day, *prudent, *prudent_working_day;
};

TEST(Renewal, is_planned_back_from_the_term) {
  for (const auto& c : {RenewalCase{"2017-02-10", "2020-02-10", "2019-08-10", "2019-08-09", "2019-06-10", "2019-06-07"},
                        RenewalCase{"2015-08-31", "2018-08-31", "2018-02-28", "2018-02-28", "2017-12-31", "2017-12-29"},
                        RenewalCase{"2014-11-01", "2017-11-01", "2017-05-01", "2017-04-28", "2017-03-01", "2017-03-01"}}) {
    const auto plan = plan_renewal(shipped("agrement-2006"), day(c.granted), 12);
    ASSERT_TRUE(plan);
    EXPECT_EQ(plan->term.iso(), c.term);
    EXPECT_EQ(text(plan->lawful), c.lawful);
    EXPECT_EQ(text(plan->lawful_working_day), c.lawful_working_day);
    EXPECT_EQ(text(plan->prudent), c.prudent);
    EXPECT_EQ(text(plan->prudent_working_day), c.prudent_working_day);
    EXPECT_FALSE(plan->rests_on_usual_times);
  }
}

TEST(Renewal, leaves_the_hospital_the_time_to_write) {
  EXPECT_EQ(text(plan_renewal(shipped("agrement-2006"), day("2017-02-10"), 12)->start_drafting), "2018-06-08") << "10 June 2018 is a Sunday";
  EXPECT_EQ(text(plan_renewal(shipped("agrement-2006"), day("2017-02-10"), 4)->start_drafting), "2019-02-08");
  EXPECT_EQ(text(plan_renewal(shipped("agrement-2006"), day("2017-02-10"), 0)->start_drafting), "2019-06-07");
  EXPECT_THROW(plan_renewal(shipped("agrement-2006"), day("2017-02-10"), 121), Problem);
}

TEST(Renewal, is_an_estimate_where_no_text_sets_limits) {
  const auto plan = plan_renewal(shipped("hds-certification"), day("2026-03-02"), 6);
  ASSERT_TRUE(plan);
  EXPECT_EQ(plan->term.iso(), "2029-03-02");
  EXPECT_FALSE(plan->lawful);
  EXPECT_EQ(text(plan->prudent), "2028-06-02") << "nine months before";
  EXPECT_TRUE(plan->rests_on_usual_times);
}

TEST(Renewal, is_nothing_where_nothing_ends) {
  EXPECT_FALSE(plan_renewal(shipped("incident"), day("2026-03-02")));
  EXPECT_FALSE(plan_renewal(shipped("snds-project"), day("2026-03-02")));
}

TEST(Renewal, filed_on_the_prudent_day_ends_in_time_and_a_day_later_does_not) {
  const auto regime = shipped("agrement-2006");
  for (auto granted = day("2015-01-01"); granted < day("2017-01-01"); granted = granted.plus_days(5)) {
    const auto plan = plan_renewal(regime, granted);
    ASSERT_LE(*simulate(regime, *plan->prudent).end_extended, plan->term);
    ASSERT_GT(*simulate(regime, plan->prudent->plus_days(1)).end_extended, plan->term);
    ASSERT_LE(*plan->prudent, *plan->lawful);
    ASSERT_LE(*plan->start_drafting, *plan->prudent_working_day);
  }
}

TEST(Simulation, is_monotone_never_before_its_trigger_and_never_earlier_when_extended) {
  for (const auto& id : shipped_regime_ids()) {
    const auto regime = shipped(id);
    std::optional<Simulation> before;
    for (auto filed = day("2015-11-01"); filed < day("2016-12-31"); filed = filed.plus_days(1)) {
      auto simulation = simulate(regime, filed);
      for (std::size_t i = 0; i < simulation.stages.size(); ++i) {
        const auto& stage = simulation.stages[i];
        ASSERT_TRUE(stage.planned && stage.planned_extended) << id;
        ASSERT_GE(*stage.start, filed);
        ASSERT_GE(*stage.planned, *stage.start);
        ASSERT_GE(*stage.planned_extended, *stage.planned);
        if (before) { ASSERT_GE(*stage.planned, *before->stages[i].planned) << id << ' ' << filed.iso(); }
        if (before) { ASSERT_GE(*stage.planned_extended, *before->stages[i].planned_extended) << id << ' ' << filed.iso(); }
      }
      before = std::move(simulation);
    }
  }
}

} // namespace
} // namespace hdskit
