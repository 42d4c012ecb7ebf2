#include "tests/cli/run.hpp"
#include "tests/support/workspaces.hpp"

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
  EXPECT_EQ(simulation.at("appeal"), "2016-08-16");
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

// ---- in a workspace, with the real program on each engine

class LivingProcedure : public OnEachEngine {
protected:
  void SetUp() override {
    location_ = fresh_location();
    ASSERT_EQ(run("workspace create '" + location_ + "'").status, 0);
  }

  Outcome run(const std::string& words) const { return run_shell("export HDSKIT_WORKSPACE='" + location_ + "'\n$hdskit " + words); }
  boost::json::value json(const std::string& words) const { return boost::json::parse(run(words + " --json").out); }
  void started() const {
    ASSERT_EQ(run("procedure start agrement-2006 --title Imagerie --filed 2016-01-15 --owner 'Zoé Ferrand'").out, "Started: procedure 1, “Imagerie”.\n");
  }

private:
  std::string location_;
};
INSTANTIATE_ON_BOTH_ENGINES(LivingProcedure);

TEST_P(LivingProcedure, goes_from_its_filing_to_its_renewal) {
  started();
  EXPECT_EQ(json("procedure record 1 --event received --stage cnil --date 2016-01-20").at("stages").at(0).at("latest"), "2016-03-20");
  EXPECT_EQ(run("procedure record imagerie --event opinion --stage cnil --date 2016-03-15 --outcome favourable").out, "Recorded: opinion, 15 March 2016.\n");
  EXPECT_EQ(run("procedure record 1 --event opinion --stage committee --date 2016-04-15").status, 0);
  EXPECT_EQ(run("procedure record 1 --event decision --stage minister --date 2016-06-10 --outcome favourable").status, 0);
  const auto shown = json("procedure show 1 --date 2016-07-01");
  EXPECT_EQ(shown.at("state"), "granted");
  EXPECT_EQ(shown.at("renewal").at("lawful"), "2018-12-10");
  EXPECT_EQ(shown.at("events").as_array().size(), 5u);
  EXPECT_EQ(shown.at("duties").at(0).at("due"), "2017-06-10");
  EXPECT_EQ(shown.at("gap").at("risk"), "none");
  EXPECT_EQ(json("procedure list --date 2019-07-01").at(0).at("gap").at("risk"), "certain");
  EXPECT_THAT(run("procedure show 1 --date 2019-07-01").out, AllOf(HasSubstr("Alarm"), HasSubstr("its renewal was not filed")));
  EXPECT_THAT(run("procedure list --date 2016-07-01").out, AllOf(HasSubstr("until 2019-06-10"), HasSubstr("Zoé Ferrand")));
}

TEST_P(LivingProcedure, tells_its_deadlines_and_explains_them) {
  started();
  const auto all = json("deadline list --date 2016-02-01");
  EXPECT_EQ(all.at(0).at("uid"), "procedure-1-cnil");
  EXPECT_EQ(all.at(0).at("day"), "2016-03-15");
  EXPECT_EQ(all.at(0).at("hypothetical"), true) << "the reception is not recorded";
  EXPECT_EQ(all.at(0).at("worst"), "2016-05-15");
  EXPECT_EQ(json("deadline list --date 2016-02-01 --days 50").as_array().size(), 1u);
  EXPECT_EQ(json("deadline list --date 2016-02-01 --owner 'zoe ferrand' --kind stage").as_array().size(), 3u);
  EXPECT_EQ(run("deadline list --date 2016-02-01 --owner Paul").out, "Nothing is due.\n");
  EXPECT_THAT(run("deadline list --date 2016-02-01").out, AllOf(HasSubstr("in 43 days"), HasSubstr("2016-03-15 ?")));
  EXPECT_THAT(run("deadline explain procedure-1-cnil --date 2016-02-01").out,
              AllOf(HasSubstr("is assumed"), HasSubstr("2 months later"), HasSubstr("article 641"), HasSubstr("R. 1111-10")));
  EXPECT_EQ(json("deadline explain procedure-1-cnil --date 2016-02-01").at("day"), "2016-03-15");
  EXPECT_EQ(run("deadline explain procedure-1-cnli").status, 3);
}

TEST_P(LivingProcedure, refuses_what_cannot_have_happened_and_changes_nothing) {
  started();
  const auto before = run("procedure show 1 --json").out;
  for (const char* words :
       {"--event opinion --stage cnil --date 2016-01-14", "--event opinion --stage nobody --date 2016-02-01", "--event opinion --stage cnil --date 2016-02-30",
        "--event filed --date 2016-01-16", "--event opinion --stage cnil --date 2099-01-01", "--event opinion --stage cnil --evidence E999"}) {
    const auto outcome = run(std::string{"procedure record 1 "} + words);
    EXPECT_TRUE(outcome.status == 2 || outcome.status == 3) << words;
    EXPECT_NE(outcome.err, "") << words;
  }
  EXPECT_EQ(run("procedure record 7 --event withdrawn").status, 3);
  EXPECT_EQ(run("procedure start agrement-2006 --title X --filed 2099-01-01").status, 2);
  EXPECT_EQ(run("procedure show 1 --json").out, before);
  EXPECT_EQ(json("procedure list").as_array().size(), 1u);
}

TEST_P(LivingProcedure, watches_the_gap_to_the_one_that_renews_it) {
  ASSERT_EQ(run("procedure start hds-certification --title Certificat --filed 2023-01-05").status, 0);
  ASSERT_EQ(run("procedure record 1 --event opinion --stage stage-1 --date 2023-03-01").status, 0);
  ASSERT_EQ(run("procedure record 1 --event opinion --stage stage-2 --date 2023-05-02").status, 0);
  ASSERT_EQ(run("procedure record 1 --event waived --stage corrections --date 2023-05-02").status, 0);
  ASSERT_EQ(run("procedure record 1 --event decision --stage certificate --date 2023-06-01 --outcome favourable").status, 0);
  ASSERT_EQ(run("procedure start hds-certification --title Suite --renews certificat --filed 2025-10-01").status, 0);
  const auto first = json("procedure list --date 2025-10-02").at(0);
  EXPECT_EQ(first.at("renewal").at("term"), "2026-06-01");
  EXPECT_EQ(first.at("gap").at("risk"), "possible") << "nine months from October end in July";
  EXPECT_EQ(json("procedure list --date 2025-10-02").at(1).at("renews"), 1);
  EXPECT_THAT(run("deadline list --all --kind renewal --date 2025-10-02").out, HasSubstr("settled on 2025-10-01"));
}

} // namespace
} // namespace tests
