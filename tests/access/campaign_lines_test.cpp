#include "tests/access/campaign_sources.hpp"
#include "toolkit/access/campaign_json.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace hdskit {
namespace {

using namespace access_tests;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

FrozenCampaign frozen_of(const Sources& sources, const LastCampaign* last = nullptr) {
  const auto review = read_sources(sources);
  return freeze_campaign(review, judge_review(review), last);
}

std::vector<std::string> rules_at(const CampaignLine& line) {
  std::vector<std::string> rules;
  for (const auto& remark : line.findings) rules.push_back(remark.rule);
  return rules;
}

TEST(CampaignInputs, are_named_for_people_by_the_word_that_scripts_read) {
  const LanguageScope english{Language::english};
  for (std::size_t i = 0; i < review_source_count; ++i) {
    const auto source = static_cast<ReviewSource>(i);
    EXPECT_EQ(label_of(CampaignInput{std::string{word_of(source)}, "a.csv", "", "", 1}), label_of(source));
  }
  EXPECT_EQ(label_of(CampaignInput{"of-tomorrow", "", "", "", 0}), "of-tomorrow");
}

TEST(CampaignLines, are_the_accounts_that_somebody_can_enter) {
  const auto frozen = frozen_of(small_house());
  ASSERT_EQ(frozen.lines.size(), 3u); // not the closed one
  EXPECT_EQ(frozen.lines[0].national_id, "899700000013");
  EXPECT_EQ(frozen.lines[0].means, "card");
  EXPECT_EQ(frozen.lines[2].state, "suspended");
  EXPECT_EQ(frozen.lines[2].number, 3);
}

TEST(CampaignLines, bear_the_findings_that_name_them) {
  const auto frozen = frozen_of(small_house());
  EXPECT_THAT(rules_at(frozen.lines[1]), ElementsAre("strong-means", "departed", "departed")); // active, and used since
  EXPECT_THAT(rules_at(frozen.lines[0]), Not(Contains("departed")));
}

TEST(CampaignLines, bear_a_finding_that_names_several_of_them) {
  const auto frozen = frozen_of({.accounts = "application;login;nom;matricule\nDPI;a;ALPHA Zoé;M1\nDPI;b;ALPHA Zoé;M1\nDPI;c;AUTRE Jo;M2\n"});
  EXPECT_THAT(rules_at(frozen.lines[0]), Contains("several-accounts"));
  EXPECT_THAT(rules_at(frozen.lines[1]), Contains("several-accounts"));
  EXPECT_THAT(rules_at(frozen.lines[2]), Not(Contains("several-accounts")));
}

TEST(CampaignLines, say_which_rules_could_not_judge_them) {
  auto sources = small_house();
  sources.accounts += "DPI;einconnu;INCONNU Eve;M9;;secretariat;actif;;2026-11-01\n";
  const auto frozen = frozen_of(sources);
  EXPECT_THAT(frozen.lines[3].not_judged, Contains("strong-means")); // says nothing of its means
  EXPECT_THAT(frozen.lines[3].not_judged, Contains("departed"));     // nobody of human resources
  EXPECT_THAT(frozen.lines[0].not_judged, Not(Contains("strong-means")));
  EXPECT_THAT(frozen.lines[0].not_judged, Contains("card-ended")); // no file of cards: judged for nobody
}

TEST(CampaignLines, say_it_beyond_the_examples_of_a_rule) {
  std::string accounts = "application;login;moyen\n";
  for (int i = 0; i < 300; ++i) accounts += "DPI;u" + std::to_string(i) + ";\n";
  const auto frozen = frozen_of({.accounts = accounts});
  EXPECT_THAT(frozen.lines.back().not_judged, Contains("strong-means"));
}

TEST(CampaignLines, leave_findings_about_nobody_to_the_campaign) {
  auto sources = small_house();
  sources.logs = "horodatage;utilisateur\n2026-11-20 10:00:00;fantome\n";
  const auto frozen = frozen_of(sources);
  EXPECT_TRUE(std::ranges::any_of(frozen.general, [](const auto& remark) { return remark.sentence.find("fantome") != std::string::npos; }));
  EXPECT_EQ(finding_count(frozen) >= static_cast<std::int64_t>(frozen.general.size()), true);
}

TEST(CampaignLines, tell_what_differs_from_last_year_the_withdrawal_not_carried_out_first) {
  const auto before = frozen_of({.accounts = "application;login;nom;role;etat;moyen\nDPI;aboulon;BOULON Ada;medecin;actif;mot de passe\n"
                                             "DPI;cclou;CLOU Carl;secretariat;actif;OTP\nDPI;parti;PARTI Paul;secretariat;actif;OTP\n"});
  const LastCampaign last{before.lines,
                          {decision(1, LineDecision::withdraw, "départ"), decision(2, LineDecision::withdraw, "départ"), decision(3, LineDecision::keep)}};
  const auto frozen = frozen_of(small_house(), &last);
  EXPECT_THAT(frozen.lines[0].differences, ElementsAre("new"));
  EXPECT_THAT(frozen.lines[1].differences, ElementsAre("not_withdrawn", "role"));
  EXPECT_EQ(frozen.lines[1].last_decision, "withdraw");
  EXPECT_THAT(frozen.lines[2].differences, ElementsAre("state")); // suspended since: carried out
  const auto comparison = compare_with_last(frozen);
  EXPECT_THAT(comparison.not_withdrawn, ElementsAre(2));
  EXPECT_THAT(comparison.new_accounts, ElementsAre(1));
  EXPECT_THAT(comparison.changed, ElementsAre(3));
  ASSERT_EQ(comparison.gone.size(), 1u);
  EXPECT_EQ(comparison.gone[0].login, "parti");
}

TEST(CampaignLines, are_not_called_new_in_the_first_year) { EXPECT_THAT(frozen_of(small_house()).lines[0].differences, IsEmpty()); }

TEST(CampaignJson, gives_back_what_was_written_and_the_same_bytes) {
  const auto before = frozen_of(small_house());
  const LastCampaign last{before.lines, {decision(1, LineDecision::keep)}};
  auto sources = small_house();
  sources.accounts += "DPI;\"x\u00e9\"\"\\\";Nom \u2019;M8;;r;actif;e-CPS;2026-11-01\n";
  const auto frozen = frozen_of(sources, &last);
  const auto text = frozen_json(frozen);
  EXPECT_EQ(frozen_json(frozen_of_json(text, "lines")), text);
  const std::vector<CampaignDecision> decisions = {{.line = 2,
                                                    .decision = LineDecision::justify,
                                                    .reason = "a\n\"b\"",
                                                    .reviewer = "Zoé",
                                                    .reviewer_id = "899700000013",
                                                    .day = campaign_day,
                                                    .evidence = "PV-1",
                                                    .justified_until = campaign_day.plus_days(90)}};
  EXPECT_EQ(decisions_json(decisions_of_json(decisions_json(decisions), "decisions")), decisions_json(decisions));
}

TEST(CampaignJson, refuses_what_it_did_not_write) {
  EXPECT_THROW(frozen_of_json("{}", "lines"), Problem);
  EXPECT_THROW(frozen_of_json(R"({"format":2,"rules":[],"general":[],"lines":[],"gone":[]})", "lines"), Problem);
  EXPECT_THROW(frozen_of_json(R"({"format":1,"rules":[],"general":[],"lines":[{"number":0}],"gone":[]})", "lines"), Problem);
  EXPECT_THROW(decisions_of_json(R"([{"line":1,"decision":"burn"}])", "decisions"), Problem);
  EXPECT_THROW(decisions_of_json("{}", "decisions"), Problem);
}

} // namespace
} // namespace hdskit
