#include "toolkit/requirements/mapping_reader.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/requirements/checklist_reader.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>

namespace {

using namespace hdskit;
using testing::AllOf;
using testing::ElementsAre;
using testing::Field;
using testing::HasSubstr;

const std::string sound = R"(<mapping id="a--b" version="1" from="a" to="b">
<title><fr>De a à b</fr><en>From a to b</en></title>
<note><fr>Pour les essais.</fr><en>For tests.</en></note>
<pair from="A-1" to="B-1" strength="covers" confidence="high"/>
<pair from="A-1" to="B-2" strength="overlaps" confidence="low"><note><fr>Sans les sites.</fr><en>Without the sites.</en></note></pair>
</mapping>)";

auto defect(int line, const std::string& part) { return AllOf(Field(&MarkupDefect::line, line), Field(&MarkupDefect::sentence, HasSubstr(part))); }

auto defects_after(const std::string& from, const std::string& to) { return read_mapping(replaced(sound, from, to)).defects; }

TEST(MappingReader, reads_every_part_of_a_sound_mapping) {
  const auto mapping = mapping_of(sound, "sound");
  EXPECT_EQ(mapping.id, "a--b");
  EXPECT_EQ(mapping.from, "a");
  EXPECT_EQ(mapping.to, "b");
  EXPECT_EQ(mapping.title.french, "De a à b");
  EXPECT_EQ(mapping.note.english, "For tests.");
  ASSERT_EQ(mapping.pairs.size(), 2u);
  EXPECT_EQ(mapping.pairs[0].strength, MappingStrength::covers);
  EXPECT_EQ(mapping.pairs[0].note.french, "");
  EXPECT_EQ(mapping.pairs[1].confidence, Confidence::low);
  EXPECT_EQ(mapping.pairs[1].note.english, "Without the sites.");
}

TEST(MappingReader, refuses_each_defect_with_its_line) {
  EXPECT_THAT(defects_after("covers", "nearly"), ElementsAre(defect(4, "one of equal, covers, covered, overlaps, related")));
  EXPECT_THAT(defects_after("\"high\"", "\"sure\""), ElementsAre(defect(4, "one of high, medium, low")));
  EXPECT_THAT(defects_after("to=\"B-1\" ", ""), ElementsAre(defect(4, "lacks the attribute “to”")));
  EXPECT_THAT(defects_after("B-1", "B 1"), ElementsAre(defect(4, "“B 1” cannot be an id")));
  EXPECT_THAT(defects_after("B-1", "b-2"), ElementsAre(defect(5, "already given in line 4")));
  EXPECT_THAT(defects_after("to=\"b\"", "to=\"A\""), ElementsAre(defect(1, "to itself")));
  EXPECT_THAT(defects_after("</note></pair>", "</note><note><fr>x</fr><en>y</en></note></pair>"), ElementsAre(defect(5, "twice")));
  EXPECT_THAT(read_mapping(sound.substr(0, sound.find("<pair")) + "</mapping>").defects, ElementsAre(defect(1, "lacks the element “pair”")));
  EXPECT_THAT(read_mapping("<!DOCTYPE x [<!ENTITY y \"z\">]><mapping/>").defects, testing::Contains(defect(1, "document type declaration")));
  EXPECT_THAT(read_mapping("<checklist/>").defects, ElementsAre(defect(1, "must be “mapping”")));
}

TEST(MappingReader, names_the_file_whose_defects_it_lists) {
  try {
    mapping_of(replaced(sound, "covers", "nearly"), "mine.xml");
    FAIL() << "a Problem was expected";
  } catch (const Problem& problem) {
    EXPECT_EQ(problem.kind(), ProblemKind::bad_input);
    EXPECT_THAT(problem.what(), HasSubstr("mine.xml"));
  }
}

TEST(Mapping, reads_backwards_what_covers_as_covered) {
  EXPECT_EQ(reversed(MappingStrength::covers), MappingStrength::covered);
  EXPECT_EQ(reversed(MappingStrength::covered), MappingStrength::covers);
  EXPECT_EQ(reversed(MappingStrength::equal), MappingStrength::equal);
  EXPECT_EQ(reversed(MappingStrength::overlaps), MappingStrength::overlaps);
}

TEST(ShippedMappings, name_items_that_their_two_checklists_hold) {
  for (const auto& mapping : shipped_mappings()) {
    const auto from = checklist_of(shipped_checklist(mapping.from), mapping.from);
    const auto to = checklist_of(shipped_checklist(mapping.to), mapping.to);
    for (const auto& pair : mapping.pairs) {
      EXPECT_TRUE(from.find_item(pair.from)) << mapping.id << ": " << pair.from;
      EXPECT_TRUE(to.find_item(pair.to)) << mapping.id << ": " << pair.to;
    }
  }
}

TEST(ShippedMappings, suit_the_schema) {
  for (const auto& mapping : shipped_mappings()) {
    const std::string folder = std::string{SOURCE_DIR} + "/checklists/mappings/";
    EXPECT_EQ(std::system(("xmllint --nonet --noout --relaxng '" + folder + "mapping.rng' '" + folder + mapping.id + ".xml' >/dev/null").c_str()), 0)
        << mapping.id;
  }
}

} // namespace
