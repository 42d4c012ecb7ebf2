#include "tests/support/workspaces.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/workspace/dialect.hpp"
#include "toolkit/workspace/document_store.hpp"
#include "toolkit/workspace/journal.hpp"
#include "toolkit/workspace/record_store.hpp"
#include "toolkit/workspace/settings.hpp"

#include <gmock/gmock.h>

using namespace hdskit;
using namespace tests;
using testing::ElementsAre;

namespace {

class Store : public OnEachEngine {};
INSTANTIATE_ON_BOTH_ENGINES(Store);

/// A record type of the tests, in a table of the migrations.
struct Room {
  Id<struct RoomTag> id;
  std::string name, city;
  static const RecordType<Room>& type() {
    static const Field<Room> fields[] = {field<&Room::name>("name", marked("Name"), Need::required), field<&Room::city>("city", marked("City"))};
    static const RecordType<Room> type{"site", marked("Room"), fields};
    return type;
  }
};

Room add_room(Workspace& workspace, const std::string& name, const std::string& city = "") {
  Room room;
  workspace.change(acting(), [&](Change& change) { room = add_record(change, Room{.name = name, .city = city}); });
  return room;
}

TEST_P(Store, creates_and_opens_again_what_was_recorded) {
  const auto location = fresh_location();
  {
    auto workspace = Workspace::create(location, acting());
    workspace.change(acting(), [](Change& change) { set_setting(change, "checklist", "agrément 2006 – « œuvre » 😀"); });
  }
  const auto workspace = Workspace::open(location);
  EXPECT_EQ(workspace.location(), location);
  EXPECT_EQ(setting(workspace, "checklist"), "agrément 2006 – « œuvre » 😀");
  EXPECT_EQ(setting(workspace, "absent"), std::nullopt);
}

TEST_P(Store, refuses_to_create_where_a_workspace_stands) {
  const auto location = fresh_location();
  { auto first = Workspace::create(location, acting()); }
  EXPECT_EQ(problem_of([&] { Workspace::create(location, acting()); }).kind(), ProblemKind::bad_input);
  EXPECT_EQ(journal_entries(Workspace::open(location)).size(), 1u);
}

TEST_P(Store, gives_back_every_kind_of_text) {
  auto workspace = fresh_workspace();
  const std::vector<std::string> texts{"",    "'; drop table journal; --", "a:p1 :p2 ::text \"quoted\" \\ $1 ?", "line\nline\r\n\ttab", "  blanks  ",
                                       "%_é", std::string(100'000, 'x')};
  for (const auto& text : texts) {
    workspace.change(acting(), [&](Change& change) { set_setting(change, "text", text); });
    EXPECT_EQ(setting(workspace, "text"), text);
  }
}

TEST_P(Store, refuses_text_that_only_one_engine_could_keep) {
  auto workspace = fresh_workspace();
  for (const auto& text : {std::string{"nul\0nul", 7}, std::string{"latin-1 \xe9"}}) {
    EXPECT_EQ(problem_of([&] { workspace.change(acting(), [&](Change& change) { set_setting(change, "text", text); }); }).kind(), ProblemKind::bad_input);
    EXPECT_EQ(problem_of([&] { workspace.change(acting(text), [&](Change& change) { set_setting(change, "text", "x"); }); }).kind(), ProblemKind::bad_input);
    EXPECT_EQ(problem_of([&] { setting(workspace, text); }).kind(), ProblemKind::bad_input);
  }
  EXPECT_EQ(setting(workspace, "text"), std::nullopt);
}

TEST_P(Store, binds_parameters_by_name_whatever_their_order_and_number) {
  auto workspace = fresh_workspace();
  const auto rows = workspace.read("select :p2, :p1, :p10, :p1 from journal_head where id = 1 and :p3 || :p4 || :p5 || :p6 || :p7 || :p8 || :p9 = '3456789'",
                                   {"one", "two", "3", "4", "5", "6", "7", "8", "9", "ten"});
  EXPECT_THAT(rows, ElementsAre(ElementsAre("two", "one", "ten", "one")));
}

TEST_P(Store, reads_numbers_counts_and_null_as_text) {
  auto workspace = fresh_workspace();
  add_room(workspace, "Salle A");
  EXPECT_THAT(workspace.read("select id, count(*), max(number) from site, journal where name = :p1 group by id", {"Salle A"}),
              ElementsAre(ElementsAre("1", "2", "2")));
  EXPECT_THAT(workspace.read("select max(id) from client"), ElementsAre(ElementsAre("")));
}

TEST_P(Store, says_that_something_was_recorded_already) {
  auto workspace = fresh_workspace();
  const auto add = [&] {
    workspace.change(acting(), [](Change& change) {
      change.write("insert into answer (id, item) values (:p1, 'R.1111-12-1')", {std::to_string(change.next_number("answer"))});
      change.record("add", "answer", "1", "", "");
    });
  };
  add();
  const auto problem = problem_of(add);
  EXPECT_EQ(problem.kind(), ProblemKind::bad_input);
  EXPECT_EQ(std::string{problem.what()}.find("backend"), std::string::npos) << problem.what();
}

TEST_P(Store, keeps_nothing_of_a_change_that_throws) {
  auto workspace = fresh_workspace();
  EXPECT_THROW(workspace.change(acting(),
                                [](Change& change) {
                                  set_setting(change, "half", "done");
                                  add_record(change, Room{.name = "half"});
                                  store_document_bytes(change, "half");
                                  throw std::runtime_error{"stop"};
                                }),
               std::runtime_error);
  EXPECT_EQ(setting(workspace, "half"), std::nullopt);
  EXPECT_TRUE(all_records<Room>(workspace).empty());
  EXPECT_EQ(document_state(workspace, digest_of("half")), DocumentState::vanished);
  EXPECT_EQ(journal_entries(workspace).size(), 1u);
  EXPECT_EQ(add_room(workspace, "next").id.number(), 1);
}

TEST_P(Store, goes_on_after_an_sql_error_inside_a_change) {
  auto workspace = fresh_workspace();
  EXPECT_THROW(workspace.change(acting(), [](Change& change) { change.write("insert into no_such_table values (1)"); }), Problem);
  EXPECT_EQ(add_room(workspace, "next").id.number(), 1);
}

TEST_P(Store, calls_a_change_without_journal_a_defect) {
  auto workspace = fresh_workspace();
  EXPECT_THROW(workspace.change(acting(), [](Change& change) { change.write("insert into setting (name, value) values ('a', 'b')"); }), std::logic_error);
  EXPECT_EQ(setting(workspace, "a"), std::nullopt);
}

TEST_P(Store, refuses_a_change_that_nobody_signs) {
  auto workspace = fresh_workspace();
  EXPECT_EQ(problem_of([&] { workspace.change(acting("  "), [](Change& change) { set_setting(change, "a", "b"); }); }).kind(), ProblemKind::bad_input);
}

TEST_P(Store, never_gives_a_number_twice) {
  auto workspace = fresh_workspace();
  const auto first = add_room(workspace, "first"), second = add_room(workspace, "second");
  workspace.change(acting(), [&](Change& change) { remove_record<Room>(change, second.id); });
  EXPECT_EQ(first.id.number(), 1);
  EXPECT_EQ(add_room(workspace, "third").id.number(), 3);
}

TEST_P(Store, lists_records_in_the_order_in_which_they_were_recorded) {
  auto workspace = fresh_workspace();
  for (int i = 0; i < 12; ++i) add_room(workspace, "room " + std::to_string(11 - i));
  const auto rooms = all_records<Room>(workspace);
  ASSERT_EQ(rooms.size(), 12u);
  EXPECT_EQ(rooms.front().name, "room 11");
  EXPECT_EQ(rooms.back().name, "room 0");
}

TEST_P(Store, journals_what_a_record_was_and_became) {
  auto workspace = fresh_workspace();
  auto room = add_room(workspace, "Salle \"A\"", "Rodez");
  room.city = "Albi";
  workspace.change(acting("Ivan Petit"), [&](Change& change) { update_record(change, room); });
  workspace.change(acting(), [&](Change& change) { remove_record<Room>(change, room.id); });
  const auto entries = journal_entries(workspace, {.kind = "site"});
  ASSERT_EQ(entries.size(), 3u);
  EXPECT_EQ(entries[0].verb, "add");
  EXPECT_EQ(entries[0].subject, "1");
  EXPECT_EQ(entries[0].before, "");
  EXPECT_EQ(entries[0].after, R"({"name":"Salle \"A\"","city":"Rodez"})");
  EXPECT_EQ(entries[1].verb, "edit");
  EXPECT_EQ(entries[1].actor, "Ivan Petit");
  EXPECT_EQ(entries[1].before, R"({"city":"Rodez"})");
  EXPECT_EQ(entries[1].after, R"({"city":"Albi"})");
  EXPECT_EQ(entries[2].verb, "remove");
  EXPECT_EQ(entries[2].before, R"({"name":"Salle \"A\"","city":"Albi"})");
  EXPECT_EQ(entries[2].after, "");
}

TEST_P(Store, writes_nothing_for_an_update_without_a_difference) {
  auto workspace = fresh_workspace();
  const auto room = add_room(workspace, "Salle A");
  workspace.change(acting(), [&](Change& change) {
    update_record(change, room);
    set_setting(change, "absent", "now");
  });
  workspace.change(acting(), [&](Change& change) {
    update_record(change, room);
    set_setting(change, "absent", "now");
    remove_setting(change, "never there");
  });
  EXPECT_EQ(journal_entries(workspace).size(), 3u); // create, add, setting
}

TEST_P(Store, refuses_a_record_without_its_required_field_and_one_that_is_not_there) {
  auto workspace = fresh_workspace();
  EXPECT_EQ(problem_of([&] { add_room(workspace, ""); }).kind(), ProblemKind::bad_input);
  EXPECT_EQ(problem_of([&] { find_record<Room>(workspace, Id<RoomTag>{7}); }).kind(), ProblemKind::not_found);
  Room ghost{.id = Id<RoomTag>{7}, .name = "ghost"};
  EXPECT_EQ(problem_of([&] { workspace.change(acting(), [&](Change& change) { update_record(change, ghost); }); }).kind(), ProblemKind::not_found);
  EXPECT_EQ(problem_of([&] { workspace.change(acting(), [&](Change& change) { remove_record<Room>(change, ghost.id); }); }).kind(), ProblemKind::not_found);
}

TEST_P(Store, names_and_removes_settings) {
  auto workspace = fresh_workspace();
  workspace.change(acting(), [](Change& change) {
    for (const auto* name : {"template/b", "template/A", "Template/c", "other"}) set_setting(change, name, "x");
    set_setting(change, "other", "y");
    remove_setting(change, "template/b");
  });
  EXPECT_THAT(setting_names(workspace, "template/"), ElementsAre("template/A"));
  EXPECT_THAT(setting_names(workspace, ""), ElementsAre("Template/c", "other", "template/A"));
  const auto entries = journal_entries(workspace, {.subject = "other"});
  ASSERT_EQ(entries.size(), 2u);
  EXPECT_EQ(entries[1].before, R"({"value":"x"})");
  EXPECT_EQ(entries[1].after, R"({"value":"y"})");
}

TEST_P(Store, reads_row_by_row_and_stops_at_an_exception_of_the_reader) {
  auto workspace = fresh_workspace();
  for (int i = 0; i < 5; ++i) add_room(workspace, "room");
  int seen = 0;
  EXPECT_THROW(workspace.read_each("select id from site order by id", {},
                                   [&](const Row&) {
                                     if (++seen == 3) throw std::runtime_error{"enough"};
                                   }),
               std::runtime_error);
  EXPECT_EQ(seen, 3);
  EXPECT_EQ(add_room(workspace, "after").id.number(), 6); // nothing was left locked
}

TEST_P(Store, holds_a_snapshot_still_while_nothing_else_moves) {
  const auto location = fresh_location();
  auto workspace = Workspace::create(location, acting());
  const Snapshot snapshot{workspace.dialect()};
  EXPECT_EQ(workspace.read("select number from journal_head").size(), 1u);
  const Snapshot inner{workspace.dialect()}; // one transaction already gives it
  EXPECT_TRUE(workspace.dialect().in_transaction());
}

} // namespace
