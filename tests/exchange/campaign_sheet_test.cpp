#include "toolkit/base/translate.hpp"
#include "toolkit/exchange/campaign_sheet.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace hdskit {
namespace {

using testing::HasSubstr;

const Date today = *Date::parse("2026-11-22");

FrozenCampaign two_lines() {
  FrozenCampaign frozen;
  for (const auto* login : {"aboulon", "=cclou"}) {
    CampaignLine line;
    line.number = static_cast<std::int64_t>(frozen.lines.size()) + 1;
    line.application = "DPI";
    line.login = login;
    line.name = std::string{"NOM "} + login;
    line.state = "active";
    line.means = "card, password";
    frozen.lines.push_back(line);
  }
  frozen.lines[0].findings.push_back({"departed", "high", "La personne est partie.", "ligne 2"});
  return frozen;
}

DecisionImport imported(const std::string& csv, const std::vector<CampaignDecision>& before = {}) {
  return preview_decisions(two_lines(), before, read_csv(csv, "revue.csv"), "Zoé ÉPINETTE", today);
}

TEST(CampaignSheet, comes_back_as_it_was_written) {
  const std::vector<CampaignDecision> decisions = {{.line = 1,
                                                    .decision = LineDecision::justify,
                                                    .reason = "=1+1\nsuite",
                                                    .reviewer = "Zoé",
                                                    .reviewer_id = "899700000013",
                                                    .day = today,
                                                    .evidence = "PV-1",
                                                    .justified_until = today.plus_days(30)},
                                                   {.line = 2, .decision = LineDecision::keep, .reviewer = "Zoé", .day = today}};
  for (const auto language : {Language::french, Language::english}) {
    const LanguageScope scope{language};
    const auto csv = sheet_csv(campaign_sheet("RH1", two_lines(), decisions));
    EXPECT_THAT(csv, HasSubstr("'=cclou"));
    const auto again = imported(csv, decisions);
    EXPECT_TRUE(again.refused.empty()) << listed(again.refused);
    EXPECT_EQ(again.unchanged, 2);
    const auto anew = imported(csv);
    ASSERT_EQ(anew.taken.size(), 2u);
    EXPECT_EQ(anew.taken[0].reason, "=1+1\nsuite");
    EXPECT_EQ(anew.taken[0].justified_until, today.plus_days(30));
  }
}

TEST(CampaignSheet, is_read_as_people_fill_it_in) {
  const auto import = imported("N°;Décision;Motif\n1;Retirer;parti\n2;;\n");
  EXPECT_TRUE(import.refused.empty()) << listed(import.refused);
  ASSERT_EQ(import.taken.size(), 1u);
  EXPECT_EQ(import.taken[0].decision, LineDecision::withdraw);
  EXPECT_EQ(import.taken[0].reviewer, "Zoé ÉPINETTE");
  EXPECT_EQ(import.left_open, 1);
  EXPECT_EQ(imported("Application;Identifiant;Décision;Motif\nDPI;ABOULON;maintenir;vu\n").taken.at(0).line, 1);
}

TEST(CampaignSheet, leaves_what_stands_where_the_decision_is_empty) {
  const std::vector<CampaignDecision> before = {{.line = 2, .decision = LineDecision::keep, .reviewer = "Zoé", .day = today}};
  EXPECT_TRUE(imported("N°;Décision\n2;\n", before).taken.empty());
  EXPECT_EQ(imported("N°;Décision\n2;à décider\n", before).taken.at(0).decision, LineDecision::undecided);
}

TEST(CampaignSheet, refuses_each_row_that_cannot_be_taken) {
  const auto import = imported("N°;Identifiant;Décision;Motif;Relecteur\n1;aboulon;brûler;;\n2;aboulon;maintenir;;\n9;x;maintenir;;\n1;aboulon;maintenir;;\n2;="
                               "cclou;maintenir;;NOM =cclou\n");
  EXPECT_EQ(import.refused.size(), 5u) << listed(import.refused);
  const auto said = listed(import.refused);
  for (const auto* part : {"is no decision", "slipped", "no line 9", "a reason is needed", "their own access"}) EXPECT_THAT(said, HasSubstr(part));
}

TEST(CampaignSheet, refuses_a_line_that_stands_twice_and_a_table_without_decisions) {
  EXPECT_THAT(listed(imported("N°;Décision;Motif\n1;retirer;a\n1;maintenir;b\n").refused), HasSubstr("twice"));
  EXPECT_FALSE(imported("N°;Motif\n1;a\n").refused.empty());
}

} // namespace
} // namespace hdskit
