#include "tests/support/workspaces.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/risk/catalogue.hpp"

#include <gmock/gmock.h>

#include <set>

using namespace hdskit;
using namespace tests;

namespace {

std::vector<std::string> texts_of(const CatalogueScenario::Text& words) {
  return {words.name, words.asset, words.cause, words.patient, words.data, words.activity, words.image, words.finance, words.existing_measures};
}

std::vector<std::string> french_of(const CatalogueScenario& scenario) {
  auto texts = texts_of(scenario.french);
  texts.push_back(scenario.family.french);
  for (const auto& measure : scenario.measures) texts.push_back(measure.name.french);
  return texts;
}

std::vector<std::string> english_of(const CatalogueScenario& scenario) {
  auto texts = texts_of(scenario.english);
  texts.push_back(scenario.family.english);
  for (const auto& measure : scenario.measures) texts.push_back(measure.name.english);
  return texts;
}

/// What a French printer would correct; "" when nothing.
std::string typographic_fault(std::string_view text) {
  constexpr std::string_view no_break = "\u00A0";
  if (text.find('\'') != text.npos || text.find('"') != text.npos || text.find("...") != text.npos) return "straight";
  if (text.find("  ") != text.npos || trimmed(text).size() != text.size()) return "space";
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto closing = std::string_view{":;!?%"}.find(text[i]) != std::string_view::npos || text.substr(i).starts_with("»");
    if (closing && !text.substr(0, i).ends_with(no_break)) return "no non-breaking space before a sign";
    if (text.substr(i).starts_with("«") && !text.substr(i + std::string_view{"«"}.size()).starts_with(no_break)) return "no non-breaking space after «";
  }
  return "";
}

} // namespace

TEST(Catalogue, has_scenarios_with_ids_of_their_own) {
  std::set<std::string> ids, names;
  for (const auto& scenario : scenario_catalogue()) {
    EXPECT_TRUE(ids.insert(scenario.id).second) << scenario.id;
    EXPECT_TRUE(names.insert(scenario.french.name).second) << scenario.french.name;
    EXPECT_EQ(scenario.id.find_first_not_of("abcdefghijklmnopqrstuvwxyz-"), std::string::npos) << scenario.id;
  }
  EXPECT_GE(ids.size(), 28u);
  EXPECT_LE(ids.size(), 34u);
}

TEST(Catalogue, is_complete_in_both_languages) {
  for (const auto& scenario : scenario_catalogue()) {
    for (const auto& text : french_of(scenario)) EXPECT_FALSE(text.empty()) << scenario.id;
    for (const auto& text : english_of(scenario)) EXPECT_FALSE(text.empty()) << scenario.id;
    EXPECT_NE(scenario.french.cause, scenario.english.cause) << scenario.id;
    EXPECT_THAT(scenario.measures.size(), testing::AllOf(testing::Ge(2u), testing::Le(4u))) << scenario.id;
    EXPECT_THAT(scenario.gravity, testing::AllOf(testing::Ge(1), testing::Le(4))) << scenario.id;
    EXPECT_THAT(scenario.likelihood, testing::AllOf(testing::Ge(1), testing::Le(4))) << scenario.id;
  }
}

TEST(Catalogue, is_printed_as_a_french_printer_would) {
  EXPECT_NE(typographic_fault("l'hôpital"), "");
  EXPECT_NE(typographic_fault("deux cas : un"), "");
  EXPECT_NE(typographic_fault("« oui\u00A0»"), "");
  EXPECT_EQ(typographic_fault("deux cas\u00A0: «\u00A0l’un\u00A0»"), "");
  for (const auto& scenario : scenario_catalogue())
    for (const auto& text : french_of(scenario)) EXPECT_EQ(typographic_fault(text), "") << scenario.id << ": " << text;
  for (const auto& scenario : scenario_catalogue())
    for (const auto& text : english_of(scenario)) EXPECT_EQ(text.find('\''), std::string::npos) << scenario.id << ": " << text;
}

TEST(Catalogue, speaks_of_every_minimum_event_and_every_obligation) {
  std::set<std::string> events, obligations;
  std::set<MeasureFamily> families;
  for (const auto& scenario : scenario_catalogue()) {
    events.insert(scenario.minimum_events.begin(), scenario.minimum_events.end());
    obligations.insert(scenario.obligations.begin(), scenario.obligations.end());
    EXPECT_FALSE(scenario.minimum_events.empty() || scenario.obligations.empty()) << scenario.id;
    for (const auto& measure : scenario.measures) families.insert(measure.family);
  }
  EXPECT_THAT(events, testing::UnorderedElementsAre("A", "B.a", "B.b", "B.c", "C", "D.a", "D.b", "D.c", "D.d", "E", "F", "G", "H"));
  EXPECT_THAT(obligations, testing::UnorderedElementsAre("organisation", "continuity", "access", "backup"));
  EXPECT_EQ(families.size(), 4u);
}

TEST(Catalogue, proposes_a_risk_in_french_without_grades_and_its_measures) {
  const auto& scenario = catalogue_scenario(" Ransomware ");
  const auto risk = risk_of(scenario);
  EXPECT_EQ(risk.name, "Rançongiciel chiffrant les serveurs de production");
  EXPECT_EQ(risk.family, "Cyberattaque");
  EXPECT_EQ(risk.minimum_events, (std::vector<std::string>{"C", "G"}));
  EXPECT_FALSE(risk.reference.size() || risk.gravity || risk.likelihood || risk.residual_gravity);
  for (const auto& text : {risk.asset, risk.cause, risk.patient, risk.data, risk.activity, risk.image, risk.finance, risk.existing_measures})
    EXPECT_NE(text, "");
  const auto measures = measures_of(scenario);
  ASSERT_EQ(measures.size(), scenario.measures.size());
  EXPECT_EQ(measures.front().family, MeasureFamily::resilience);
  EXPECT_EQ(measures.front().state, MeasureState::planned);
  EXPECT_TRUE(measures.front().owner.empty() && !measures.front().name.empty());
}

TEST(Catalogue, names_the_closest_scenario_to_one_it_lacks) {
  const auto problem = problem_of([] { catalogue_scenario("ransomwear"); });
  EXPECT_EQ(problem.kind(), ProblemKind::not_found);
  EXPECT_THAT(problem.remedy(), testing::HasSubstr("ransomware"));
  EXPECT_THAT(problem_of([] { catalogue_scenario("zzz"); }).remedy(), testing::HasSubstr("key-person"));
}
