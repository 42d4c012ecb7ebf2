#include "gui/presenter/draft_store.hpp"
#include "tests/support/child.hpp"
#include "tests/support/workspaces.hpp"
#include "toolkit/base/translate.hpp"

using namespace hdskit;
using namespace hdskit::gui;

namespace {

const Instant noon = *Instant::parse("2026-11-22T11:00:00Z");

Draft sample_draft() { return {noon, {{"statement", "Le plan est écrit.\nIl est exercé."}, {"due", "31/02"}}, {{"statement", ""}, {"due", ""}}}; }

class Drafts : public testing::Test {
protected:
  std::filesystem::path folder() const { return scratch_.path() / "state" / "drafts"; }
  DraftStore store(const std::string& location = "/srv/hopital.hds") const { return {folder(), location}; }
  ScratchFolder scratch_;
};

TEST_F(Drafts, come_back_as_they_were) {
  store().keep("R1111-9-1", sample_draft());
  EXPECT_EQ(store().find("R1111-9-1"), sample_draft());
  EXPECT_FALSE(store().find("R1111-9-2"));
}

TEST_F(Drafts, of_another_workspace_are_not_shown) {
  store().keep("R1111-9-1", sample_draft());
  EXPECT_FALSE(store("/srv/clinique.hds").find("R1111-9-1"));
}

TEST_F(Drafts, belong_to_the_file_however_it_is_named) {
  const auto file = scratch_.path() / "w.hds";
  DraftStore{folder(), file.string()}.keep("R1111-9-1", sample_draft());
  EXPECT_TRUE((DraftStore{folder(), (scratch_.path() / "x" / ".." / "w.hds").string()}).find("R1111-9-1"));
}

TEST_F(Drafts, are_for_their_owner_only_and_tell_nothing_by_their_name) {
  store().keep("R1111-9-1", sample_draft());
  using std::filesystem::perms;
  EXPECT_EQ(std::filesystem::status(folder()).permissions(), perms::owner_all);
  const auto file = store().file_of("R1111-9-1");
  EXPECT_EQ(std::filesystem::status(file).permissions(), perms::owner_read | perms::owner_write);
  EXPECT_EQ(file.string().find("R1111"), std::string::npos);
  EXPECT_EQ(read_file(file).find("hopital"), std::string::npos);
}

TEST_F(Drafts, are_forgotten_once_saved) {
  store().keep("R1111-9-1", sample_draft());
  store().forget("R1111-9-1");
  EXPECT_FALSE(store().find("R1111-9-1"));
  EXPECT_TRUE(std::filesystem::is_empty(folder()));
}

TEST_F(Drafts, that_cannot_be_read_are_ignored) {
  for (const std::string bytes : {"", "{", "[]", R"({"at":"yesterday","typed":{},"before":{}})",
                                  R"({"at":"2026-11-22T11:00:00Z","typed":{"statement":1},"before":{}})", R"({"at":"2026-11-22T11:00:00Z","typed":{}})"}) {
    store().keep("R1111-9-1", sample_draft());
    write_file(store().file_of("R1111-9-1"), bytes);
    EXPECT_FALSE(store().find("R1111-9-1")) << bytes;
  }
  std::filesystem::remove(store().file_of("R1111-9-1"));
  std::filesystem::create_directory(store().file_of("R1111-9-1"));
  EXPECT_FALSE(store().find("R1111-9-1"));
}

TEST_F(Drafts, outlive_a_program_that_was_killed) {
  tests::Child child{[&](const tests::Child::Line& line) {
    store().keep("R1111-9-1", sample_draft());
    line.say('k');
    line.wait();
  }};
  ASSERT_EQ(child.hear(), 'k');
  child.kill();
  EXPECT_EQ(store().find("R1111-9-1"), sample_draft());
}

TEST_F(Drafts, say_when_there_is_no_place_for_them) {
  write_file(scratch_.path() / "state", "a file where the folder should be");
  tests::problem_of([&] { store().keep("R1111-9-1", sample_draft()); });
}

TEST(DraftAge, is_told_as_people_tell_it) {
  const auto after = [](std::int64_t minutes) { return age_of_draft(sample_draft(), Instant{noon.seconds() + std::chrono::minutes{minutes}}); };
  EXPECT_EQ(after(0), "a moment ago");
  EXPECT_EQ(after(1), "1 minute ago");
  EXPECT_EQ(after(59), "59 minutes ago");
  EXPECT_EQ(after(60), "1 hour ago");
  EXPECT_EQ(after(23 * 60), "23 hours ago");
  EXPECT_EQ(after(48 * 60), "on " + tr_date(*Date::of(2026, 11, 22)));
  EXPECT_EQ(after(-5), "on " + tr_date(*Date::of(2026, 11, 22))) << "a clock that was set back";
}

} // namespace
