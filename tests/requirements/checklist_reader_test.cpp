#include "toolkit/requirements/checklist_reader.hpp"
#include "toolkit/requirements/checklist_writer.hpp"

#include "tests/support/golden.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using namespace hdskit;
using testing::AllOf;
using testing::Field;
using testing::HasSubstr;
using testing::IsEmpty;

std::string fixture(const std::string& name) { return tests::read_bytes(std::string{TESTS_DIR} + "/fixtures/checklists/" + name + ".xml"); }

std::string listing(const std::vector<MarkupDefect>& defects) {
  std::string text;
  for (const auto& defect : defects) text += std::to_string(defect.line) + ": " + defect.sentence + "\n";
  return text;
}

auto defect(int line, const std::string& part) { return AllOf(Field(&MarkupDefect::line, line), Field(&MarkupDefect::sentence, HasSubstr(part))); }

TEST(ChecklistReader, reads_every_part_of_a_sound_checklist) {
  const auto reading = read_checklist(fixture("sound"));
  ASSERT_TRUE(reading.checklist) << listing(reading.defects);
  const auto& checklist = *reading.checklist;
  EXPECT_EQ(checklist.id, "small");
  EXPECT_EQ(checklist.version, "1");
  EXPECT_EQ(checklist.note.english, "For tests.");
  ASSERT_EQ(checklist.obligations.size(), 1u);
  EXPECT_EQ(checklist.obligations[0].wording.french, "Les données sont sauvegardées.");
  ASSERT_EQ(checklist.articles.size(), 1u);
  EXPECT_EQ(checklist.articles[0].version->iso(), "2006-01-05");
  ASSERT_EQ(checklist.items.size(), 2u);
  EXPECT_EQ(checklist.items[0].title.french, "Copies & supports");
  EXPECT_EQ(checklist.items[0].wording.french, "Deux copies existent.") << "where the file breaks lines means nothing";
  EXPECT_TRUE(checklist.items[0].mandatory);
  EXPECT_FALSE(checklist.items[0].demonstration);
  ASSERT_EQ(checklist.items[0].evidence.size(), 1u);
  EXPECT_EQ(checklist.items[0].evidence[0].label.french, "Plan de sauvegarde");
  EXPECT_TRUE(checklist.items[0].evidence[0].mandatory);
  EXPECT_EQ(checklist.items[1].kind, ItemKind::finance);
  EXPECT_EQ(checklist.items[1].confidence, Confidence::low);
  EXPECT_FALSE(checklist.items[1].mandatory);
  EXPECT_TRUE(checklist.items[1].demonstration);
  ASSERT_EQ(checklist.forms.size(), 1u);
  ASSERT_EQ(checklist.forms[0].sections.size(), 1u);
  EXPECT_THAT(checklist.forms[0].sections[0].items, testing::ElementsAre("A1-1", "A1-2"));
}

TEST(ChecklistReader, keeps_paragraphs_and_lists_of_a_wording_and_writes_them_again) {
  const auto text = replaced(fixture("sound"), "Deux", "Deux copies,\n  pas une.\n\n  Soit :\n  - une en ligne ;\n  - une\n  hors ligne.\n\n Deux");
  const auto reading = read_checklist(text);
  ASSERT_TRUE(reading.checklist) << listing(reading.defects);
  const std::string wording = "Deux copies, pas une.\n\nSoit :\n\n- une en ligne ;\n- une hors ligne.\n\nDeux copies existent.";
  EXPECT_EQ(reading.checklist->items[0].wording.french, wording);
  EXPECT_EQ(checklist_of(checklist_xml(*reading.checklist), "").items[0].wording.french, wording);
}

TEST(ChecklistReader, takes_an_article_without_a_date) {
  for (const auto* version : {"", " version=\"1900-01-01\""}) { // the second as older imports wrote it
    const auto reading = read_checklist(replaced(fixture("sound"), " version=\"2006-01-05\"", version));
    ASSERT_TRUE(reading.checklist) << listing(reading.defects);
    EXPECT_FALSE(reading.checklist->articles[0].version);
    EXPECT_EQ(version_words(reading.checklist->articles[0]), "undated");
    EXPECT_EQ(checklist_xml(*reading.checklist).find("1900"), std::string::npos);
  }
}

