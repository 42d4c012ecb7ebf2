#include "gui/presenter/dossier_plan.hpp"

#include "tests/dossier/sample_input.hpp"
#include "toolkit/base/problem.hpp"

#include <gmock/gmock.h>

#include <algorithm>

using namespace hdskit;
using namespace hdskit::gui;
using testing::ElementsAre;
using testing::HasSubstr;

namespace {

std::string template_text(std::string_view id) {
  if (id == "sommaire") return "```contents\ntitle: Sommaire\ndepth: 3\n```\n";
  if (id == "p1-candidat" || id == "p4-contrats") return "# {{form_id}} – {{form_title}} {.unnumbered}\n";
  return "# Chapitre " + std::string{id} + " {.unnumbered}\n";
}

DossierPlan plan_of(DossierInput input) {
  auto gaps = find_gaps(input, tests::sample_day());
  const Standing standing{std::move(input), std::move(gaps), {}, tests::sample_day()};
  auto plan = plan_dossier(standing, template_text);
  EXPECT_EQ(plan.gaps, static_cast<int>(standing.gaps.size())) << "every gap stands at one line";
  return plan;
}

std::vector<std::string> keys(const TreeRows& rows) {
  std::vector<std::string> keys;
  for (const auto& node : rows.nodes) keys.push_back(node.key);
  return keys;
}

std::string parent_key(const DossierPlan& plan, std::string_view key) {
  const auto* node = plan.find(key);
  return node && node->parent != TreeNode::none ? plan.nodes[node->parent].key : "";
}

/// The line at which the only gap stands.
const PlanNode& line_that_lacks(const DossierPlan& plan) {
  const auto found = std::ranges::find_if(plan.nodes, [](const PlanNode& node) { return !node.gaps.empty(); });
  EXPECT_EQ(plan.gaps, 1);
  return *found;
}

} // namespace

TEST(DossierPlan, follows_the_printed_file_from_front_to_back) {
  const auto plan = plan_of(tests::complete_input());
  EXPECT_THAT(keys(plan_rows(plan, false)),
              ElementsAre("chapter:sommaire", "chapter:presentation", "chapter:p1-candidat", "section:P1.1", "item:A1-1", "chapter:p2-acteurs",
                          "chapter:p3-service", "chapter:p4-contrats", "section:P4.1", "item:A2-8", "chapter:p5-economie", "chapter:p6-securite",
                          "chapter:correspondance", "chapter:annexes", "annex:PSSI"));
  EXPECT_EQ(parent_key(plan, "item:A1-1"), "section:P1.1");
  EXPECT_EQ(parent_key(plan, "section:P1.1"), "chapter:p1-candidat");
  EXPECT_EQ(plan.find("chapter:sommaire")->title, "Sommaire");
  EXPECT_EQ(plan.find("chapter:p1-candidat")->title, "P1 – Candidate");
  EXPECT_EQ(plan.find("chapter:p1-candidat")->heading, "P1 – Candidat");
}

TEST(DossierPlan, tells_the_state_of_an_item_by_symbol_and_word) {
  const auto plan = plan_of(tests::complete_input());
  EXPECT_THAT(plan.find("item:A1-1")->state.text, HasSubstr("● "));
  EXPECT_THAT(plan.find("item:A2-8")->state.text, HasSubstr("◑ "));
  EXPECT_EQ(plan.find("item:A1-1")->title, "R. 1111-9 1° – Security policy");
}

TEST(DossierPlan, of_a_complete_file_says_that_it_can_be_filed) {
  const auto plan = plan_of(tests::complete_input());
  EXPECT_EQ(plan_sentence(plan.gaps), (Cell{"✔ Complete: the dossier can be filed.", Tone::good}));
  EXPECT_TRUE(plan_rows(plan, true).nodes.empty());
  EXPECT_THAT(plan_sentence(9).text, HasSubstr("9 gaps"));
  EXPECT_THAT(plan_sentence(1).text, HasSubstr("1 gap:"));
}

