#include "gui/presenter/merge.hpp"

#include "tests/support/workspaces.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/organisation/organisation_store.hpp"

#include <gmock/gmock.h>

using namespace hdskit;
using namespace hdskit::gui;
using namespace tests;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

using Values = std::vector<std::string>;
using Side = Resolution::Side;

std::vector<FormField> name_kind_note() {
  auto fields = labelled_fields({"Name", "Kind", "Signed on", "Note"});
  fields[1].kind = FieldKind::choice;
  fields[1].choices = {{"a", "first"}, {"b", "second"}, {"c", "third"}};
  fields[2].kind = FieldKind::date;
  fields[3].kind = FieldKind::long_text;
  return fields;
}

} // namespace

TEST(Merge, takes_theirs_where_i_changed_nothing) {
  const auto merge = merge_values({"a", "b"}, {"a", "mine"}, {"theirs", "b"});
  EXPECT_EQ(merge.values, (Values{"theirs", "mine"}));
  EXPECT_THAT(merge.conflicts, IsEmpty());
  EXPECT_TRUE(merge.taken_over);
}

TEST(Merge, finds_no_conflict_when_both_wrote_the_same) {
  const auto merge = merge_values({"a"}, {"b"}, {"b"});
  EXPECT_EQ(merge.values, Values{"b"});
  EXPECT_THAT(merge.conflicts, IsEmpty());
  EXPECT_FALSE(merge.taken_over);
}

TEST(Merge, keeps_mine_and_tells_the_conflict_when_both_wrote_something_else) {
  const auto merge = merge_values({"a", "x"}, {"b", "x"}, {"c", "y"});
  EXPECT_EQ(merge.values, (Values{"b", "y"}));
  EXPECT_THAT(merge.conflicts, ElementsAre(FieldConflict{0, "a", "b", "c"}));
}

TEST(Merge, sees_that_one_side_emptied_what_the_other_changed) {
  EXPECT_EQ(merge_values({"a"}, {""}, {"c"}).conflicts.size(), 1u);
  EXPECT_EQ(merge_values({"a"}, {"b"}, {""}).conflicts.size(), 1u);
}

TEST(Resolution, shows_both_sides_as_people_read_them) {
  const LanguageScope french{Language::french};
  const Resolution resolution{name_kind_note(), merge_values({"n", "a", "2026-11-22", "t"}, {"n", "b", "2026-11-23", "u"}, {"n", "c", "2026-11-24", "v"})};
  ASSERT_EQ(resolution.lines().size(), 3u);
  EXPECT_EQ(resolution.lines()[0].label, "Kind");
  EXPECT_EQ(resolution.lines()[0].before, "first");
  EXPECT_EQ(resolution.lines()[0].mine, "second");
  EXPECT_EQ(resolution.lines()[0].theirs, "third");
  EXPECT_EQ(resolution.lines()[1].mine, "23/11/2026");
  EXPECT_FALSE(resolution.lines()[1].editable);
  EXPECT_TRUE(resolution.lines()[2].editable);
}

TEST(Resolution, keeps_mine_until_told_otherwise) {
  Resolution resolution{name_kind_note(), merge_values({"n", "a", "", "t"}, {"m", "b", "", "u"}, {"o", "c", "", "v"})};
  EXPECT_EQ(resolution.values(), (Values{"m", "b", "", "u"}));
  resolution.take(1, Side::theirs);
  resolution.edit(2, "u and v");
  EXPECT_EQ(resolution.values(), (Values{"m", "c", "", "u and v"}));
  resolution.take(2, Side::theirs);
  EXPECT_EQ(resolution.result(2), "v");
  resolution.take(2, Side::edited);
  EXPECT_EQ(resolution.result(2), "u and v"); // what was typed comes back
}

TEST(Resolution, lets_long_texts_be_brought_together_whatever_their_field) {
  const std::string text(100, 'x');
  const Resolution resolution{labelled_fields({"Statement"}), merge_values({""}, {text}, {"short"})};
  EXPECT_TRUE(resolution.lines().front().editable);
}

TEST(LastChange, names_who_wrote_the_record_and_when) {
  ScratchFolder folder;
  auto workspace = Workspace::create((folder.path() / "a.hds").string(), acting());
  EXPECT_FALSE(last_change_of(workspace, "person", "1"));
  EXPECT_EQ(who_and_when(std::nullopt), "somebody else");
  workspace.change(acting(), [](Change& change) {
    Person person;
    person.name = "Antoine Delcasse";
    add_record(change, person);
  });
  workspace.change(acting("Karim", "2026-11-23T09:30:00Z"), [](Change& change) { remove_record<Person>(change, PersonId{1}); });
  const auto last = last_change_of(workspace, "person", "1");
  ASSERT_TRUE(last);
  EXPECT_TRUE(last->removed);
  EXPECT_EQ(who_and_when(last), "Karim, 2026-11-23 10:30");
}