TEST(ChecklistReader, reads_what_the_program_itself_can_show_of_an_item) {
  const auto checked = [](const std::string& word) {
    return read_checklist(replaced(fixture("sound"), "kind=\"finance\"", "kind=\"finance\" check=\"" + word + "\""));
  };
  const auto reading = checked("restore-test");
  ASSERT_TRUE(reading.checklist) << listing(reading.defects);
  EXPECT_EQ(reading.checklist->items[0].check, "");
  EXPECT_THAT(items_checked_by(*reading.checklist, restore_test_check), testing::ElementsAre("A1-2"));
  EXPECT_THAT(checked("magic").defects, testing::ElementsAre(defect(18, "restore-test")));
}

ChecklistReading with(const std::string& attribute) { return read_checklist(replaced(fixture("sound"), "kind=\"finance\"", "kind=\"finance\" " + attribute)); }

TEST(ChecklistReader, reads_what_living_regimes_add_to_an_item) {
  const auto reading = with(R"(part-of="a1-1" applicability="choice" activities="1 2 6" source="urn:x:y:[z]")");
  ASSERT_TRUE(reading.checklist) << listing(reading.defects);
  const auto& [whole, part] = std::tie(reading.checklist->items[0], reading.checklist->items[1]);
  EXPECT_EQ(whole.part_of, "");
  EXPECT_FALSE(whole.choosable);
  EXPECT_THAT(whole.activities, IsEmpty());
  EXPECT_EQ(part.part_of, "A1-1") << "as the item itself is written";
  EXPECT_TRUE(part.choosable);
  EXPECT_THAT(part.activities, testing::ElementsAre(1, 2, 6));
  EXPECT_EQ(part.source, "urn:x:y:[z]");
  EXPECT_EQ(reading.checklist->requirement_count(), 1u);
  EXPECT_FALSE(with(R"(applicability="always")").checklist->items[1].choosable);
  EXPECT_EQ(with(R"(check="card-login")").checklist->items[1].check, "card-login");
}

TEST(ChecklistReader, reads_who_published_the_framework_and_when) {
  const auto reading = read_checklist(replaced(fixture("sound"), "id=\"small\"", "id=\"small\" publisher=\"ANS\" published=\"2024-05-16\""));
  ASSERT_TRUE(reading.checklist) << listing(reading.defects);
  EXPECT_EQ(reading.checklist->publisher, "ANS");
  EXPECT_EQ(reading.checklist->published->iso(), "2024-05-16");
  EXPECT_FALSE(read_checklist(fixture("sound")).checklist->published);
}

TEST(ChecklistReader, refuses_what_living_regimes_cannot_mean) {
  EXPECT_THAT(with(R"(part-of="A9-9")").defects, testing::ElementsAre(defect(18, "names the part-of “A9-9”")));
  EXPECT_THAT(with(R"(part-of="A1-2")").defects, testing::ElementsAre(defect(18, "“A1-2” is a part of itself")));
  EXPECT_THAT(with(R"(applicability="perhaps")").defects, testing::ElementsAre(defect(18, "one of always, choice")));
  for (const char* wrong : {"7", "0", "2 1", "1 1", "one", "12"})
    EXPECT_THAT(with("activities=\"" + std::string{wrong} + "\"").defects, testing::ElementsAre(defect(18, "numbers from 1 to 6"))) << wrong;
}

TEST(ChecklistReader, tells_a_circle_of_parts_once) {
  const auto circle = replaced(replaced(fixture("sound"), "kind=\"finance\"", "kind=\"finance\" part-of=\"A1-1\""), "kind=\"statement\"",
                               "kind=\"statement\" part-of=\"A1-2\"");
  EXPECT_THAT(read_checklist(circle).defects, testing::ElementsAre(defect(12, "“A1-1” is a part of itself")));
}

TEST(ChecklistReader, a_checklist_adopted_before_items_had_checks_answers_as_the_shipped_one) {
  auto old = checklist_of(shipped_checklist("agrement-2006"), "agrement-2006");
  EXPECT_THAT(items_checked_by(old, restore_test_check), testing::ElementsAre("R1111-14-3-b"));
  for (auto& item : old.items) item.check.clear();
  EXPECT_THAT(items_checked_by(old, restore_test_check), testing::ElementsAre("R1111-14-3-b"));
  old.id = "of-the-house";
  EXPECT_THAT(items_checked_by(old, restore_test_check), IsEmpty());
}

