#include "gui/presenter/session.hpp"

#include "tests/support/workspaces.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/organisation/organisation_store.hpp"

#include <gtest/gtest.h>

namespace hdskit::gui {
namespace {

class SessionTest : public testing::Test {
protected:
  SessionTest() { Workspace::create(location(), acting("nobody")); }

  std::string location() const { return (folder_.path() / "hospital.hds").string(); }
  static Acting acting(const std::string& name) { return {name, *Instant::parse("2026-11-22T08:00:00Z")}; }
  Session open() const {
    return Session{location(), {"A. Martin", [] { return *Instant::parse("2026-11-22T23:30:00Z"); }}};
  }

  static void add_site(Session& session, const std::string& name) {
    session.change("Add the site " + name, [&](Change& change) {
      Site site;
      site.name = name;
      add_record(change, site);
    });
  }
  static std::vector<std::string> sites(const Session& session) {
    std::vector<std::string> names;
    for (const auto& site : all_records<Site>(session.workspace())) names.push_back(site.name);
    return names;
  }
  using Names = std::vector<std::string>;

private:
  ScratchFolder folder_;
};

TEST_F(SessionTest, takes_changes_back_one_by_one_and_does_them_again) {
  auto session = open();
  EXPECT_EQ(session.undo_title(), "");
  add_site(session, "Nord");
  add_site(session, "Sud");
  EXPECT_EQ(session.undo_title(), "Add the site Sud");
  session.undo();
  EXPECT_EQ(sites(session), Names{"Nord"});
  EXPECT_EQ(session.undo_title(), "Add the site Nord");
  EXPECT_EQ(session.redo_title(), "Add the site Sud");
  session.undo();
  EXPECT_EQ(sites(session), Names{});
  session.redo();
  session.redo();
  EXPECT_EQ(sites(session), (Names{"Nord", "Sud"}));
  EXPECT_EQ(session.redo_title(), "");
  session.undo();
  EXPECT_EQ(sites(session), Names{"Nord"});
}

TEST_F(SessionTest, forgets_what_could_be_done_again_once_something_else_is_done) {
  auto session = open();
  add_site(session, "Nord");
  session.undo();
  add_site(session, "Sud");
  EXPECT_EQ(session.redo_title(), "");
}

TEST_F(SessionTest, offers_nothing_to_undo_after_a_change_that_changed_nothing) {
  auto session = open();
  session.change("Nothing", [](Change&) {});
  EXPECT_EQ(session.undo_title(), "");
}

TEST_F(SessionTest, does_not_undo_what_somebody_else_has_changed_since) {
  auto session = open();
  add_site(session, "Nord");
  auto other = Workspace::open(location());
  other.change(acting("B. Petit"), [](Change& change) {
    auto site = all_records<Site>(change.workspace()).front();
    site.name = "Nord-Est";
    update_record(change, site);
  });
  EXPECT_THROW(session.undo(), Problem);
  EXPECT_EQ(sites(session), Names{"Nord-Est"});
  EXPECT_EQ(session.undo_title(), "") << "a step that can no longer be taken back must not bar the way to those before it";
}

TEST_F(SessionTest, notices_what_another_process_changed_and_only_that) {
  auto session = open();
  EXPECT_FALSE(session.look());
  add_site(session, "Nord");
  EXPECT_FALSE(session.look()) << "its own changes are known";
  auto other = Workspace::open(location());
  other.change(acting("B. Petit"), [](Change& change) {
    Site site;
    site.name = "Sud";
    add_record(change, site);
  });
  const auto before = session.revision();
  EXPECT_TRUE(session.look());
  EXPECT_GT(session.revision(), before);
  EXPECT_FALSE(session.look());
}

TEST_F(SessionTest, says_that_its_file_was_removed_instead_of_writing_into_nothing) {
  auto session = open();
  std::filesystem::remove(location());
  EXPECT_THROW(session.look(), Problem);
  EXPECT_THROW(add_site(session, "Nord"), Problem);
  EXPECT_EQ(session.undo_title(), "");
}

TEST_F(SessionTest, records_the_person_who_sits_there_and_counts_days_in_paris) {
  auto session = open();
  EXPECT_EQ(session.acting().name, "A. Martin");
  EXPECT_EQ(session.today().iso(), "2026-11-23");
}

} // namespace
} // namespace hdskit::gui