TEST(DossierPlan, puts_the_gap_of_an_item_on_its_line_and_counts_it_above) {
  auto input = tests::complete_input();
  input.answers.erase(input.answers.begin() + 1); // A2-8
  const auto plan = plan_of(std::move(input));
  EXPECT_EQ(line_that_lacks(plan).key, "item:A2-8");
  EXPECT_TRUE(plan.find("chapter:points-ouverts")) << "a draft carries its list of gaps";
  EXPECT_EQ(plan.find("chapter:p4-contrats")->gaps_in_all, 1);
  EXPECT_EQ(plan.find("chapter:p1-candidat")->gaps_in_all, 0);
  EXPECT_THAT(keys(plan_rows(plan, true)), ElementsAre("chapter:p4-contrats", "section:P4.1", "item:A2-8"));
}

TEST(DossierPlan, marks_lines_where_they_begin) {
  auto input = tests::complete_input();
  input.answers.erase(input.answers.begin() + 1); // A2-8
  const auto rows = plan_rows(plan_of(std::move(input)), false);
  const auto title = [&](std::string_view key) { return std::ranges::find(rows.nodes, key, &TreeNode::key)->cells[0].text; };
  EXPECT_TRUE(title("item:A1-1").starts_with("● R. 1111-9"));
  EXPECT_TRUE(title("item:A2-8").starts_with("⚠ ○ R. 1111-13"));
  EXPECT_TRUE(title("section:P4.1").starts_with("⚠ P4.1"));
  EXPECT_TRUE(title("section:P1.1").starts_with("P1.1"));
}

TEST(DossierPlan, leads_to_where_a_line_is_mended) {
  const auto plan = plan_of(tests::complete_input());
  EXPECT_EQ(plan.find("item:A1-1")->goal, (PlanGoal{"requirements", "A1-1"}));
  EXPECT_EQ(plan.find("annex:PSSI")->goal, (PlanGoal{"evidence", "PSSI"}));
  EXPECT_EQ(plan.find("chapter:annexes")->goal, PlanGoal{});
}

TEST(DossierPlan, shows_a_vacant_function_under_the_chapter_of_people) {
  auto input = tests::complete_input();
  input.organisation.mandates.pop_back();
  const auto plan = plan_of(std::move(input));
  const auto& line = line_that_lacks(plan);
  EXPECT_EQ(parent_key(plan, line.key), "chapter:p2-acteurs");
  EXPECT_EQ(line.goal, (PlanGoal{"organisation", "mandate"}));
}

TEST(DossierPlan, shows_a_clause_that_a_contract_lacks_under_the_chapter_of_contracts) {
  auto input = tests::complete_input();
  input.organisation.contracts[0].clauses.clear();
  const auto plan = plan_of(std::move(input));
  const auto& line = line_that_lacks(plan);
  EXPECT_EQ(parent_key(plan, line.key), "chapter:p4-contrats");
  EXPECT_EQ(line.goal, (PlanGoal{"organisation", "contract"}));
}

TEST(DossierPlan, shows_what_is_unknown_of_the_hospital_under_the_chapter_that_presents_it) {
  auto input = tests::complete_input();
  input.organisation.entities[0].representative.clear();
  EXPECT_EQ(parent_key(plan_of(input), line_that_lacks(plan_of(input)).key), "chapter:p1-candidat");
  input = tests::complete_input();
  input.organisation.sites.clear();
  const auto plan = plan_of(input);
  EXPECT_EQ(parent_key(plan, line_that_lacks(plan).key), "chapter:p3-service");
  EXPECT_EQ(line_that_lacks(plan).goal, (PlanGoal{"organisation", "site"}));
}

TEST(DossierPlan, shows_an_expired_document_at_its_annex_and_an_expired_certificate_among_providers) {
  auto input = tests::complete_input();
  input.evidence[0].valid_until = *Date::of(2026, 1, 1);
  EXPECT_EQ(line_that_lacks(plan_of(input)).key, "annex:PSSI");
  input = tests::complete_input();
  Subcontractor provider;
  provider.name = "Télécoms du Vent";
  provider.certificate_expires_on = *Date::of(2026, 1, 1);
  input.organisation.subcontractors = {provider};
  const auto plan = plan_of(input);
  EXPECT_EQ(parent_key(plan, line_that_lacks(plan).key), "chapter:p2-acteurs");
  EXPECT_EQ(line_that_lacks(plan).goal, (PlanGoal{"organisation", "subcontractor"}));
}