TEST(ChecklistReader, reads_a_file_that_begins_with_a_byte_order_mark) { EXPECT_TRUE(read_checklist("\xEF\xBB\xBF" + fixture("sound")).checklist); }

struct Broken {
  const char* file;
  int line;
  const char* part;
};

class BrokenChecklist : public testing::TestWithParam<Broken> {};

TEST_P(BrokenChecklist, is_refused_with_its_one_defect_and_line) {
  const auto reading = read_checklist(fixture(GetParam().file));
  EXPECT_FALSE(reading.checklist);
  EXPECT_THAT(reading.defects, testing::ElementsAre(defect(GetParam().line, GetParam().part))) << listing(reading.defects);
}

const Broken broken[] = {
    {"not-well-formed", 19, "an element is closed that is not the one that was opened last"},
    {"never-closed", 30, "never closed"},
    {"bare-ampersand", 13, "A “&” stands alone"},
    {"unknown-element", 16, "“item A1-1” holds no element “remark”"},
    {"unknown-attribute", 18, "“item A1-2” has no attribute “colour”"},
    {"attribute-twice", 18, "“item A1-2” gives the attribute “number” twice"},
    {"missing-attribute", 18, "“item A1-2” lacks the attribute “number”"},
    {"empty-attribute", 18, "“item A1-2” leaves the attribute “number” empty"},
    {"missing-element", 18, "“item A1-2” lacks the element “wording”"},
    {"element-twice", 20, "“item A1-2” holds the element “title” twice"},
    {"empty-text", 20, "The French text (fr) of “wording” is empty in “item A1-2”"},
    {"missing-french", 20, "The French text (fr) of “wording” is missing in “item A1-2”"},
    {"missing-english", 16, "The English text (en) of “evidence” is missing in “evidence plan”"},
    {"duplicate-id", 18, "The id “a1-1” is already given in line 12"},
    {"malformed-id", 16, "“plan n°1” cannot be an id"},
    {"unknown-obligation", 18, "names the obligation “bakcup”"},
    {"unknown-article", 18, "names the article “A2”"},
    {"unknown-item-in-section", 29, "“A1-3”, which the checklist does not hold; the closest are: A1-1, A1-2"},
    {"impossible-date", 9, "“2006-02-30” is no date"},
    {"french-date", 9, "“05/01/2006” is no date"},
    {"unknown-confidence", 12, "“confidence” of “item A1-1” is “sure”: one of high, medium, low"},
    {"unknown-kind", 18, "is “money”: one of statement, contract_clause, mandate, finance"},
    {"neither-true-nor-false", 18, "“mandatory” of “item A1-2” is “no”"},
    {"item-in-no-section", 18, "“A1-2” is shown in no section"},
    {"item-in-two-sections", 32, "The section “F1.2” shows the item “A1-1” again; it already stands in the section “F1.1”"},
    {"section-without-item", 30, "“section F1.2” lacks the element “shows”"},
    {"second-root", 32, "A second element “checklist”"},
    {"external-entity", 2, "document type declaration"},
    {"exploding-entities", 2, "document type declaration"},
    {"undeclared-entity", 19, "The entity “&eacute;” is not accepted"},
    {"forbidden-character", 19, "The entity “&#1;” is not accepted"},
    {"windows-1252", 7, "not UTF-8"},
    {"empty", 1, "The element “checklist” is missing"},
    {"another-document", 2, "must be “checklist”, not “office”"},
};

INSTANTIATE_TEST_SUITE_P(fixtures, BrokenChecklist, testing::ValuesIn(broken), [](const auto& fixture_info) {
  std::string name = fixture_info.param.file;
  std::ranges::replace(name, '-', '_');
  return name;
});

TEST(ChecklistReader, proposes_near_items_to_the_first_twenty_that_are_unknown) {
  std::string shows;
  for (int i = 0; i < 21; ++i) shows += "<shows item=\"A1-" + std::to_string(30 + i) + "\"/>\n";
  const auto reading = read_checklist(replaced(fixture("sound"), "<shows item=\"A1-1\"/>", "<shows item=\"A1-1\"/>\n" + shows));
  ASSERT_EQ(reading.defects.size(), 21u);
  EXPECT_THAT(reading.defects[19].sentence, HasSubstr("the closest are: A1-1"));
  EXPECT_THAT(reading.defects[20].sentence, testing::Not(HasSubstr("closest")));
}

