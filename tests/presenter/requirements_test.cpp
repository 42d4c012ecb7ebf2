#include "gui/presenter/requirements.hpp"
#include "gui/presenter/requirements_sheet.hpp"
#include "tests/dossier/sample_input.hpp"
#include "tests/support/workspaces.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/requirements/answer_store.hpp"

#include <algorithm>

using namespace hdskit;
using namespace hdskit::gui;
using testing::Test;

namespace {

std::shared_ptr<const Standing> standing_of(DossierInput input) {
  const auto day = tests::sample_day();
  auto gaps = find_gaps(input, day);
  auto summary = summarise(input, gaps);
  return std::make_shared<const Standing>(Standing{std::move(input), std::move(gaps), std::move(summary), day});
}

/// A third item, which no form gathers and nobody answers.
DossierInput three_items() {
  auto input = tests::complete_input();
  auto item = input.checklist.items[0];
  item.id = "A1-2";
  item.number = "2°";
  item.title = {"Réponse à incident", "Incident response"};
  item.confidence = Confidence::low;
  item.evidence = {{"pca", {"Plan de continuité d’activité", "Business continuity plan"}, true}, {"tests", {"Essais", "Exercises"}, false}};
  input.checklist.items.push_back(item);
  return input;
}

std::vector<std::string> keys(const TreeRows& rows) {
  std::vector<std::string> found;
  for (const auto& node : rows.nodes) found.push_back(node.key);
  return found;
}

std::vector<std::string> items(const Requirements& requirements, const RequirementQuery& query) {
  std::vector<std::string> found;
  for (const auto& node : requirements.rows(query).nodes)
    if (is_item_key(node.key)) found.push_back(node.key);
  return found;
}

const TreeNode& node_of(const TreeRows& rows, const std::string& key) { return *std::ranges::find(rows.nodes, key, &TreeNode::key); }

using Texts = std::vector<std::string>;

TEST(RequirementRows, stand_under_their_obligation_and_article) {
  const Requirements requirements{standing_of(three_items())};
  const auto rows = requirements.rows({});
  EXPECT_EQ(keys(rows), (Texts{"obligation:organisation", "article:organisation/A1", "A1-1", "A1-2", "article:organisation/A2", "A2-8"}));
  EXPECT_EQ(rows.nodes[2].parent, 1u);
  EXPECT_EQ(rows.nodes[1].parent, 0u);
  EXPECT_EQ(rows.nodes[5].parent, 4u);
}

TEST(RequirementRows, stand_under_their_form_and_section_and_the_rest_apart) {
  const Requirements requirements{standing_of(three_items())};
  const auto rows = requirements.rows({.grouping = RequirementGrouping::forms});
  EXPECT_EQ(keys(rows), (Texts{"form:P1", "section:P1/P1.1", "A1-1", "form:P4", "section:P4/P4.1", "A2-8", "form:", "A1-2"}));
  EXPECT_EQ(node_of(rows, "A1-1").cells[0].text, "R. 1111-9 1° Security policy");
}

TEST(RequirementRows, tell_state_documents_gaps_owner_and_due_date) {
  auto input = three_items();
  input.answers[0].due = Date::of(2027, 1, 15);
  const Requirements requirements{standing_of(input)};
  const auto rows = requirements.rows({});
  const auto& answered = node_of(rows, "A1-1").cells;
  EXPECT_EQ(answered[0].text, "1° Security policy");
  EXPECT_EQ(answered[1], (Cell{"● demonstrated", Tone::good}));
  EXPECT_EQ(answered[2].text, "");
  EXPECT_EQ(answered[3].text, "1");
  EXPECT_EQ(answered[4].text, "RSSI");
  EXPECT_EQ(answered[5].text, "2027-01-15");
  const auto& unanswered = node_of(rows, "A1-2").cells;
  EXPECT_EQ(unanswered[1].text, "○ absent");
  EXPECT_EQ(unanswered[3].text, "");
  EXPECT_EQ(unanswered[2], (Cell{"⚠ 1", Tone::warning}));
}

TEST(RequirementRows, count_in_groups_how_many_of_all_items_are_answered) {
  const Requirements requirements{standing_of(three_items())};
  EXPECT_EQ(node_of(requirements.rows({}), "obligation:organisation").cells[1].text, "2/3 answered");
  const auto filtered = requirements.rows({.filter = RequirementFilter::unanswered});
  EXPECT_EQ(node_of(filtered, "obligation:organisation").cells[1].text, "2/3 answered") << "whatever the filter shows";
  EXPECT_EQ(node_of(filtered, "obligation:organisation").cells[2].text, "⚠ 1");
}

TEST(RequirementRows, keep_what_the_filter_asks_for) {
  auto input = three_items();
  input.answers[1].owner = "Hélène Marchandeau, DSI";
  input.evidence[0].valid_until = Date::of(2026, 11, 21);
  const Requirements requirements{standing_of(input)};
  EXPECT_EQ(items(requirements, {.filter = RequirementFilter::to_do}), (Texts{"A1-1", "A1-2"}));
  EXPECT_EQ(items(requirements, {.filter = RequirementFilter::unanswered}), Texts{"A1-2"});
  EXPECT_EQ(items(requirements, {.filter = RequirementFilter::not_demonstrated}), (Texts{"A1-2", "A2-8"}));
  EXPECT_EQ(items(requirements, {.filter = RequirementFilter::expired}), Texts{"A1-1"});
  EXPECT_EQ(items(requirements, {.filter = RequirementFilter::mine, .person = "helene marchandeau"}), Texts{"A2-8"});
  EXPECT_EQ(items(requirements, {.filter = RequirementFilter::mine, .person = ""}), Texts{});
}

TEST(RequirementRows, count_the_gaps_of_linked_documents_too) {
  auto input = tests::complete_input();
  input.evidence[0].valid_until = Date::of(2026, 11, 21);
  const Requirements requirements{standing_of(input)};
  EXPECT_EQ(node_of(requirements.rows({}), "A1-1").cells[2].text, "⚠ 1");
}

TEST(RequirementRows, are_found_by_every_word_of_any_text) {
  const Requirements requirements{standing_of(three_items())};
  const auto found = [&](const std::string& words) { return items(requirements, {.words = words}); };
  EXPECT_EQ(found("incident"), Texts{"A1-2"});
  EXPECT_EQ(found("INCIDÉNT  response"), Texts{"A1-2"});
  EXPECT_EQ(found("rssi politique"), Texts{"A1-1"}) << "owner and statement";
  EXPECT_EQ(found("pssi"), Texts{"A1-1"}) << "code of a document";
  EXPECT_EQ(found("1111-13"), Texts{"A2-8"}) << "article";
  EXPECT_EQ(found("a2-8"), Texts{"A2-8"}) << "id";
  EXPECT_EQ(found("incident rssi"), Texts{}) << "one word is elsewhere";
  EXPECT_EQ(found(" ").size(), 3u);
}

TEST(RequirementRows, hold_an_item_once_though_two_sections_name_it) {
  auto input = three_items();
  input.checklist.forms[1].sections[0].items = {"A1-1", "A2-8"};
  const Requirements requirements{standing_of(input)};
  EXPECT_EQ(items(requirements, {.grouping = RequirementGrouping::forms}), (Texts{"A1-1", "A2-8", "A1-2"}));
}

TEST(RequirementRows, lead_to_the_next_item_and_back_over_groups) {
  const auto rows = Requirements{standing_of(three_items())}.rows({});
  EXPECT_EQ(neighbour_of(rows, "A1-2", 1), "A2-8");
  EXPECT_EQ(neighbour_of(rows, "A2-8", -1), "A1-2");
  EXPECT_EQ(neighbour_of(rows, "A2-8", 1), "");
  EXPECT_EQ(neighbour_of(rows, "A1-1", -1), "");
  EXPECT_EQ(neighbour_of(rows, "", 1), "A1-1");
  EXPECT_EQ(neighbour_of(rows, "", -1), "A2-8");
}

TEST(ItemSheets, tell_what_is_asked_and_how_sure_it_is) {
  const Requirements requirements{standing_of(three_items())};
  const auto sheet = sheet_of(requirements, *requirements.find("A1-2"));
  EXPECT_EQ(sheet.heading, "R. 1111-9 2° – Incident response");
  EXPECT_EQ(sheet.terms, "version of " + tr_date(*Date::of(2006, 1, 5)) + " · mandatory · must be shown to work");
  EXPECT_EQ(sheet.caution.text, "⚠ A reconstruction: to be checked.");
  EXPECT_EQ(sheet.wording, "The policy is written and approved.");
  EXPECT_EQ(sheet_of(requirements, *requirements.find("A1-1")).caution.text, "");
}

TEST(ItemSheets, tell_gaps_without_repeating_the_item) {
  const Requirements requirements{standing_of(three_items())};
  const auto sheet = sheet_of(requirements, *requirements.find("A1-2"));
  ASSERT_EQ(sheet.gaps.size(), 1u);
  EXPECT_EQ(sheet.gaps[0].text, "⚠ No answer yet.");
}

TEST(ItemSheets, tell_which_expected_documents_are_linked) {
  auto input = three_items();
  const auto expected = [&] {
    const Requirements requirements{standing_of(input)};
    Texts texts;
    for (const auto& cell : sheet_of(requirements, *requirements.find("A1-2")).expected) texts.push_back(cell.text);
    return texts;
  };
  EXPECT_EQ(expected(), (Texts{"Documents expected, 0 linked:", "○ Business continuity plan: not linked", "○ Exercises (optional): not linked"}));
  input.evidence.push_back(input.evidence[0]);
  auto& plan = input.evidence[1];
  plan.code = "E002";
  plan.title = "Plan de continuité du SIH, version 3, activité complète";
  plan.requirements = {"A1-2"};
  const Texts met{"Documents expected, 1 linked:", "✔ Business continuity plan: [E002]", "○ Exercises (optional): not linked"};
  EXPECT_EQ(expected(), met) << "by its title";
  plan.title = "Document";
  EXPECT_EQ(expected()[1], "◔ Business continuity plan: to be checked");
  plan.code = "CONTINUITE-2026";
  EXPECT_EQ(expected()[1], "✔ Business continuity plan: [CONTINUITE-2026]") << "by its code";
  input.evidence.push_back(plan);
  input.evidence[2].code = "PLAN";
  EXPECT_EQ(expected()[1], "✔ Business continuity plan: [CONTINUITE-2026]") << "one of the two";
  input.evidence.pop_back();
  input.evidence[1].code = "PCA";
  EXPECT_EQ(expected()[1], "✔ Business continuity plan: [PCA]") << "by the name of what is expected";
}

TEST(ItemSheets, give_a_document_to_the_expectation_that_it_meets_best) {
  auto input = three_items();
  input.checklist.items[2].evidence = {{"schema", {"Schéma de cloisonnement de la plateforme", "Diagram"}, true},
                                       {"flux", {"Matrice des flux", "Matrix"}, true}};
  auto matrix = input.evidence[0];
  matrix.code = "M1";
  matrix.title = "Matrice des flux de la plateforme, avec schéma de cloisonnement";
  matrix.requirements = {"A1-2"};
  auto diagram = matrix;
  diagram.code = "M2";
  diagram.title = "Cloisonnement de la plateforme";
  input.evidence = {matrix, diagram};
  const Requirements requirements{standing_of(input)};
  const auto expected = sheet_of(requirements, *requirements.find("A1-2")).expected;
  EXPECT_EQ(expected[1].text, "✔ Diagram: [M1]");
  EXPECT_EQ(expected[2].text, "◔ Matrix: to be checked");
}

TEST(ItemSheets, show_linked_documents_and_their_expiry_in_words) {
  auto input = tests::complete_input();
  input.evidence[0].valid_until = Date::of(2026, 11, 21);
  const Requirements requirements{standing_of(input)};
  const auto documents = sheet_of(requirements, *requirements.find("A1-1")).documents;
  ASSERT_EQ(documents.count, 1u);
  EXPECT_EQ(documents.key(0), "PSSI");
  EXPECT_EQ(documents.cells(0)[1], (Cell{"✖ expired on 2026-11-21", Tone::bad}));
}

TEST(DocumentsToChoose, leave_out_those_that_are_linked_already) {
  auto input = three_items();
  input.evidence.push_back(input.evidence[0]);
  input.evidence[1].code = "BIA";
  input.evidence[1].title = "Bilan d’impact";
  input.evidence[1].requirements = {};
  const Requirements requirements{standing_of(input)};
  EXPECT_EQ(documents_to_choose(requirements, "").count, 2u);
  EXPECT_EQ(documents_to_choose(requirements, "").key(0), "BIA") << "by code";
  ASSERT_EQ(documents_to_choose(requirements, "", "A1-1").count, 1u);
  EXPECT_EQ(documents_to_choose(requirements, "", "A1-1").key(0), "BIA");
  EXPECT_EQ(documents_to_choose(requirements, "sécurité POLITIQUE").count, 1u);
  EXPECT_EQ(documents_to_choose(requirements, "nothing").count, 0u);
}

TEST(Checklists, that_come_with_the_program_can_be_adopted) {
  ScratchFolder folder;
  auto workspace = Workspace::create((folder.path() / "w.hds").string(), tests::acting());
  EXPECT_FALSE(follows_checklist(workspace));
  const auto offered = checklists_to_adopt();
  ASSERT_FALSE(offered.empty());
  EXPECT_FALSE(offered[0].title.empty());
  workspace.change(tests::acting(), [&](Change& change) { adopt_checklist(change, std::string{shipped_checklist(offered[0].id)}); });
  EXPECT_TRUE(follows_checklist(workspace));
}

} // namespace
