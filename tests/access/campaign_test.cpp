#include "tests/access/campaign_sources.hpp"
#include "toolkit/access/campaign_json.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/workspace/journal.hpp"
#include "toolkit/workspace/personal_file.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace hdskit {
namespace {

using namespace access_tests;
using testing::AllOf;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;

std::string refusal(const std::function<void()>& work) {
  try {
    work();
  } catch (const Problem& problem) { return problem.what(); }
  return "";
}

TEST(Campaign, is_opened_with_its_inputs_and_their_digests) {
  CampaignHouse house;
  const auto campaign = house.open(small_house());
  EXPECT_EQ(campaign.reference, "RH1");
  EXPECT_EQ(campaign.lines, 3);
  EXPECT_GT(campaign.findings, 0);
  EXPECT_GT(campaign.not_judged, 0);
  EXPECT_EQ(*campaign.due, campaign_day.plus_days(default_campaign_days));
  const auto inputs = inputs_of_json(campaign.inputs);
  ASSERT_EQ(inputs.size(), 2u);
  EXPECT_EQ(inputs[0].source, "accounts");
  EXPECT_EQ(inputs[0].file, "accounts.csv");
  EXPECT_EQ(inputs[0].sha256, digest_of(small_house().accounts).hex());
  EXPECT_EQ(inputs[0].lines, 4);
}

TEST(Campaign, names_nobody_in_the_journal) {
  CampaignHouse house;
  const auto campaign = house.open(small_house());
  house.decide(campaign, {decision(2, LineDecision::withdraw, "Ada BOULON est partie")});
  for (const auto& entry : journal_entries(house.workspace)) {
    EXPECT_THAT(entry.after, AllOf(Not(HasSubstr("BOULON")), Not(HasSubstr("aboulon")), Not(HasSubstr("CLOU")))) << entry.number;
    EXPECT_THAT(entry.before, Not(HasSubstr("BOULON"))) << entry.number;
  }
}

TEST(Campaign, takes_decisions_again_and_back) {
  CampaignHouse house;
  const auto campaign = house.open(small_house());
  auto after = house.decide(campaign, {decision(2, LineDecision::withdraw, "départ"), decision(3, LineDecision::keep, "présent")});
  EXPECT_EQ(after.decided, 2);
  EXPECT_EQ(after.withdrawn, 1);
  after = house.decide(campaign, {decision(2, LineDecision::change, "autre rôle")});
  EXPECT_EQ(after.decided, 2);
  EXPECT_EQ(after.withdrawn, 0);
  EXPECT_EQ(after.changed, 1);
  after = house.decide(campaign, {decision(2, LineDecision::undecided)});
  EXPECT_EQ(after.decided, 1);
  const auto decisions = campaign_decisions(house.workspace, campaign);
  ASSERT_EQ(decisions.size(), 1u);
  EXPECT_EQ(decisions[0].line, 3);
}

TEST(Campaign, refuses_what_lacks_a_reason) {
  CampaignHouse house;
  const auto campaign = house.open(small_house());
  EXPECT_THAT(refusal([&] { house.decide(campaign, {decision(2, LineDecision::keep)}); }), HasSubstr("finding")); // a password alone, and gone
  for (const auto what : {LineDecision::change, LineDecision::withdraw, LineDecision::justify})
    EXPECT_THAT(refusal([&] { house.decide(campaign, {decision(3, what)}); }), HasSubstr("needs a reason"));
  EXPECT_EQ(house.decide(campaign, {decision(2, LineDecision::keep, "compte de secours")}).decided, 1);
}

TEST(Campaign, says_every_defect_and_takes_none) {
  CampaignHouse house;
  const auto campaign = house.open(small_house());
  const auto said = refusal([&] {
    house.decide(campaign, {decision(3, LineDecision::keep, "x"), decision(2, LineDecision::withdraw), decision(9, LineDecision::keep)});
  });
  EXPECT_THAT(said, AllOf(HasSubstr("line 2 (DPI/aboulon)"), HasSubstr("no line 9")));
  EXPECT_TRUE(campaign_decisions(house.workspace, campaign).empty());
}

TEST(Campaign, lets_nobody_decide_on_their_own_access) {
  CampaignHouse house;
  const auto campaign = house.open(small_house());
  const auto refused = [&](const std::string& reviewer, const std::string& id) {
    auto own = decision(1, LineDecision::keep, "x", reviewer);
    own.reviewer_id = id;
    return refusal([&] { house.decide(campaign, {own}); });
  };
  EXPECT_THAT(refused("Zoé Épinette", ""), HasSubstr("their own access"));
  EXPECT_THAT(refused("EPINETTE Zoe", ""), HasSubstr("their own access"));
  EXPECT_THAT(refused("Une Autre", "899700000013"), HasSubstr("their own access"));
  EXPECT_THAT(refused("Une Autre", "99700000013"), HasSubstr("their own access")); // the RPPS as it is written
  EXPECT_THAT(refused("Une Autre", "m1"), HasSubstr("their own access"));
  EXPECT_THAT(refused("zepinette", ""), HasSubstr("their own access"));
  EXPECT_EQ(refused("Ada BOULON", ""), "");
}

TEST(Campaign, knows_the_reviewer_by_another_account_under_another_name) {
  CampaignHouse house;
  auto sources = small_house();
  sources.accounts += "LABO;zepi;MARIÉE Zoé;M1;99700000013;infirmier;actif;carte CPS;2026-11-20\n";
  const auto campaign = house.open(sources);
  EXPECT_THAT(refusal([&] { house.decide(campaign, {decision(4, LineDecision::keep, "x", "Zoé ÉPINETTE")}); }), HasSubstr("their own access"));
}

TEST(Campaign, is_signed_only_when_all_is_decided_and_by_who_answers_for_it) {
  CampaignHouse house;
  auto sources = small_house();
  sources.accounts = sources.accounts.substr(0, sources.accounts.find("DPI;zep")) + sources.accounts.substr(sources.accounts.find("DPI;abou"));
  const auto campaign = house.open(sources);
  house.decide(campaign, {decision(1, LineDecision::withdraw, "départ")});
  EXPECT_THAT(refusal([&] { house.sign(campaign); }), HasSubstr("1 account"));
  house.decide(campaign, {decision(2, LineDecision::change, "mutée")});
  const auto to_sign = campaign_to_sign(house.workspace, campaign);
  EXPECT_THAT(refusal([&] { house.change([&](Change& change) {
                              sign_campaign(change, to_sign, {"Ada BOULON", {}, campaign_day});
                            }); }),
              HasSubstr("answers for"));
  const auto after = house.sign(campaign);
  EXPECT_EQ(after.state, CampaignState::signed_off);
  EXPECT_EQ(after.content, digest_of(*signed_text(house.workspace, after)).hex());
  EXPECT_THAT(after.note, HasSubstr("without a card"));
  EXPECT_TRUE(signatures_of(house.workspace, campaign_subject("RH1")).empty());
  EXPECT_THAT(refusal([&] { house.decide(after, {decision(1, LineDecision::keep, "x")}); }), HasSubstr("is signed"));
}

TEST(Campaign, is_not_signed_when_a_decision_came_in_between) {
  CampaignHouse house;
  const auto campaign = house.open(small_house(), campaign_day, "Ugo TIERS");
  house.decide_all(campaign, {decision(1, LineDecision::keep, "x", "Ugo TIERS")});
  const auto to_sign = campaign_to_sign(house.workspace, campaign);
  house.decide(campaign, {decision(3, LineDecision::withdraw, "tout compte fait")});
  EXPECT_THAT(refusal([&] { house.change([&](Change& change) {
                              sign_campaign(change, to_sign, {"Ugo TIERS", {}, campaign_day});
                            }); }),
              HasSubstr("was changed"));
}

/// Signed by Ugo TIERS, who has no account; the second line is to be withdrawn.
ReviewCampaign signed_campaign(CampaignHouse& house) {
  const auto campaign = house.open(small_house(), campaign_day, "Ugo TIERS");
  house.decide_all(campaign, {decision(1, LineDecision::keep, "x", "Ugo TIERS"), decision(2, LineDecision::withdraw, "départ")});
  const auto to_sign = campaign_to_sign(house.workspace, campaign);
  ReviewCampaign after;
  house.change([&](Change& change) { after = sign_campaign(change, to_sign, {"Ugo TIERS", {}, campaign_day}); });
  return after;
}

TEST(Campaign, is_closed_once_every_withdrawal_is_carried_out_with_a_proof) {
  CampaignHouse house;
  const auto campaign = signed_campaign(house);
  const auto withdrawals = withdrawals_of(house.workspace, campaign);
  ASSERT_EQ(withdrawals.size(), 1u);
  EXPECT_EQ(withdrawals[0].line, 2);
  EXPECT_EQ(*withdrawals[0].due, campaign_day.plus_days(30));
  EXPECT_THAT(refusal([&] { house.change([&](Change& change) { close_campaign(change, campaign, campaign_day); }); }), HasSubstr("1 withdrawal"));
  EXPECT_THAT(refusal([&] { house.change([&](Change& change) {
                              carry_out(change, withdrawals[0], {campaign_day, "Luc PÔLE", "", ""});
                            }); }),
              HasSubstr("Neither"));
  ReviewCampaign closed;
  house.change([&](Change& change) {
    carry_out(change, withdrawals[0], {campaign_day, "Luc PÔLE", "", "compte fermé, capture au dossier"});
    closed = close_campaign(change, campaign, campaign_day.plus_days(3));
  });
  EXPECT_EQ(closed.state, CampaignState::closed);
  EXPECT_EQ(*closed.kept_until, campaign_day.plus_days(3 + default_retention_days));
  EXPECT_EQ(*personal_file(house.workspace, "campaign/RH1/lines")->kept_until, *closed.kept_until);
}

TEST(Campaign, keeps_its_figures_and_no_name_once_it_is_forgotten) {
  CampaignHouse house;
  house.change([](Change& change) { set_retention_days(change, 30); });
  const auto campaign = signed_campaign(house);
  house.change([&](Change& change) {
    carry_out(change, withdrawals_of(house.workspace, campaign)[0], {campaign_day, "Luc PÔLE", "PV-1", ""});
    close_campaign(change, campaign, campaign_day);
  });
  std::vector<std::string> forgotten;
  house.change([&](Change& change) { forgotten = forget_campaign_details(change, campaign_day.plus_days(31)); });
  EXPECT_THAT(forgotten, Contains("campaign/RH1/lines"));
  const auto after = find_campaign(house.workspace, "rh1");
  EXPECT_EQ(after.state, CampaignState::forgotten);
  EXPECT_EQ(after.lines, 3);
  EXPECT_EQ(after.withdrawn, 1);
  EXPECT_TRUE(personal_file_names(house.workspace, "campaign/").empty());
  EXPECT_THAT(refusal([&] { frozen_campaign(house.workspace, after); }), HasSubstr("forgotten"));
  EXPECT_FALSE(details_of(house.workspace, after));
  EXPECT_EQ(read_file(house.folder.path() / "hopital.hds").find("BOULON"), std::string::npos); // no byte of it is left in the file
}

TEST(Campaign, forgets_one_that_nobody_ended_too) {
  CampaignHouse house;
  const auto campaign = house.open(small_house());
  const auto last_day = campaign.due->plus_days(default_retention_days);
  house.change([&](Change& change) {
    change.record("touch", "setting", "x", "", "");
    EXPECT_TRUE(forget_campaign_details(change, last_day).empty());
  });
  house.change([&](Change& change) { EXPECT_FALSE(forget_campaign_details(change, last_day.plus_days(1)).empty()); });
}

TEST(Campaign, forgets_what_is_over_when_the_next_one_is_opened) {
  CampaignHouse house;
  const auto first = house.open(small_house());
  const auto later = first.due->plus_days(default_retention_days + 1);
  house.open(small_house(), later, "Ugo TIERS");
  EXPECT_TRUE(personal_file_names(house.workspace, "campaign/RH1/").empty());
  EXPECT_EQ(find_campaign(house.workspace, "RH1").state, CampaignState::forgotten);
  EXPECT_FALSE(personal_file_names(house.workspace, "campaign/RH2/").empty());
}

TEST(Campaign, gives_its_decisions_to_the_next_review) {
  CampaignHouse house;
  signed_campaign(house);
  const auto next_year = campaign_day.plus_days(360);
  const auto second = house.open(small_house(), next_year, "Ugo TIERS");
  EXPECT_EQ(second.previous, "RH1");
  const auto frozen = frozen_campaign(house.workspace, second);
  const auto rule = std::ranges::find(frozen.rules, "annual-review", &CampaignRule::id);
  ASSERT_NE(rule, frozen.rules.end());
  EXPECT_EQ(rule->state, ReviewState::finding); // the withdrawal of Ada BOULON was not carried out
  EXPECT_EQ(frozen.lines[1].differences.at(0), "not_withdrawn");
  EXPECT_TRUE(std::ranges::any_of(frozen.lines[1].findings, [](const auto& remark) { return remark.rule == "annual-review"; }));
  EXPECT_FALSE(std::ranges::any_of(frozen.lines[0].findings, [](const auto& remark) { return remark.rule == "annual-review"; }));
}

TEST(Campaign, decides_on_five_thousand_accounts_at_once) {
  std::string accounts = "application;login;nom;matricule;moyen\n";
  for (int i = 0; i < 5000; ++i) accounts += "DPI;u" + std::to_string(i) + ";NOM" + std::to_string(i) + " Jo;M" + std::to_string(i) + ";mot de passe\n";
  CampaignHouse house;
  const auto campaign = house.open({.accounts = accounts});
  const auto after = house.decide_all(campaign);
  EXPECT_EQ(after.decided, 5000);
  EXPECT_EQ(campaign_decisions(house.workspace, campaign).size(), 5000u);
  EXPECT_EQ(personal_file_names(house.workspace, "campaign/RH1/decisions/").size(), 50u);
}

} // namespace
} // namespace hdskit
