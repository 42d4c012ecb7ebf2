#include "toolkit/base/text.hpp"
#include "toolkit/requirements/checklist_reader.hpp"
#include "toolkit/requirements/mapping_reader.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <regex>
#include <set>

namespace {

using namespace hdskit;
using testing::ElementsAre;
using testing::IsSupersetOf;
using testing::UnorderedElementsAre;

const Checklist& shipped(const std::string& id) {
  static std::map<std::string, Checklist> read;
  const auto place = read.find(id);
  return place != read.end() ? place->second : read.emplace(id, checklist_of(shipped_checklist(id), id)).first->second;
}

const Item& item(const std::string& checklist, const std::string& id) {
  const auto* found = shipped(checklist).find_item(id);
  if (!found) throw std::runtime_error{id};
  return *found;
}

std::vector<std::string> parts_of(const std::string& whole) {
  std::vector<std::string> parts;
  for (const auto& item : shipped("hds-v2").items)
    if (item.part_of == whole) parts.push_back(item.id);
  return parts;
}

const RequirementMapping& mapping(const std::string& id) {
  const auto found = std::ranges::find(shipped_mappings(), id, &RequirementMapping::id);
  if (found == shipped_mappings().end()) throw std::runtime_error{id};
  return *found;
}

std::string two_digits(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

TEST(HdsV2, holds_the_thirty_one_requirements_in_their_chapters) {
  std::vector<std::string> wholes;
  std::map<std::string, int> chapters;
  for (const auto& item : shipped("hds-v2").items) {
    if (!item.part_of.empty()) continue;
    wholes.push_back(item.id);
    ++chapters[item.article];
    EXPECT_EQ(item.number, "EXI\u00A0" + item.id.substr(4));
  }
  std::vector<std::string> expected;
  for (int number = 1; number <= 31; ++number) expected.push_back("EXI-" + two_digits(number));
  EXPECT_EQ(wholes, expected);
  EXPECT_EQ(shipped("hds-v2").requirement_count(), 31u);
  EXPECT_EQ(chapters, (std::map<std::string, int>{{"HDS-4", 1}, {"HDS-5", 15}, {"HDS-6", 11}, {"HDS-7", 4}}));
}

TEST(HdsV2, holds_the_events_and_their_causes) {
  EXPECT_THAT(parts_of("EXI-05"), ElementsAre("EXI-05-A", "EXI-05-B", "EXI-05-C", "EXI-05-D", "EXI-05-E", "EXI-05-F", "EXI-05-G", "EXI-05-H"));
  EXPECT_THAT(parts_of("EXI-05-B"), ElementsAre("EXI-05-B-a", "EXI-05-B-b", "EXI-05-B-c"));
  EXPECT_THAT(parts_of("EXI-05-D"), ElementsAre("EXI-05-D-a", "EXI-05-D-b", "EXI-05-D-c", "EXI-05-D-d"));
}

TEST(HdsV2, holds_the_parts_of_the_other_requirements) {
  EXPECT_EQ(parts_of("EXI-01").size(), 5u);
  EXPECT_EQ(parts_of("EXI-01-E").size(), 6u) << "columns of the guarantees sheet";
  EXPECT_EQ(parts_of("EXI-15").size(), 4u) << "checks open to the client";
  EXPECT_EQ(parts_of("EXI-16").size(), 2u);
  EXPECT_EQ(parts_of("EXI-19").size(), 9u) << "six rights, breaches, audits of the officer, and the clause";
  EXPECT_EQ(parts_of("EXI-27").size(), 5u) << "three clauses, cost and formats";
  EXPECT_EQ(parts_of("EXI-31").size(), 4u) << "three cases and the address";
}

TEST(HdsV2, names_the_six_activities_each_by_its_number) {
  const auto activities = parts_of("EXI-01-B");
  ASSERT_EQ(activities.size(), 6u);
  for (int number = 1; number <= 6; ++number) {
    const auto& activity = item("hds-v2", activities[static_cast<std::size_t>(number - 1)]);
    EXPECT_THAT(activity.activities, ElementsAre(number));
    EXPECT_TRUE(activity.choosable) << "an activity may not be carried out";
  }
}

TEST(HdsV2, sets_each_of_the_fourteen_clauses_under_the_requirement_that_takes_it_up) {
  const std::map<int, int> requirement = {{1, 17}, {2, 18}, {3, 28},  {4, 19},  {5, 20},  {6, 21},  {7, 22},
                                          {8, 23}, {9, 24}, {10, 25}, {11, 26}, {12, 27}, {13, 27}, {14, 27}};
  for (const auto& [clause, exi] : requirement) {
    const auto& found = item("hds-v2", "R1111-11-" + std::to_string(clause));
    EXPECT_EQ(found.part_of, "EXI-" + std::to_string(exi));
    EXPECT_EQ(found.kind, ItemKind::contract_clause);
    EXPECT_EQ(found.confidence, clause >= 12 ? Confidence::medium : Confidence::high) << found.id;
  }
  EXPECT_EQ(std::ranges::count(shipped("hds-v2").items, ItemKind::contract_clause, &Item::kind), 14);
  EXPECT_EQ(shipped("hds-v2").find_article("R1111-11")->version->iso(), "2018-04-01");
}

TEST(HdsV2, lets_the_checks_of_the_program_serve_what_they_can_show) {
  EXPECT_THAT(items_checked_by(shipped("hds-v2"), restore_test_check), UnorderedElementsAre("EXI-05-A", "EXI-05-G"));
  EXPECT_THAT(items_checked_by(shipped("hds-v2"), access_review_check), UnorderedElementsAre("EXI-05-D-a", "EXI-05-D-c", "EXI-15-C", "EXI-16-B"));
  EXPECT_THAT(items_checked_by(shipped("hds-v2"), endpoint_check), ElementsAre("EXI-05-C"));
  EXPECT_THAT(items_checked_by(shipped("hds-v2"), certificates_check), ElementsAre("EXI-05-D-b"));
  EXPECT_THAT(items_checked_by(shipped("hds-v2"), card_login_check), ElementsAre("EXI-05-D"));
}

TEST(HdsV2, asks_for_the_documents_of_stage_one) {
  std::set<std::string> expected;
  for (const auto& item : shipped("hds-v2").items)
    for (const auto& evidence : item.evidence)
      if (evidence.mandatory) expected.insert(evidence.id);
  EXPECT_THAT(expected, IsSupersetOf({"isms-scope",
                                      "context",
                                      "parties",
                                      "policy",
                                      "risk-analysis",
                                      "treatment-plan",
                                      "residual-risks",
                                      "soa",
                                      "objectives",
                                      "awareness-plan",
                                      "audit-programme",
                                      "trace-audit",
                                      "management-review",
                                      "corrective-actions",
                                      "contact-register",
                                      "responsibility-matrix",
                                      "clause",
                                      "subcontractors",
                                      "transfer-page",
                                      "guarantees-sheet",
                                      "reversibility-plan",
                                      "continuity-plan",
                                      "restore-test"}));
}

TEST(HdsV2, dates_the_publication) {
  EXPECT_EQ(shipped("hds-v2").published->iso(), "2024-05-16");
  EXPECT_EQ(shipped("hds-v2").find_article("decret-2026-209")->confidence, Confidence::medium);
}

TEST(HdsV11, gives_families_and_two_certificates_and_invents_no_requirement) {
  EXPECT_EQ(shipped("hds-v1-1").items.size(), 9u);
  EXPECT_THAT(item("hds-v1-1", "HDSV11-C1").activities, ElementsAre(1, 2));
  EXPECT_THAT(item("hds-v1-1", "HDSV11-C2").activities, ElementsAre(3, 4, 5, 6));
  const std::map<std::string, std::string> counts = {{"20000", "(4)"}, {"27017", "(1)"}, {"27018", "(25)"}, {"OTHER", "(11)"}};
  for (const auto& [family, count] : counts) {
    EXPECT_TRUE(item("hds-v1-1", "HDSV11-" + family).number.ends_with(count)) << family;
    EXPECT_EQ(item("hds-v1-1", "HDSV11-" + family).confidence, Confidence::medium) << family;
  }
}

TEST(StatementOfApplicability, holds_the_ninety_three_controls_in_order) {
  std::vector<std::string> expected;
  for (const auto& [chapter, count] : {std::pair{5, 37}, {6, 8}, {7, 14}, {8, 34}})
    for (int number = 1; number <= count; ++number) expected.push_back("SOA-" + std::to_string(chapter) + "-" + std::to_string(number));
  std::vector<std::string> ids;
  for (const auto& control : shipped("soa-27001-2022").items) {
    ids.push_back(control.id);
    EXPECT_TRUE(control.choosable) << control.id;
    EXPECT_EQ("SOA-" + replaced(control.number, ".", "-"), control.id);
    EXPECT_EQ(control.confidence, Confidence::medium) << "not compared with the standard: " << control.id;
  }
  EXPECT_EQ(ids, expected);
  EXPECT_EQ(shipped("soa-27001-2022").requirement_count(), 93u);
  std::vector<std::size_t> sections;
  for (const auto& section : shipped("soa-27001-2022").forms.at(0).sections) sections.push_back(section.items.size());
  EXPECT_THAT(sections, ElementsAre(37u, 8u, 14u, 34u));
}

class HdsChecklists : public testing::TestWithParam<const char*> {};

/// A space before a double punctuation mark must not break; straight apostrophes and three dots are typing, not typography.
void expect_french_typography(const std::string& text) {
  for (const char* wrong : {" ;", " :", " ?", " !", " »", "« ", "'", "\"", "...", "  ", "n° "})
    EXPECT_EQ(text.find(wrong), std::string::npos) << wrong << " in: " << text;
}

/// Ends of sentences: a full stop before a space or the end.
int sentences(const std::string& text) {
  static const std::regex end{R"(\.( |$))"};
  const auto plain = replaced(replaced(text, "R. 1111", "R 1111"), "L. 1111", "L 1111");
  return static_cast<int>(std::distance(std::sregex_iterator{plain.begin(), plain.end(), end}, {}));
}

TEST_P(HdsChecklists, tells_the_same_in_both_languages_in_good_typography) {
  const auto& checklist = shipped(GetParam());
  expect_french_typography(checklist.title.french);
  expect_french_typography(checklist.note.french);
  for (const auto& item : checklist.items) {
    EXPECT_GE(sentences(item.wording.french), checklist.id == "soa-27001-2022" ? 1 : 2) << item.id;
    EXPECT_LE(sentences(item.wording.french), 4) << item.id;
    EXPECT_EQ(sentences(item.wording.french), sentences(item.wording.english)) << item.id;
    EXPECT_NE(item.title.french, item.title.english) << item.id;
    expect_french_typography(item.title.french);
    expect_french_typography(item.wording.french);
    EXPECT_TRUE(!item.demonstration || std::ranges::any_of(item.evidence, &ExpectedEvidence::mandatory)) << item.id << " must be shown to work";
  }
}

TEST_P(HdsChecklists, gives_no_two_items_the_same_words) {
  std::map<std::string, std::string> titles, wordings;
  for (const auto& item : shipped(GetParam()).items) {
    EXPECT_TRUE(titles.emplace(item.title.french, item.id).second) << item.id << " as " << titles[item.title.french];
    EXPECT_TRUE(wordings.emplace(item.wording.french, item.id).second) << item.id << " as " << wordings[item.wording.french];
  }
}

TEST_P(HdsChecklists, names_sections_after_their_form) {
  for (const auto& form : shipped(GetParam()).forms)
    for (const auto& section : form.sections) EXPECT_TRUE(section.id.starts_with(form.id + ".")) << section.id;
}

INSTANTIATE_TEST_SUITE_P(Shipped, HdsChecklists, testing::Values("hds-v2", "hds-v1-1", "soa-27001-2022"),
                         [](const auto& tested) { return std::regex_replace(std::string{tested.param}, std::regex{"-"}, "_"); });

/// The requirements of HDS v2, without their parts, that no pair of the mapping names.
std::vector<std::string> unanswered_by(const std::string& mapping_id) {
  std::set<std::string> named;
  for (const auto& pair : mapping(mapping_id).pairs) named.insert(pair.to);
  std::vector<std::string> left;
  for (const auto& item : shipped("hds-v2").items)
    if (item.part_of.empty() && !named.contains(item.id)) left.push_back(item.id);
  return left;
}

TEST(HdsMappings, leave_out_only_the_requirements_that_their_note_owns_up_to) {
  for (const std::string from : {"agrement-2006", "soa-27001-2022", "hds-v1-1"}) {
    const auto left = unanswered_by(from + "--hds-v2");
    EXPECT_FALSE(left.empty()) << from;
    const auto& note = mapping(from + "--hds-v2").note;
    for (const auto& id : left) {
      EXPECT_NE(note.french.find("EXI\u00A0" + id.substr(4)), std::string::npos) << from << " " << id;
      EXPECT_NE(note.english.find("EXI\u00A0" + id.substr(4)), std::string::npos) << from << " " << id;
    }
  }
  EXPECT_THAT(unanswered_by("agrement-2006--hds-v2"), ElementsAre("EXI-30", "EXI-31"));
}

TEST(HdsMappings, let_a_file_of_2006_answer_few_requirements_whole) {
  std::vector<std::string> whole;
  for (const auto& pair : mapping("agrement-2006--hds-v2").pairs) {
    if (pair.strength == MappingStrength::equal || pair.strength == MappingStrength::covers) whole.push_back(pair.to);
    const auto& from = item("agrement-2006", pair.from);
    if (from.confidence == Confidence::low) { EXPECT_NE(pair.confidence, Confidence::high) << pair.from << " " << pair.to; }
  }
  EXPECT_THAT(whole, UnorderedElementsAre("EXI-10", "HDS-SHEET-1", "R1111-11-7", "R1111-11-13", "R1111-11-14"));
}

TEST(HdsMappings, carry_the_clauses_of_2018_into_the_second_version) {
  std::set<std::string> clauses;
  for (const auto& pair : mapping("hds-v1-1--hds-v2").pairs)
    if (pair.from == "HDSV11-CONTRACT" && pair.strength == MappingStrength::covers && pair.to.starts_with("R1111-11-")) clauses.insert(pair.to);
  EXPECT_EQ(clauses.size(), 14u);
}

TEST(HdsMappings, hint_no_more_than_that_at_what_was_not_read) {
  for (const auto& pair : mapping("hds-v1-1--hds-v2").pairs) {
    const bool read = pair.from == "HDSV11-27001" || pair.from == "HDSV11-CONTRACT" || pair.from == "HDSV11-TRANSITION" || pair.from.starts_with("HDSV11-C");
    if (read) continue;
    EXPECT_EQ(pair.strength, MappingStrength::related) << pair.from << " " << pair.to;
    EXPECT_EQ(pair.confidence, Confidence::low) << pair.from << " " << pair.to;
  }
}

TEST(HdsMappings, are_written_in_good_typography) {
  for (const auto& mapping : shipped_mappings()) {
    if (mapping.to != "hds-v2") continue;
    expect_french_typography(mapping.note.french);
    for (const auto& pair : mapping.pairs) expect_french_typography(pair.note.french);
  }
}

} // namespace
