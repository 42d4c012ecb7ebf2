#include "tests/access/campaign_sources.hpp"
#include "tests/support/workspaces.hpp"
#include "toolkit/dossier/campaign_report.hpp"
#include "toolkit/dossier/taken_over.hpp"
#include "toolkit/evidence/evidence_store.hpp"
#include "toolkit/requirements/answer_store.hpp"
#include "toolkit/requirements/checklist_reader.hpp"
#include "toolkit/requirements/framework_store.hpp"
#include "toolkit/workspace/settings.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace hdskit {
namespace {

using namespace access_tests;
using testing::HasSubstr;
using testing::Not;

ReviewCampaign decided_campaign(CampaignHouse& house, Date day = campaign_day) {
  const auto campaign = house.open(small_house(), day, "Ugo TIERS");
  house.decide_all(campaign, {decision(1, LineDecision::keep, "vue", "Ugo TIERS"), decision(2, LineDecision::withdraw, "départ")});
  return campaign;
}

ReviewCampaign signed_campaign(CampaignHouse& house, Date day = campaign_day) {
  const auto to_sign = campaign_to_sign(house.workspace, decided_campaign(house, day));
  return sign_and_file(house.workspace, reviewer_acting, to_sign, {"Ugo TIERS", {}, day});
}

std::string text_of(const page::Inlines& inlines) {
  std::string text;
  for (const auto& one : inlines) text += one.text;
  return text;
}
std::string text_of(const page::Document& document) {
  std::string text;
  for (const auto& block : document.blocks) {
    if (const auto* paragraph = std::get_if<page::Paragraph>(&block.value)) text += text_of(paragraph->text) + "\n";
    if (const auto* table = std::get_if<page::Table>(&block.value))
      for (const auto& row : table->rows)
        for (const auto& cell : row) text += text_of(cell.text) + "\n";
  }
  return text;
}

std::string report_text(const CampaignHouse& house, const ReviewCampaign& campaign, CampaignPaper paper) {
  return text_of(compose_campaign_report(campaign_report_of(house.workspace, campaign), paper, "Hôpital fictif", campaign_day, shipped_template));
}

TEST(CampaignReport, names_no_beneficiary_in_its_summary) {
  CampaignHouse house;
  const auto campaign = signed_campaign(house);
  const auto summary = report_text(house, campaign, CampaignPaper::summary);
  EXPECT_THAT(summary, HasSubstr("sans nom de bénéficiaire"));
  for (const auto* word : {"BOULON", "aboulon", "CLOU", "cclou", "M2"}) EXPECT_THAT(summary, Not(HasSubstr(word)));
  EXPECT_THAT(summary, HasSubstr("sans carte")); // declared: nothing proves it
  EXPECT_THAT(summary, HasSubstr("RT1"));
}

TEST(CampaignReport, names_each_account_and_decision_in_its_annex) {
  CampaignHouse house;
  const auto annex = report_text(house, decided_campaign(house), CampaignPaper::nominative);
  EXPECT_THAT(annex, HasSubstr("DPI/aboulon"));
  EXPECT_THAT(annex, HasSubstr("BOULON Ada"));
  EXPECT_THAT(annex, HasSubstr("départ"));
  EXPECT_THAT(annex, HasSubstr("n’est pas signée"));
}

TEST(CampaignReport, keeps_its_figures_once_the_details_are_forgotten) {
  CampaignHouse house;
  const auto campaign = signed_campaign(house);
  house.change([&](Change& change) { forget_campaign_details(change, campaign.kept_until->plus_days(1)); });
  const auto report = report_text(house, find_campaign(house.workspace, "RH1"), CampaignPaper::nominative);
  EXPECT_THAT(report, HasSubstr("ont été effacés"));
  EXPECT_THAT(report, Not(HasSubstr("BOULON")));
}

TEST(CampaignFiling, becomes_evidence_for_a_year_and_retires_the_one_before) {
  CampaignHouse house;
  const auto first = signed_campaign(house);
  EXPECT_EQ(first.evidence, "RH1");
  const auto evidence = find_evidence(house.workspace, "RH1");
  EXPECT_EQ(evidence.media_type, "application/pdf");
  EXPECT_EQ(evidence.valid_until, campaign_day.plus_days(365));
  const auto second = signed_campaign(house, campaign_day.plus_days(300));
  EXPECT_EQ(find_evidence(house.workspace, "RH2").valid_until, campaign_day.plus_days(665));
  EXPECT_FALSE(find_evidence(house.workspace, "RH1").valid_until);
}

TEST(CampaignFiling, serves_every_framework_that_is_followed_and_those_followed_later) {
  CampaignHouse house;
  house.change([](Change& change) { put_framework(change, {.xml = std::string{shipped_checklist("snds-2024")}, .use = FrameworkUse::followed}); });
  signed_campaign(house);
  EXPECT_THAT(find_evidence(house.workspace, "RH1").requirements, testing::Contains("SNDS24-8-2"));
  const auto later = checklist_of(shipped_checklist("pgssi-s"), "pgssi-s");
  const auto offer = take_over_offer(house.workspace, later, campaign_day);
  ASSERT_EQ(offer.reports.size(), 1u);
  EXPECT_THAT(offer.reports[0].items, testing::ElementsAre("PGSSIS-hc27-authorisations"));
}

TEST(CampaignFiling, says_in_the_vault_that_the_campaign_is_closed) {
  CampaignHouse house;
  const auto campaign = signed_campaign(house);
  const auto before = find_evidence(house.workspace, "RH1").digest;
  house.change([&](Change& change) { carry_out(change, find_withdrawal(house.workspace, "RT1"), {campaign_day, "Luc PÔLE", "", "fermé"}); });
  const auto closed = close_and_file(house.workspace, reviewer_acting, campaign, campaign_day.plus_days(1));
  EXPECT_EQ(closed.state, CampaignState::closed);
  EXPECT_NE(find_evidence(house.workspace, "RH1").digest, before);
}

} // namespace
} // namespace hdskit