TEST(ChecklistReader, repeats_no_character_that_does_not_exist) {
  const auto reading = read_checklist("<checklist id=\"&#xD800;\" version=\"1\"></checklist>");
  ASSERT_FALSE(reading.defects.empty());
  for (const auto& defect : reading.defects) EXPECT_TRUE(is_utf8(defect.sentence)) << defect.sentence;
}

TEST(ChecklistReader, reports_all_ten_defects_of_a_file_by_line) {
  const auto reading = read_checklist(fixture("ten-defects"));
  EXPECT_FALSE(reading.checklist);
  EXPECT_THAT(reading.defects, testing::ElementsAre(defect(2, "lacks the attribute “version”"), defect(4, "The English text (en) of “note” is missing"),
                                                    defect(9, "“2006-13-05” is no date"), defect(12, "“statment”"), defect(12, "“certain”"),
                                                    defect(12, "names the article “A9”"), defect(16, "no attribute “colour”"),
                                                    defect(19, "The French text (fr) of “title” is empty"), defect(22, "lacks the element “purpose”"),
                                                    defect(24, "holds no element “aim”")))
      << listing(reading.defects);
}

TEST(ChecklistReader, reports_stray_text_and_the_item_that_it_leaves_out) {
  const auto reading = read_checklist(fixture("stray-text"));
  EXPECT_THAT(reading.defects, testing::ElementsAre(defect(18, "“A1-2” is shown in no section"), defect(28, "Text stands in “section F1.1”")))
      << listing(reading.defects);
}

TEST(ChecklistReader, misses_the_forms_when_there_is_none) {
  const auto reading = read_checklist(fixture("no-form"));
  EXPECT_THAT(reading.defects, testing::Contains(defect(2, "“checklist” lacks the element “form”"))) << listing(reading.defects);
}

TEST(ChecklistReader, never_reads_the_file_that_an_entity_names) {
  const auto reading = read_checklist(fixture("external-entity"));
  EXPECT_FALSE(reading.checklist);
  EXPECT_EQ(listing(reading.defects).find("/etc/hostname"), std::string::npos);
}

TEST(ChecklistReader, refuses_a_file_above_eight_mebibytes) {
  auto xml = fixture("sound");
  xml.insert(xml.find("</checklist>"), std::string((8u << 20) - xml.size(), ' '));
  EXPECT_TRUE(read_checklist(xml).checklist) << "exactly at the limit";
  xml += '\n';
  EXPECT_THAT(read_checklist(xml).defects, testing::ElementsAre(defect(1, "larger than 8 MiB")));
}

TEST(ChecklistReader, refuses_a_million_nested_elements) {
  std::string xml = "<checklist>\n";
  for (int i = 0; i < 1'000'000; ++i) xml += "<a>";
  EXPECT_THAT(read_checklist(xml).defects, testing::ElementsAre(defect(2, "nested deeper than 32")));
}

TEST(ChecklistReader, stops_listing_after_a_thousand_defects) {
  auto xml = fixture("sound");
  std::string remarks;
  for (int i = 0; i < 5000; ++i) remarks += "<remark/>\n";
  xml.insert(xml.find("  <form"), remarks);
  const auto reading = read_checklist(xml);
  EXPECT_EQ(reading.defects.size(), 1001u);
  EXPECT_THAT(listing(reading.defects), HasSubstr("more than 1000 defects"));
}

TEST(ChecklistReader, survives_every_truncation_of_a_file) {
  const auto xml = fixture("sound");
  for (std::size_t size = 0; size + 2 < xml.size(); ++size)
    EXPECT_THAT(read_checklist(std::string_view{xml}.substr(0, size)).defects, testing::Not(IsEmpty())) << size;
}

TEST(ChecklistReader, puts_every_defect_into_one_problem) {
  try {
    checklist_of(fixture("ten-defects"), "ten-defects.xml");
    FAIL() << "a Problem was expected";
  } catch (const Problem& problem) {
    EXPECT_EQ(problem.kind(), ProblemKind::bad_input);
    EXPECT_EQ(problem.subject(), "ten-defects.xml");
    EXPECT_THAT(problem.what(), HasSubstr("The checklist “ten-defects.xml” has 10 defects:\nline 2: "));
    EXPECT_THAT(problem.what(), HasSubstr("\nline 24: "));
    EXPECT_THAT(problem.remedy(), HasSubstr("nothing was changed"));
  }
}

} // namespace
