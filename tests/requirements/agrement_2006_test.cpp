#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/requirements/checklist_reader.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <map>

namespace {

using namespace hdskit;

const Checklist& agrement() {
  static const auto checklist = checklist_of(shipped_checklist("agrement-2006"), "agrement-2006");
  return checklist;
}

std::map<std::string, int> items_by(std::string Item::*member) {
  std::map<std::string, int> counts;
  for (const auto& item : agrement().items) ++counts[item.*member];
  return counts;
}

bool schema_accepts(const std::filesystem::path& file) {
  const auto command = "xmllint --nonet --noout --relaxng '" + std::string{SOURCE_DIR} + "/checklists/checklist.rng' '" + file.string() + "' >/dev/null 2>&1";
  return std::system(command.c_str()) == 0;
}

TEST(Agrement2006, comes_with_the_program) {
  EXPECT_THAT(shipped_checklist_ids(), testing::Contains("agrement-2006"));
  EXPECT_EQ(agrement().id, "agrement-2006");
}

TEST(Agrement2006, names_what_comes_with_the_program_when_asked_for_another) {
  try {
    shipped_checklist("agrement-2018");
    FAIL() << "a Problem was expected";
  } catch (const Problem& problem) {
    EXPECT_EQ(problem.kind(), ProblemKind::not_found);
    EXPECT_THAT(problem.remedy(), testing::HasSubstr("agrement-2006"));
  }
}

TEST(Agrement2006, holds_four_obligations_and_all_items_of_the_four_articles) {
  std::vector<std::string> obligations;
  for (const auto& obligation : agrement().obligations) obligations.push_back(obligation.id);
  EXPECT_THAT(obligations, testing::ElementsAre("organisation", "continuity", "access", "backup"));
  const std::map<std::string, int> expected = {{"R1111-9", 6}, {"R1111-12", 8}, {"R1111-13", 9}, {"R1111-14", 19}};
  EXPECT_EQ(items_by(&Item::article), expected);
  EXPECT_EQ(items_by(&Item::obligation).size(), 4u) << "each obligation is served";
}

TEST(Agrement2006, holds_every_letter_of_the_security_policy) {
  const std::map<std::string, char> last_letters = {{"1", 'f'}, {"2", 'e'}, {"3", 'd'}, {"4", 'd'}};
  for (const auto& [part, last] : last_letters)
    for (char letter = 'a'; letter <= last; ++letter) {
      const auto* item = agrement().find_item("R1111-14-" + part + "-" + letter);
      ASSERT_TRUE(item) << part << letter;
      EXPECT_EQ(item->number, part + "°\u00A0" + letter + ")");
    }
}

TEST(Agrement2006, marks_contract_clauses_mandates_and_accounts) {
  for (const auto& item : agrement().items) EXPECT_EQ(item.kind == ItemKind::contract_clause, item.article == "R1111-13") << item.id;
  EXPECT_EQ(agrement().find_item("r1111-9-6")->kind, ItemKind::mandate);
  EXPECT_EQ(agrement().find_item("R1111-12-8")->kind, ItemKind::finance);
}

TEST(Agrement2006, owns_up_to_what_is_reconstructed) {
  EXPECT_EQ(agrement().find_item("R1111-12-4")->confidence, Confidence::high);
  EXPECT_EQ(agrement().find_item("R1111-13-4")->confidence, Confidence::medium);
  EXPECT_EQ(agrement().find_item("R1111-14-4-b")->confidence, Confidence::low);
  for (const auto& form : agrement().forms) EXPECT_EQ(form.confidence, Confidence::low) << form.id;
}

TEST(Agrement2006, asks_for_mandatory_evidence_wherever_something_must_be_shown_to_work) {
  int demonstrated = 0;
  for (const auto& item : agrement().items) {
    if (!item.demonstration) continue;
    ++demonstrated;
    EXPECT_TRUE(std::ranges::any_of(item.evidence, &ExpectedEvidence::mandatory)) << item.id;
  }
  EXPECT_EQ(demonstrated, 10);
}

TEST(Agrement2006, shows_every_item_in_exactly_one_section) {
  std::map<std::string, int> shown;
  std::vector<std::string> forms;
  std::size_t sections = 0;
  for (const auto& form : agrement().forms) {
    forms.push_back(form.id);
    sections += form.sections.size();
    for (const auto& section : form.sections) {
      EXPECT_TRUE(section.id.starts_with(form.id + ".")) << section.id;
      for (const auto& item : section.items) ++shown[item];
    }
  }
  EXPECT_THAT(forms, testing::ElementsAre("P1", "P2", "P3", "P4", "P5", "P6"));
  EXPECT_EQ(sections, 26u);
  EXPECT_EQ(shown.size(), agrement().items.size());
  for (const auto& [item, times] : shown) EXPECT_EQ(times, 1) << item;
  EXPECT_EQ(agrement().section_of("R1111-14-4-D")->id, "P6.8");
  EXPECT_EQ(agrement().section_of("R1111-99"), nullptr);
}

/// A space before a double punctuation mark must not break; straight apostrophes and three dots are typing, not typography.
void expect_french_typography(const std::string& text) {
  for (const char* wrong : {" ;", " :", " ?", " !", " »", "« ", "'", "\"", "...", "  "})
    EXPECT_EQ(text.find(wrong), std::string::npos) << wrong << " in: " << text;
}

int sentences(const std::string& text) {
  int count = 0;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (text[i] == '.' && (i + 1 == text.size() || text[i + 1] == ' ')) ++count;
  return count;
}

TEST(Agrement2006, tells_in_two_to_four_sentences_what_is_expected) {
  for (const auto& item : agrement().items) {
    EXPECT_GE(sentences(item.wording.french), 2) << item.id;
    EXPECT_LE(sentences(item.wording.french), 4) << item.id;
    EXPECT_EQ(sentences(item.wording.french), sentences(item.wording.english)) << item.id;
    EXPECT_NE(item.title.french, item.title.english) << item.id;
    expect_french_typography(item.wording.french);
    expect_french_typography(item.title.french);
    for (const auto& evidence : item.evidence) expect_french_typography(evidence.label.french);
  }
  expect_french_typography(agrement().note.french);
}

TEST(Agrement2006, finds_the_closest_items_to_a_mistyped_id) {
  EXPECT_EQ(agrement().closest_items("R1111-14-2a")[0], "R1111-14-2-a");
  EXPECT_EQ(agrement().closest_items("r1111-12-9").size(), 3u);
  EXPECT_TRUE(agrement().closest_items("R1111-9-7")[0].starts_with("R1111-9-"));
}

TEST(ChecklistSchema, accepts_the_shipped_checklist) { EXPECT_TRUE(schema_accepts(std::string{SOURCE_DIR} + "/checklists/agrement-2006.xml")); }

TEST(ChecklistSchema, refuses_all_broken_checklists_but_those_that_no_schema_can_see) {
  std::vector<std::string> accepted;
  for (const auto& entry : std::filesystem::directory_iterator{std::string{TESTS_DIR} + "/fixtures/checklists"})
    if (schema_accepts(entry.path())) accepted.push_back(entry.path().stem().string());
  EXPECT_THAT(accepted, testing::UnorderedElementsAre("sound", "duplicate-id", "external-entity", "item-in-no-section", "item-in-two-sections",
                                                      "unknown-article", "unknown-item-in-section", "unknown-obligation"));
}

} // namespace
