#include "toolkit/requirements/framework.hpp"

#include "toolkit/requirements/checklist_reader.hpp"

#include "tests/support/golden.hpp"
#include "toolkit/base/text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using namespace hdskit;
using testing::ElementsAre;
using testing::IsEmpty;

std::string sound() { return tests::read_bytes(std::string{TESTS_DIR} + "/fixtures/checklists/sound.xml"); }
Checklist changed(const std::string& from, const std::string& to) { return checklist_of(replaced(sound(), from, to), "changed"); }
FrameworkDifference difference_after(const std::string& from, const std::string& to) {
  return difference_between(checklist_of(sound(), "sound"), changed(from, to));
}

TEST(FrameworkDifference, is_none_between_a_framework_and_itself) { EXPECT_TRUE(difference_after("1", "1").none()); }

TEST(FrameworkDifference, tells_each_way_in_which_an_item_changes) {
  EXPECT_THAT(difference_after("Le coût est connu.", "Le coût est calculé.").reworded, ElementsAre("A1-2"));
  EXPECT_THAT(difference_after("<en>Cost</en>", "<en>Price</en>").reworded, ElementsAre("A1-2"));
  EXPECT_THAT(difference_after("number=\"2°\"", "number=\"3°\"").renumbered, ElementsAre("A1-2"));
  for (const auto& [from, to] : {std::pair{"mandatory=\"false\"", "mandatory=\"true\""},
                                 {"demonstration=\"true\"", ""},
                                 {"kind=\"finance\"", "kind=\"mandate\""},
                                 {"kind=\"finance\"", "kind=\"finance\" applicability=\"choice\""},
                                 {"kind=\"finance\"", "kind=\"finance\" activities=\"1\""},
                                 {"kind=\"finance\"", "kind=\"finance\" part-of=\"A1-1\""}}) {
    const auto difference = difference_after(from, to);
    EXPECT_THAT(difference.asked_otherwise, ElementsAre("A1-2")) << to;
    EXPECT_THAT(difference.reworded, IsEmpty()) << to;
  }
  EXPECT_THAT(difference_after("Plan de sauvegarde", "Plan").asked_otherwise, ElementsAre("A1-1"));
}

TEST(FrameworkDifference, tells_what_came_and_what_went_by_id) {
  const auto difference = difference_after("A1-2", "A1-3");
  EXPECT_THAT(difference.added, ElementsAre("A1-3"));
  EXPECT_THAT(difference.removed, ElementsAre("A1-2"));
  EXPECT_THAT(difference.reworded, IsEmpty());
  EXPECT_TRUE(difference_after("A1-2", "a1-2").none()) << "letter case is no difference";
}

TEST(FindItem, tells_in_which_checklist_an_item_stands) {
  const std::vector<Checklist> checklists{checklist_of(sound(), "sound"), checklist_of(replaced(replaced(sound(), "A1-", "B-"), "small", "other"), "other")};
  EXPECT_EQ(find_item(checklists, "b-2").checklist->id, "other");
  EXPECT_EQ(find_item(checklists, "A1-1").item->number, "1°");
  EXPECT_FALSE(find_item(checklists, "C-1"));
}

} // namespace
