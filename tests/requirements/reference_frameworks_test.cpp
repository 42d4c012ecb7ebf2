// The frameworks around the certification of hosts: SNDS, PMSI, Health Data Hub, reference methodologies, CaRE, PGSSI-S, ReCyF.
// The numbers are those of the texts, not those of the files.
#include "toolkit/base/text.hpp"
#include "toolkit/requirements/checklist_reader.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

namespace {

using namespace hdskit;
using testing::Contains;
using testing::HasSubstr;

const std::vector<std::string> references = {"snds-2017", "snds-2024", "pmsi-atih", "pmsi-casd", "pmsi-ad-hoc", "hdh-project", "mr-005",
                                             "mr-006",    "mr-007",    "mr-008",    "care-d2",   "pgssi-s",     "recyf"};

const Checklist& framework(const std::string& id) {
  static std::map<std::string, Checklist> read;
  const auto found = read.find(id);
  return found != read.end() ? found->second : read.emplace(id, checklist_of(shipped_checklist(id), id)).first->second;
}

std::vector<std::string> requirements_of(const std::string& id) {
  std::vector<std::string> ids;
  for (const auto& item : framework(id).items)
    if (item.part_of.empty()) ids.push_back(item.id);
  return ids;
}

std::vector<std::string> parts_of(const std::string& id, const std::string& whole) {
  std::vector<std::string> ids;
  for (const auto& item : framework(id).items)
    if (item.part_of == whole) ids.push_back(item.id);
  return ids;
}

std::set<std::string> ends_of(const std::string& id, const std::string& prefix) {
  std::set<std::string> ends;
  for (const auto& item : requirements_of(id)) {
    EXPECT_TRUE(item.starts_with(prefix)) << item;
    ends.insert(item.substr(std::min(prefix.size(), item.size())));
  }
  return ends;
}

std::vector<std::string> prefixed(const std::string& prefix, std::vector<std::string> ends) {
  for (auto& end : ends) end.insert(0, prefix);
  return ends;
}

TEST(ReferenceFrameworks, come_with_the_program) {
  for (const auto& id : references) EXPECT_THAT(shipped_checklist_ids(), Contains(id));
}

TEST(Snds2017, holds_every_requirement_that_the_guide_numbers) {
  EXPECT_THAT(requirements_of("snds-2017"),
              testing::UnorderedElementsAreArray(prefixed("SNDS17-", {"3-1", "3-2", "3-3", "3-4", "3-5", "3-6", "3-7", "4-1", "4-2", "5-1", "5-2", "5-3",
                                                                      "6-1", "6-2", "7-1", "7-2", "7-3", "7-4", "7-5", "8-1", "8-2", "9-1", "9-2", "10"})));
  for (const auto& item : framework("snds-2017").items) EXPECT_EQ(item.confidence, Confidence::high) << item.id;
}

TEST(Snds2024, holds_every_line_of_the_table_of_contents) {
  EXPECT_THAT(requirements_of("snds-2024"), testing::UnorderedElementsAreArray(prefixed(
                                                "SNDS24-", {"3-1", "3-2", "3-3", "3-4", "3-5", "3-6", "3-7", "3-8", "4-1", "4-2", "4-3", "4-4", "4-5", "5-1",
                                                            "5-2", "5-3", "6-1", "6-2", "6-3", "6-4", "7-1", "7-2", "7-3", "7-4", "7-5", "8-1", "8-2", "9"})));
}

TEST(Snds2024, is_sure_of_no_line_whose_contents_were_not_read) {
  for (const auto& id : requirements_of("snds-2024")) EXPECT_NE(framework("snds-2024").find_item(id)->confidence, Confidence::high) << id;
  for (const auto& item : framework("snds-2024").items)
    if (item.confidence == Confidence::low) { EXPECT_THAT(item.wording.french, HasSubstr("annexe")) << item.id << " must say where to look it up"; }
}

TEST(Snds2024, numbers_its_requirements_as_the_annex_does) {
  for (const auto& id : requirements_of("snds-2024")) EXPECT_EQ("SNDS24-" + replaced(framework("snds-2024").find_item(id)->number, ".", "-"), id);
}

TEST(Snds2024, tells_the_homologation_the_access_and_the_outputs_apart) {
  EXPECT_THAT(parts_of("snds-2024", "SNDS24-3-1"), testing::ElementsAre("SNDS24-3-1-homologation", "SNDS24-3-1-transition"));
  EXPECT_THAT(parts_of("snds-2024", "SNDS24-4-5"), testing::ElementsAre("SNDS24-4-5-airlock-log", "SNDS24-4-5-small-counts", "SNDS24-4-5-exports-register"));
  EXPECT_EQ(parts_of("snds-2024", "SNDS24-5-1").size(), 9u) << "register, end date, undertakings, four of permanent access, two of a project";
  EXPECT_THAT(parts_of("snds-2024", "SNDS24-5-2"), testing::ElementsAre("SNDS24-5-2-potential-identifiers"));
  EXPECT_THAT(framework("snds-2024").find_item("SNDS24-3-1-transition")->wording.french, HasSubstr("8 mai 2026"));
}

TEST(Pmsi, compares_line_by_line_between_the_three_enclosures) {
  const auto atih = ends_of("pmsi-atih", "PMSI-ATIH-");
  EXPECT_EQ(atih.size(), 13u);
  EXPECT_EQ(ends_of("pmsi-casd", "PMSI-CASD-"), atih);
  EXPECT_EQ(ends_of("pmsi-ad-hoc", "PMSI-ADHOC-"), atih);
  for (const char* end : {"strong-authentication", "session-records", "no-raw-export", "airlock", "kept-files", "traced-reception", "cost"})
    EXPECT_THAT(atih, Contains(end));
  for (const char* end : {"access-channel", "session-records", "airlock", "kept-files", "cost"}) { // what differs shows in the title of the line
    std::set<std::string> titles;
    for (const auto& [id, prefix] : {std::pair{"pmsi-atih", "PMSI-ATIH-"}, std::pair{"pmsi-casd", "PMSI-CASD-"}, std::pair{"pmsi-ad-hoc", "PMSI-ADHOC-"}})
      titles.insert(framework(id).find_item(std::string{prefix} + end)->title.french);
    EXPECT_EQ(titles.size(), 3u) << end;
  }
}

TEST(Pmsi, gives_the_hosting_and_the_using_company_each_their_part) {
  int shared = 0;
  for (const auto& id : requirements_of("pmsi-ad-hoc")) {
    const auto parts = parts_of("pmsi-ad-hoc", id);
    if (parts.empty()) continue;
    ++shared;
    EXPECT_THAT(parts, testing::ElementsAre(id + "-hosting", id + "-using"));
  }
  EXPECT_EQ(shared, 5);
}

TEST(HdhProject, goes_from_the_framing_to_the_project_space) {
  std::map<std::string, int> steps;
  for (const auto& id : requirements_of("hdh-project")) ++steps[id.substr(0, id.find('-', 4))];
  const std::map<std::string, int> expected = {{"HDH-framing", 3},    {"HDH-partners", 3}, {"HDH-cesrees", 2}, {"HDH-cnil", 2},
                                               {"HDH-convention", 2}, {"HDH-space", 4},    {"HDH-notice", 1},  {"HDH-public", 1}};
  EXPECT_EQ(steps, expected);
}

TEST(Mr006, holds_every_commitment_that_was_read) {
  for (const char* commitment : {"declaration", "register", "public-directory", "public-interest", "no-matching", "laboratory", "undertakings", "dpo", "audit",
                                 "no-export", "duration", "depth", "notice"}) {
    const auto* item = framework("mr-006").find_item("MR006-" + std::string{commitment});
    ASSERT_TRUE(item) << commitment;
    EXPECT_EQ(item->confidence, Confidence::high) << commitment;
  }
  EXPECT_EQ(requirements_of("mr-006").size(), 17u);
}

TEST(Mr006, asks_six_things_of_the_information_notice) {
  EXPECT_THAT(parts_of("mr-006", "MR006-notice"),
              testing::UnorderedElementsAreArray(prefixed("MR006-notice-", {"controller", "data", "purposes", "recipients", "duration", "rights"})));
}

TEST(OtherMethodologies, hold_the_common_duties_and_own_up_to_the_rest) {
  const std::map<std::string, std::pair<std::string, std::size_t>> expected = {{"mr-005", {"MR005-", 8}}, {"mr-007", {"MR007-", 8}}, {"mr-008", {"MR008-", 9}}};
  for (const auto& [id, shape] : expected) {
    const auto& [prefix, count] = shape;
    EXPECT_EQ(requirements_of(id).size(), count) << id;
    for (const char* duty : {"scope", "declaration", "register", "public-directory"})
      EXPECT_EQ(framework(id).find_item(prefix + duty)->confidence, Confidence::high) << id << duty;
    for (const char* unread : {"notice", "impact-assessment"}) EXPECT_EQ(framework(id).find_item(prefix + unread)->confidence, Confidence::low) << id << unread;
  }
}

TEST(CareDomain2, holds_two_prerequisites_and_four_objectives) {
  EXPECT_THAT(requirements_of("care-d2"), testing::ElementsAreArray(prefixed(
                                              "CARE2-", {"P1", "P2", "O1-a", "O1-b", "O1-c", "O1-d", "O2-a", "O2-b", "O3-a", "O3-b", "O3-c", "O3-d", "O4"})));
  EXPECT_THAT(items_checked_by(framework("care-d2"), "restore-test"), testing::ElementsAre("CARE2-O4"));
}

TEST(PgssiS, holds_the_essentials_and_both_steps_of_hospiconnect) {
  std::map<std::string, int> groups;
  for (const auto& id : requirements_of("pgssi-s")) ++groups[id.substr(0, id.find('-', 8))];
  const std::map<std::string, int> expected = {{"PGSSIS-backup", 8},     {"PGSSIS-restore", 2},    {"PGSSIS-traces", 2},
                                               {"PGSSIS-governance", 2}, {"PGSSIS-continuity", 2}, {"PGSSIS-rie", 3},
                                               {"PGSSIS-cards", 1},      {"PGSSIS-hc27", 7},       {"PGSSIS-hc28", 6}};
  EXPECT_EQ(groups, expected);
}

TEST(Recyf, holds_six_objectives_and_leaves_those_of_essential_entities_to_choose) {
  std::map<std::string, int> objectives;
  std::vector<std::string> choosable;
  for (const auto& item : framework("recyf").items) {
    ++objectives[item.id.substr(0, item.id.find('-', 6))];
    if (item.choosable) choosable.push_back(item.id);
    EXPECT_EQ(item.choosable, item.number.ends_with("EE")) << item.id;
  }
  const std::map<std::string, int> expected = {{"RECYF-12", 3}, {"RECYF-13", 5}, {"RECYF-14", 5},      {"RECYF-15", 1},
                                               {"RECYF-16", 2}, {"RECYF-20", 1}, {"RECYF-systems", 1}, {"RECYF-policy", 1}};
  EXPECT_EQ(objectives, expected);
  EXPECT_EQ(choosable.size(), 6u);
}

TEST(ReferenceFrameworks, are_shown_by_reviews_and_tests_where_they_ask_for_them) {
  EXPECT_THAT(items_checked_by(framework("snds-2017"), "access-review"), testing::ElementsAre("SNDS17-8-2"));
  EXPECT_THAT(items_checked_by(framework("snds-2024"), "access-review"), testing::ElementsAre("SNDS24-8-2"));
  EXPECT_THAT(items_checked_by(framework("pgssi-s"), "access-review"), testing::ElementsAre("PGSSIS-hc27-authorisations"));
  EXPECT_THAT(items_checked_by(framework("pgssi-s"), "card-login"), testing::ElementsAre("PGSSIS-rie-psc"));
  EXPECT_THAT(items_checked_by(framework("pgssi-s"), "restore-test"), testing::ElementsAre("PGSSIS-restore-test"));
  EXPECT_THAT(items_checked_by(framework("recyf"), "restore-test"), testing::ElementsAre("RECYF-13-tests"));
}

/// A space before a double punctuation mark must not break; straight apostrophes and three dots are typing, not typography.
void expect_french_typography(const std::string& text, const std::string& where) {
  for (const char* wrong : {" ;", " :", " ?", " !", " »", "« ", "n° ", " art. ", "(art. ", " %", "'", "\"", "...", "  "})
    EXPECT_EQ(text.find(wrong), std::string::npos) << wrong << " in " << where << ": " << text;
  for (const char* mark : {";", "?", "!", "»", "%"})
    for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at + 1)) {
      ASSERT_GE(at, 2u) << where;
      EXPECT_EQ(text.substr(at - 2, 2), "\u00A0") << mark << " in " << where << ": " << text;
    }
}

