#include "tests/support/workspaces.hpp"
#include "toolkit/workspace/care.hpp"
#include "toolkit/workspace/dialect.hpp"
#include "toolkit/workspace/journal.hpp"
#include "toolkit/workspace/settings.hpp"

#include <gmock/gmock.h>

using namespace hdskit;
using namespace tests;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class JournalReplay : public OnEachEngine {
protected:
  Workspace workspace_with_two_sites() {
    auto workspace = fresh_workspace();
    workspace.change(acting(), [](Change& change) {
      for (const auto* name : {"Salle A", "Salle B"}) {
        const auto id = std::to_string(change.next_number("site"));
        change.write("insert into site (id, name, city) values (:p1, :p2, 'Aubigny')", {id, name});
        change.record("add", "site", id, "", std::string{R"({"name":")"} + name + R"(","city":"Aubigny"})");
      }
      change.write("update site set city = 'Mézeret' where id = 2", {});
      change.record("edit", "site", "2", R"({"city":"Aubigny"})", R"({"city":"Mézeret"})");
      set_setting(change, "checklist", "un");
      set_setting(change, "checklist", "deux");
    });
    return workspace;
  }
  /// What somebody with a database tool does: no journal.
  static void tamper(Workspace& workspace, const std::string& sql) { workspace.dialect().execute(sql); }
};
INSTANTIATE_ON_BOTH_ENGINES(JournalReplay);

TEST_P(JournalReplay, agrees_with_what_hdskit_wrote) { EXPECT_THAT(check_workspace(workspace_with_two_sites()), IsEmpty()); }

TEST_P(JournalReplay, names_the_record_and_the_field_that_were_changed_without_it) {
  auto workspace = workspace_with_two_sites();
  tamper(workspace, "update site set city = 'Ailleurs' where id = 2");
  EXPECT_FALSE(verify_journal(workspace)) << "the chain alone cannot see it";
  EXPECT_THAT(check_workspace(workspace), ElementsAre(testing::AllOf(HasSubstr("site 2"), HasSubstr("city"))));
}

TEST_P(JournalReplay, names_a_field_that_was_filled_without_it) {
  auto workspace = workspace_with_two_sites();
  tamper(workspace, "update site set power = 'aucune' where id = 1");
  EXPECT_THAT(check_workspace(workspace), ElementsAre(HasSubstr("power")));
}

TEST_P(JournalReplay, names_records_added_and_removed_without_it) {
  auto workspace = workspace_with_two_sites();
  tamper(workspace, "delete from site where id = 1");
  tamper(workspace, "insert into person (id, name) values (0, 'Personne')");
  EXPECT_THAT(check_workspace(workspace), testing::UnorderedElementsAre(HasSubstr("site 1"), HasSubstr("person 0")));
}

TEST_P(JournalReplay, names_a_setting_that_was_changed_without_it) {
  auto workspace = workspace_with_two_sites();
  tamper(workspace, "update setting set value = 'trois' where name = 'checklist'");
  EXPECT_THAT(check_workspace(workspace), ElementsAre(HasSubstr("checklist")));
}

TEST_P(JournalReplay, leaves_an_altered_entry_to_the_chain) {
  auto workspace = workspace_with_two_sites();
  tamper(workspace, "update journal set after = '{' where number = 2");
  EXPECT_TRUE(verify_journal(workspace));
  EXPECT_FALSE(check_workspace(workspace).empty());
}
