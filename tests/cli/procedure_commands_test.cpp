#include "tests/cli/run.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

#include <gmock/gmock.h>

namespace tests {
namespace {

using testing::AllOf;
using testing::HasSubstr;

boost::json::value json_of(std::vector<std::string> words) {
  words.push_back("--json");
  return boost::json::parse(run_here(words).out);
}

TEST(ProcedureSimulate, gives_the_agrement_as_the_law_does) {
  const auto simulation = json_of({"procedure", "simulate", "agrement-2006", "--filed", "2016-01-15"});
  EXPECT_EQ(simulation.at("stages").at(0).at("id"), "cnil");
  EXPECT_EQ(simulation.at("stages").at(0).at("latest"), "2016-03-15");
  EXPECT_EQ(simulation.at("stages").at(0).at("latest_extended"), "2016-05-15");
  EXPECT_EQ(simulation.at("stages").at(1).at("latest"), "2016-04-15");
  EXPECT_EQ(simulation.at("stages").at(2).at("latest_extended"), "2016-09-15");
  EXPECT_EQ(simulation.at("implicit_decision"), "2016-06-16");
  EXPECT_EQ(simulation.at("implicit_decision_extended"), "2016-09-16");
}

TEST(ProcedureSimulate, knows_the_hour_of_an_incident) {
  const auto simulation = json_of({"procedure", "simulate", "incident", "--filed", "2026-11-20", "--at", "18:30"});
  EXPECT_EQ(simulation.at("stages").at(3).at("id"), "cnil");
  EXPECT_EQ(simulation.at("stages").at(3).at("last_moment"), "2026-11-23T18:30");
  EXPECT_TRUE(simulation.at("implicit_decision").is_null());
}

TEST(ProcedureSimulate, tells_people_what_silence_means) {
  EXPECT_THAT(run_here({"procedure", "simulate", "agrement-2006", "--filed", "2016-01-15"}).out,
              AllOf(HasSubstr("2016-03-15, Tuesday"), HasSubstr("implicit rejection exists on 2016-06-16")));
  EXPECT_THAT(run_here({"procedure", "simulate", "snds-project", "--filed", "2016-01-15"}).out, HasSubstr("implicit authorisation"));
}

TEST(ProcedureSimulate, refuses_what_does_not_exist) {
  EXPECT_EQ(run_here({"procedure", "simulate", "agrement-2005", "--filed", "2016-01-15"}).status, 3);
  EXPECT_THAT(run_here({"procedure", "simulate", "agrement-2005", "--filed", "2016-01-15"}).err, HasSubstr("agrement-2006"));
  EXPECT_EQ(run_here({"procedure", "simulate", "agrement-2006", "--filed", "2015-02-30"}).status, 2);
}

TEST(ProcedureSimulate, names_the_circle_in_a_regime_of_ones_own) {
  const hdskit::ScratchFolder folder;
  const auto file = (folder.path() / "mine.xml").string();
  auto xml = read_bytes(SOURCE_DIR "/checklists/regimes/agrement-2006.xml");
  hdskit::write_file(file, xml);
  EXPECT_EQ(run_here({"procedure", "simulate", file, "--filed", "2016-01-15"}).status, 0);
  const std::string trigger = "event=\"filed\"";
  hdskit::write_file(file, xml.replace(xml.find(trigger), trigger.size(), "stage=\"minister\""));
  const auto outcome = run_here({"procedure", "simulate", file, "--filed", "2016-01-15"});
  EXPECT_EQ(outcome.status, 2);
  EXPECT_EQ(outcome.out, "");
  EXPECT_THAT(outcome.err, AllOf(HasSubstr("in a circle: cnil, minister, committee"), HasSubstr("line ")));
}

TEST(ProcedureRenewal, goes_back_from_the_term) {
  const auto plan = json_of({"procedure", "renewal", "agrement-2006", "--granted", "2017-02-10"});
  EXPECT_EQ(plan.at("term"), "2020-02-10");
  EXPECT_EQ(plan.at("lawful"), "2019-08-10");
  EXPECT_EQ(plan.at("lawful_working_day"), "2019-08-09");
  EXPECT_EQ(plan.at("prudent"), "2019-06-10");
  EXPECT_EQ(plan.at("prudent_working_day"), "2019-06-07");
  EXPECT_EQ(json_of({"procedure", "renewal", "agrement-2006", "--granted", "2017-02-10", "--drafting-months", "4"}).at("start_drafting"), "2019-02-08");
  EXPECT_THAT(run_here({"procedure", "renewal", "hds-certification", "--granted", "2026-03-02"}).out, HasSubstr("no text sets one"));
}

TEST(ProcedureRenewal, agrees_with_the_other_vectors_of_the_reference) {
  const auto short_month = json_of({"procedure", "renewal", "agrement-2006", "--granted", "2015-08-31"});
  EXPECT_EQ(short_month.at("term"), "2018-08-31");
  EXPECT_EQ(short_month.at("lawful"), "2018-02-28");
  const auto holiday = json_of({"procedure", "renewal", "agrement-2006", "--granted", "2014-11-01"});
  EXPECT_EQ(holiday.at("lawful"), "2017-05-01");
  EXPECT_EQ(holiday.at("lawful_working_day"), "2017-04-28");
}

TEST(ProcedureRenewal, refuses_what_has_no_term) {
  EXPECT_EQ(run_here({"procedure", "renewal", "incident", "--granted", "2017-02-10"}).status, 2);
  EXPECT_EQ(run_here({"procedure", "renewal", "agrement-2006", "--granted", "2017-02-10", "--drafting-months", "500"}).status, 2);
}

} // namespace
} // namespace tests
