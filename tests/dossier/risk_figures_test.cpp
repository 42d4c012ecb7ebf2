#include "toolkit/dossier/risk_figures.hpp"

#include "tests/dossier/sample_study.hpp"
#include "toolkit/base/translate.hpp"

#include <gmock/gmock.h>

#include <algorithm>

using namespace hdskit;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

namespace {

class RiskFigures : public testing::Test {
protected:
  page::RiskMatrixSpec matrix(bool residual, std::string_view chosen = {}) const {
    const StudyIndex index{study};
    return matrix_spec(index, matrix_of(study.scale, assess_risks(index)), residual, chosen);
  }
  page::GraphSpec actions() const {
    const StudyIndex index{study};
    return action_graph(index, study.operational_scenarios[0]);
  }
  page::GraphSpec paths() const {
    const StudyIndex index{study};
    return path_graph(index, study.strategic_scenarios[0]);
  }
  Study study = tests::sample_study();
};

std::vector<std::string> keys(const std::vector<page::RiskMatrixSpec::Bubble>& bubbles) {
  std::vector<std::string> all;
  for (const auto& bubble : bubbles) all.push_back(bubble.key);
  return all;
}

std::vector<std::string> edges(const page::GraphSpec& graph) {
  std::vector<std::string> all;
  for (const auto& edge : graph.edges)
    all.push_back(edge.from + " -> " + edge.to + (edge.strong ? " !" : "") + (edge.label.empty() ? "" : " (" + edge.label + ")"));
  return all;
}

const page::GraphSpec::Node& node(const page::GraphSpec& graph, std::string_view key) {
  const auto found = std::ranges::find(graph.nodes, key, &page::GraphSpec::Node::key);
  if (found == graph.nodes.end()) throw std::runtime_error{"no node " + std::string{key}};
  return *found;
}

} // namespace

TEST_F(RiskFigures, the_matrix_puts_each_risk_at_its_likelihood_and_gravity) {
  const auto initial = matrix(false), residual = matrix(true);
  EXPECT_THAT(keys(initial.bubbles[2][3]), ElementsAre("R1")) << "gravity 4 and likelihood 3 come from the scenario";
  EXPECT_THAT(keys(residual.bubbles[1][3]), ElementsAre("R1"));
  EXPECT_THAT(keys(initial.bubbles[0][3]), ElementsAre("R2"));
  EXPECT_THAT(keys(residual.bubbles[0][2]), ElementsAre("R2"));
  EXPECT_EQ(initial.classes, study.scale.matrix);
  EXPECT_EQ(initial.class_names.size(), study.scale.classes.size());
  EXPECT_THAT(initial.columns[3], HasSubstr("4"));
  EXPECT_THAT(initial.bubbles[2][3][0].name, testing::AllOf(HasSubstr("R1, Rançongiciel"), HasSubstr("gravity 4"), HasSubstr("likelihood 3")));
  EXPECT_NO_THROW(page::draw_risk_matrices(initial, residual, 460));
}

TEST_F(RiskFigures, the_chosen_risk_is_strong_and_shown_even_in_a_crowd) {
  for (int i = 10; i < 400; ++i) {
    auto copy = study.risks[1];
    copy.reference = "R" + std::to_string(i);
    study.risks.push_back(copy);
  }
  const auto spec = matrix(false, "r399");
  const auto& cell = spec.bubbles[0][3];
  EXPECT_EQ(cell.size(), page::most_bubbles_shown);
  EXPECT_EQ(cell.size() + spec.more[0][3], 391u);
  EXPECT_EQ(cell.back().key, "R399");
  EXPECT_TRUE(cell.back().marked);
  EXPECT_EQ(std::ranges::count(cell, true, &page::RiskMatrixSpec::Bubble::marked), 1);
}

TEST_F(RiskFigures, the_radar_shows_who_is_rated_in_sectors_that_occur) {
  const auto now = radar_spec(study, false), later = radar_spec(study, true);
  EXPECT_THAT(now.sectors, ElementsAre("Providers")) << "the client is not rated";
  ASSERT_EQ(now.points.size(), 1u);
  EXPECT_DOUBLE_EQ(now.points[0].value, 4);
  EXPECT_DOUBLE_EQ(now.points[0].exposure, 1);
  EXPECT_DOUBLE_EQ(now.points[0].reliability, 0.25);
  EXPECT_DOUBLE_EQ(later.points[0].value, 2);
  EXPECT_DOUBLE_EQ(later.points[0].exposure, 0.5);
  EXPECT_DOUBLE_EQ(now.greatest, 16);
  EXPECT_DOUBLE_EQ(now.zones[0].from, 0);
  EXPECT_THAT(now.points[0].name, testing::AllOf(HasSubstr("Éditeur"), HasSubstr("threat 4")));
  EXPECT_NO_THROW(page::draw_radar(now, 400));
  study.stakeholders.erase(study.stakeholders.begin());
  EXPECT_FALSE(has_radar(study));
}

