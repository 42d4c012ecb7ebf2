#include "tests/support/workspaces.hpp"
#include "toolkit/workspace/journal.hpp"
#include "toolkit/workspace/settings.hpp"

#include <gmock/gmock.h>

using namespace hdskit;
using namespace tests;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

namespace {

class PlaceOfAFile : public testing::Test {
protected:
  void SetUp() override {
    Workspace::create(file(), acting());
    Workspace::create(other(), acting());
    workspace_.emplace(Workspace::open(file()));
    set("before");
  }
  std::string file() const { return (folder_.path() / "w.hds").string(); }
  std::string elsewhere() const { return (folder_.path() / "moved.hds").string(); }
  std::string other() const { return (folder_.path() / "other.hds").string(); }

  void set(
      const std::string& name, const std::function<void()>& meanwhile = [] {}) {
    workspace_->change(acting(), [&](Change& change) {
      set_setting(change, name, "x");
      meanwhile();
    });
  }
  void expect_refusal(ProblemKind kind) {
    const auto asked = problem_of([&] { workspace_->ensure_in_place(); });
    EXPECT_EQ(asked.kind(), kind);
    EXPECT_THAT(asked.what(), HasSubstr(file()));
    EXPECT_THAT(asked.remedy(), Not(IsEmpty()));
    EXPECT_EQ(problem_of([&] { set("lost"); }).kind(), kind);
  }
  std::optional<std::string> setting_in(const std::string& path, const std::string& name) const { return setting(Workspace::open(path), name); }

  ScratchFolder folder_;
  std::optional<Workspace> workspace_;
};

TEST_F(PlaceOfAFile, is_as_it_was_while_nobody_touches_it) {
  workspace_->ensure_in_place();
  { auto second = Workspace::open(file()); }
  set("after");
  EXPECT_EQ(setting_in(file(), "after"), "x");
}

TEST_F(PlaceOfAFile, is_missed_once_the_file_was_removed) {
  std::filesystem::remove(file());
  expect_refusal(ProblemKind::not_found);
  EXPECT_FALSE(std::filesystem::exists(file()));
  EXPECT_FALSE(std::filesystem::exists(file() + ".holder"));
}

TEST_F(PlaceOfAFile, is_missed_once_its_folder_was_moved) {
  ScratchFolder around;
  const auto folder = around.path() / "a", moved = around.path() / "b";
  std::filesystem::create_directory(folder);
  auto workspace = Workspace::create((folder / "w.hds").string(), acting());
  std::filesystem::rename(folder, moved);
  EXPECT_EQ(problem_of([&] { workspace.ensure_in_place(); }).kind(), ProblemKind::not_found);
  write_file(folder, "a file where the folder was");
  EXPECT_EQ(problem_of([&] { workspace.ensure_in_place(); }).kind(), ProblemKind::not_found);
}

TEST_F(PlaceOfAFile, is_missed_while_the_file_is_elsewhere_and_found_again) {
  std::filesystem::rename(file(), elsewhere());
  expect_refusal(ProblemKind::not_found);
  EXPECT_EQ(setting_in(elsewhere(), "lost"), std::nullopt);
  std::filesystem::rename(elsewhere(), file());
  set("after");
  EXPECT_EQ(setting_in(file(), "after"), "x");
  EXPECT_FALSE(verify_journal(*workspace_));
}

TEST_F(PlaceOfAFile, is_not_taken_for_that_of_another_file) {
  std::filesystem::rename(other(), file());
  expect_refusal(ProblemKind::refused);
  EXPECT_EQ(setting_in(file(), "lost"), std::nullopt);
  EXPECT_EQ(setting_in(file(), "before"), std::nullopt);
}

TEST_F(PlaceOfAFile, is_not_taken_for_that_of_a_copy) {
  std::filesystem::copy_file(file(), elsewhere());
  std::filesystem::rename(elsewhere(), file());
  expect_refusal(ProblemKind::refused);
}

TEST_F(PlaceOfAFile, is_looked_at_again_before_a_change_is_kept) {
  EXPECT_EQ(problem_of([&] { set("lost", [&] { std::filesystem::rename(file(), elsewhere()); }); }).kind(), ProblemKind::not_found);
  std::filesystem::rename(elsewhere(), file());
  EXPECT_EQ(setting(*workspace_, "lost"), std::nullopt);
  set("after");
  EXPECT_EQ(setting_in(file(), "after"), "x");
}

TEST_F(PlaceOfAFile, is_remembered_when_the_program_goes_to_another_folder) {
  const auto here = std::filesystem::current_path();
  std::filesystem::current_path(folder_.path());
  const auto workspace = Workspace::open("w.hds");
  std::filesystem::current_path(here);
  workspace.ensure_in_place();
}

class PlaceOnEachEngine : public OnEachEngine {};
INSTANTIATE_ON_BOTH_ENGINES(PlaceOnEachEngine);
TEST_P(PlaceOnEachEngine, needs_no_file) {
  const auto workspace = fresh_workspace();
  workspace.ensure_in_place();
}

} // namespace