TEST(DossierPlan, numbers_annexes_and_tells_which_are_not_printed) {
  auto input = tests::complete_input();
  auto sheet = input.evidence[0];
  sheet.code = "INVENTAIRE";
  sheet.title = "Inventaire";
  sheet.media_type = "application/zip";
  sheet.digest = digest_of("inventaire").hex();
  input.stored_digests.insert(sheet.digest);
  auto lost = sheet;
  lost.code = "PERDU";
  lost.digest = digest_of("perdu").hex();
  input.evidence.push_back(sheet);
  input.evidence.push_back(lost);
  const auto plan = plan_of(std::move(input));
  EXPECT_EQ(plan.find("annex:PSSI")->title, "Annex 1 – PSSI – Politique de sécurité");
  EXPECT_THAT(plan.find("annex:PSSI")->state.text, HasSubstr("printed"));
  EXPECT_THAT(plan.find("annex:INVENTAIRE")->state.text, HasSubstr("only in the archive"));
  EXPECT_THAT(plan.find("annex:PERDU")->state.text, HasSubstr("no longer in the vault"));
  EXPECT_EQ(plan.find("annex:PERDU")->gaps.size(), 1u);
}

TEST(DossierPlan, keeps_items_that_no_chapter_shows) {
  auto input = tests::complete_input();
  input.checklist.forms[1].sections.clear();
  input.answers.pop_back();
  const auto plan = plan_of(std::move(input));
  EXPECT_EQ(line_that_lacks(plan).key, "item:A2-8");
  EXPECT_EQ(parent_key(plan, "item:A2-8"), "chapter:");
}

TEST(DossierPlan, tells_all_of_a_line_where_nothing_is_cut) {
  auto input = tests::complete_input();
  input.answers.erase(input.answers.begin() + 1);
  const auto plan = plan_of(std::move(input));
  EXPECT_EQ(plan_details(*plan.find("item:A2-8")),
            plan.find("item:A2-8")->title + " — " + plan.find("item:A2-8")->state.text + "\n⚠ " + plan.find("item:A2-8")->gaps[0]);
  EXPECT_THAT(plan_details(*plan.find("chapter:p4-contrats")), HasSubstr("1 gap lies under it"));
}

TEST(DossierPlan, finds_the_line_that_another_page_means) {
  const auto plan = plan_of(tests::complete_input());
  EXPECT_EQ(plan_key(plan, "A1-1"), "item:A1-1");
  EXPECT_EQ(plan_key(plan, "PSSI"), "annex:PSSI");
  EXPECT_EQ(plan_key(plan, "annex:PSSI"), "annex:PSSI");
  EXPECT_EQ(plan_key(plan, "nothing"), "");
}

TEST(DossierPlan, jumps_to_the_page_whose_heading_is_the_line) {
  const auto plan = plan_of(tests::complete_input());
  const std::vector<OutlinePlace> outline{{"Sommaire", 1},        {"P1 – Candidat", 3},
                                          {"P1.1 – Sécurité", 4}, {"R.\u00A01111-9 1° – Politique de sécurité", 5},
                                          {"P4 – Contrats", 7},   {"Annexe\u00A01 – Politique de sécurité", 12}};
  EXPECT_EQ(page_of(plan, "chapter:p1-candidat", outline), 3);
  EXPECT_EQ(page_of(plan, "item:A1-1", outline), 5) << "other spaces are the same title";
  EXPECT_EQ(page_of(plan, "annex:PSSI", outline), 12);
  EXPECT_EQ(page_of(plan, "item:A2-8", outline), 7) << "without a heading of its own, the chapter is the place";
  EXPECT_EQ(page_of(plan, "chapter:p6-securite", outline), std::nullopt);
  EXPECT_EQ(page_of(plan, "nothing", outline), std::nullopt);
}

TEST(DossierPlan, jumps_to_chapters_that_are_numbered) {
  const auto plan = plan_of(tests::complete_input());
  EXPECT_EQ(page_of(plan, "chapter:p4-contrats", {{"2 P4 – Contrats", 7}}), 7);
}