long sentences(const std::string& text) {
  long count = 0;
  for (std::size_t i = 0; i < text.size(); ++i) count += text[i] == '.' && (i + 1 == text.size() || text[i + 1] == ' ');
  return count;
}

TEST(ReferenceFrameworks, tell_in_two_to_four_sentences_what_is_expected) {
  for (const auto& id : references)
    for (const auto& item : framework(id).items) {
      EXPECT_GE(sentences(item.wording.french), 2) << item.id;
      EXPECT_LE(sentences(item.wording.french), 4) << item.id;
      EXPECT_EQ(sentences(item.wording.french), sentences(item.wording.english)) << item.id;
      EXPECT_NE(item.title.french, item.title.english) << item.id;
      EXPECT_FALSE(item.evidence.empty()) << item.id;
      EXPECT_TRUE(!item.demonstration || std::ranges::any_of(item.evidence, &ExpectedEvidence::mandatory)) << item.id;
    }
}

TEST(ReferenceFrameworks, keep_the_french_typography) {
  for (const auto& id : references) {
    expect_french_typography(framework(id).title.french + framework(id).note.french, id);
    for (const auto& item : framework(id).items) {
      expect_french_typography(item.title.french, item.id);
      expect_french_typography(item.wording.french, item.id);
      for (const auto& evidence : item.evidence) expect_french_typography(evidence.label.french, item.id);
    }
    for (const auto& form : framework(id).forms) expect_french_typography(form.purpose.french, form.id);
  }
}

} // namespace