TEST_F(RiskFigures, actions_stand_in_their_phases_and_the_easiest_path_is_strong) {
  const auto graph = actions();
  EXPECT_THAT(graph.columns, ElementsAre("Know", "Enter", "Find", "Exploit"));
  EXPECT_THAT(edges(graph), ElementsAre("AE1 -> AE2 !", "AE1 -> AE3", "&AE4 -> AE4 !", "AE2 -> &AE4 !", "AE3 -> &AE4", "AE4 -> AE5 !"));
  EXPECT_EQ(node(graph, "&AE4").title, "OR");
  EXPECT_EQ(node(graph, "&AE4").form, page::GraphSpec::Form::diamond);
  EXPECT_EQ(node(graph, "AE5").column, 3u);
  EXPECT_THAT(node(graph, "AE5").detail, testing::AllOf(HasSubstr("4"), HasSubstr("cumulated 3")));
  EXPECT_THAT(node(graph, "AE4").name, HasSubstr("Serveur de sauvegarde"));
  EXPECT_NO_THROW(page::draw_graph(graph));
  study.elementary_actions[3].needs = ActionNeed::all;
  EXPECT_EQ(node(actions(), "&AE4").title, "AND");
}

TEST_F(RiskFigures, a_sick_graph_is_drawn_all_the_same) {
  study.elementary_actions[0].after = {"AE5", "nowhere"};          // a circle and a citation that leads nowhere
  study.elementary_actions.push_back(study.elementary_actions[1]); // one reference twice
  study.elementary_actions[2].probability = {};
  const auto graph = actions();
  EXPECT_EQ(graph.nodes.size(), 6u);
  EXPECT_THAT(edges(graph), testing::Contains("AE5 -> AE1"));
  EXPECT_NO_THROW(page::draw_graph(graph));
}

TEST_F(RiskFigures, a_strategic_scenario_goes_from_its_source_to_the_business_values) {
  const auto graph = paths();
  EXPECT_THAT(graph.columns, ElementsAre("Risk source", "Ecosystem", "Intermediate events", "Feared events", "Business values"));
  EXPECT_THAT(edges(graph),
              ElementsAre("feared_event:ER1 -> business_value:VM1", "feared_event:ER2 -> business_value:VM1", "source_objective:SR1 -> stakeholder:PP1 (CA1)",
                          "stakeholder:PP1 -> attack_path:CA1/1", "attack_path:CA1/1 -> attack_path:CA1/2", "attack_path:CA1/2 -> feared_event:ER1",
                          "attack_path:CA1/2 -> feared_event:ER2"));
  EXPECT_EQ(node(graph, "feared_event:ER1").tone, page::GraphSpec::Tone::danger);
  EXPECT_EQ(node(graph, "feared_event:ER1").symbol, "▲") << "not by colour alone";
  EXPECT_THAT(node(graph, "stakeholder:PP1").detail, HasSubstr("threat 4"));
  EXPECT_NO_THROW(page::draw_graph(graph));
}

TEST_F(RiskFigures, a_scenario_without_paths_leads_straight_to_its_events) {
  study.attack_paths.clear();
  EXPECT_THAT(paths().columns, ElementsAre("Risk source", "Feared events", "Business values"));
  EXPECT_EQ(paths().edges.size(), 4u);
  study.strategic_scenarios[0] = {.reference = "SS1"};
  EXPECT_THAT(paths().nodes, IsEmpty());
}

TEST_F(RiskFigures, speak_french_under_a_scope) {
  const LanguageScope french{Language::french};
  EXPECT_THAT(matrix(false).columns[3], HasSubstr("Critique"));
  EXPECT_EQ(threat_text(2.6666), "2,67");
  EXPECT_EQ(threat_text(4), "4");
}

TEST(GradeText, says_the_figure_alone_where_the_scale_has_no_word) {
  const auto& scale = shipped_scale("ebios-rm-4x4");
  EXPECT_EQ(grade_text(scale.gravity, 0), "–");
  EXPECT_EQ(grade_text(scale.gravity, 7), "7");
  EXPECT_EQ(grade_text(scale.gravity, 4), "4\u00A0– Critical");
  EXPECT_EQ(level_text(scale, 9), "9");
}
