#include "toolkit/backup/scratch_space.hpp"

#include "tests/support/child.hpp"
#include "toolkit/backup/remove_tree.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/base/problem.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <csignal>
#include <filesystem>
#include <fstream>

#include <sys/stat.h>
#include <unistd.h>

using namespace hdskit;
namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

namespace {

void put(const fs::path& file, const std::string& bytes = "x") { std::ofstream{file} << bytes; }

/// Folders without permission, links that point outside, a fifo.
void make_awkward(const fs::path& folder, const fs::path& outside) {
  fs::create_directories(folder / "locked" / "deeper");
  put(folder / "locked" / "deeper" / "file");
  fs::create_symlink(outside, folder / "link-to-folder");
  fs::create_symlink(outside / "kept", folder / "locked" / "link-to-file");
  fs::create_symlink("/", folder / "locked" / "root");
  ASSERT_EQ(::mkfifo((folder / "fifo").c_str(), 0600), 0);
  ASSERT_EQ(::chmod((folder / "locked" / "deeper").c_str(), 0), 0);
  ASSERT_EQ(::chmod((folder / "locked").c_str(), 0), 0);
}

/// Such a folder inside a killed process's scratch space. As another user too: root is stopped by no permission.
void die_with_scratch(const fs::path& parent, const fs::path& outside) {
  tests::Child child{[&](const tests::Child::Line& line) {
    ScratchSpace scratch{parent, "killed", {}, 0};
    make_awkward(scratch.folder("restored"), outside);
    line.say('r');
    line.wait();
  }};
  ASSERT_EQ(child.hear(), 'r');
  child.kill();
  child.end();
}

} // namespace

TEST(ScratchSpace, is_private_and_gone_with_all_it_holds) {
  const ScratchFolder parent, outside;
  put(outside.path() / "kept");
  fs::path path;
  {
    const ScratchSpace scratch{parent.path(), "a", {}, 0};
    path = scratch.path();
    struct stat status {};
    ASSERT_EQ(::stat(path.c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 07777, 0700u);
    EXPECT_EQ(path.filename(), "hdskit-restore-a");
    make_awkward(scratch.folder("restored"), outside.path());
  }
  EXPECT_FALSE(fs::exists(path));
  EXPECT_TRUE(fs::exists(outside.path() / "kept"));
}

TEST(ScratchSpace, of_a_killed_test_is_found_and_removed) {
  const ScratchFolder parent, outside;
  put(outside.path() / "kept");
  die_with_scratch(parent.path(), outside.path());
  ASSERT_TRUE(fs::exists(parent.path() / "hdskit-restore-killed"));
  EXPECT_THAT(remove_abandoned_scratch(parent.path()), ElementsAre(parent.path() / "hdskit-restore-killed"));
  EXPECT_TRUE(fs::is_empty(parent.path()));
  EXPECT_TRUE(fs::exists(outside.path() / "kept"));
}

TEST(ScratchSpace, of_a_running_test_is_left_alone) {
  const ScratchFolder parent;
  const ScratchSpace mine{parent.path(), "mine", {}, 0};
  tests::Child child{[&](const tests::Child::Line& line) {
    const ScratchSpace its{parent.path(), "its", {}, 0};
    line.say('r');
    line.wait();
  }};
  ASSERT_EQ(child.hear(), 'r');
  EXPECT_THAT(remove_abandoned_scratch(parent.path()), IsEmpty());
  EXPECT_TRUE(fs::exists(mine.path()));
  EXPECT_TRUE(fs::exists(parent.path() / "hdskit-restore-its"));
  child.release();
  EXPECT_EQ(child.end(), 0);
  EXPECT_FALSE(fs::exists(parent.path() / "hdskit-restore-its"));
}

TEST(ScratchSpace, leaves_folders_of_others_alone_and_links_of_its_name) {
  const ScratchFolder parent, outside;
  fs::create_directory(parent.path() / "hdskit-other");
  fs::create_directory_symlink(outside.path(), parent.path() / "hdskit-restore-link");
  if (::geteuid() == 0) {
    fs::create_directory(parent.path() / "hdskit-restore-stranger");
    ASSERT_EQ(::chown((parent.path() / "hdskit-restore-stranger").c_str(), 65534, 65534), 0);
  }
  EXPECT_THAT(remove_abandoned_scratch(parent.path()), IsEmpty());
  EXPECT_TRUE(fs::exists(outside.path()));
}

TEST(ScratchSpace, objects_once_its_limit_is_reached) {
  const ScratchFolder parent;
  const ScratchSpace scratch{parent.path(), "a", 1u << 20, 1000};
  put(scratch.folder("restored") / "small", std::string(100'000, 'x'));
  EXPECT_EQ(scratch.objection(), "");
  put(scratch.path() / "restored" / "large", std::string(2'000'000, 'x'));
  std::string objection;
  while (objection.empty()) objection = scratch.objection(); // it rests after each measurement
  EXPECT_THAT(objection, HasSubstr("limit"));
  EXPECT_FALSE(scratch.disk_is_full());
}

TEST(ScratchSpace, asks_for_a_fifth_more_than_is_expected) {
  const ScratchFolder parent;
  EXPECT_NO_THROW((ScratchSpace{parent.path(), "a", 1'200'000, 1'000'000}));
  try {
    const ScratchSpace scratch{parent.path(), "a", 1'100'000, 1'000'000};
    FAIL();
  } catch (const Problem& problem) { EXPECT_EQ(problem.kind(), ProblemKind::no_space); }
  EXPECT_TRUE(fs::is_empty(parent.path())); // what did not begin leaves nothing
  EXPECT_THROW((ScratchSpace{parent.path() / "nowhere", "a", {}, 0}), Problem);
}

TEST(ScratchSpace, knows_a_full_disk) {
  const ScratchFolder parent;
  const auto said = tests::on_own_disk(parent.path().string(), 2048, [&](const auto&) {
    const ScratchSpace scratch{parent.path(), "a", {}, 0};
    std::string words = scratch.disk_is_full() ? "full at once " : "";
    put(scratch.path() / "large", std::string(3'000'000, 'x'));
    words += scratch.objection();
    fs::remove(scratch.path() / "large"); // as tools do with what they could not finish
    return words + (scratch.disk_is_full() ? " remembered" : " forgotten");
  });
  EXPECT_EQ(said, "The disk of the scratch space is full. remembered");
}

TEST(RemoveTree, goes_deeper_than_a_process_may_open_folders) {
  const ScratchFolder parent;
  const auto top = parent.path() / "deep";
  fs::create_directory(top);
  const auto before = fs::current_path();
  fs::current_path(top);
  for (int i = 0; i < 3000; ++i) {
    ASSERT_EQ(::mkdir("d", 0700), 0);
    ASSERT_EQ(::chdir("d"), 0);
  }
  put("file");
  fs::current_path(before);
  EXPECT_EQ(remove_tree(top), "");
  EXPECT_FALSE(fs::exists(top));
}

TEST(RemoveTree, of_nothing_is_done) { EXPECT_EQ(remove_tree("/nonexistent/hdskit"), ""); }
