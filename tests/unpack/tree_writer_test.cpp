#include "tests/support/golden.hpp"
#include "tests/support/tar_members.hpp"
#include "toolkit/base/file.hpp"
#include "unpack/archive_reader.hpp"
#include "unpack/tree_writer.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

using namespace hdskit::unpack;
using tests::in_shell;
using tests::TarText;

namespace {

namespace fs = std::filesystem;

/// "inside" is unpacked into; "outside" must never change.
class Writing : public testing::Test {
protected:
  Writing() {
    fs::create_directory(inside());
    fs::create_directory(outside());
    hdskit::write_file(outside() / "victim", "untouched");
  }
  fs::path inside() const { return scratch_.path() / "inside"; }
  fs::path outside() const { return scratch_.path() / "outside"; }

  ArchiveAccount unpack(std::string_view bytes, WritingOrder order = {}) {
    const Descriptor root{::open(inside().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    TreeWriter writer{root.get(), std::move(order)};
    MemoryInput input{bytes, true};
    auto account = read_archive(input, {}, writer);
    writer.finish();
    losses_ = writer.losses();
    return account;
  }
  void expect_outside_untouched() {
    EXPECT_EQ(tests::read_bytes((outside() / "victim").string()), "untouched");
    EXPECT_EQ(std::distance(fs::directory_iterator{outside()}, fs::directory_iterator{}), 1);
    struct stat state {};
    ASSERT_EQ(::stat((outside() / "victim").c_str(), &state), 0);
    EXPECT_EQ(state.st_nlink, 1u);
  }
  std::string content(const std::string& path) const { return tests::read_bytes((inside() / path).string()); }

  Losses losses_;

private:
  hdskit::ScratchFolder scratch_;
};

TEST_F(Writing, never_leaves_the_folder_by_a_name) {
  const auto account = unpack(TarText{}.file("../outside/victim", "bad").file((outside() / "new").string(), "bad").file("fine", "good").whole());
  EXPECT_TRUE(account.hostile);
  EXPECT_EQ(account.refused, 2u);
  EXPECT_EQ(content("fine"), "good");
  expect_outside_untouched();
}

TEST_F(Writing, never_writes_through_a_link_of_the_archive) {
  const auto account = unpack(TarText{}
                                  .link("away", "../outside")
                                  .file("away/victim", "bad")
                                  .folder("away/deep")
                                  .link("here/../../x", "y")
                                  .link("chain", "away")
                                  .file("chain/new", "bad")
                                  .whole());
  EXPECT_TRUE(account.hostile);
  EXPECT_EQ(account.refused, 4u);
  EXPECT_EQ(account.first_refused.at(0).reason, RefusalReason::through_link);
  EXPECT_EQ(fs::read_symlink(inside() / "away"), "../outside") << "the link itself is data like any other";
  expect_outside_untouched();
}

TEST_F(Writing, replaces_a_link_by_a_file_of_its_name_instead_of_following_it) {
  const auto account = unpack(TarText{}.link("victim", "../outside/victim").file("victim", "mine").whole());
  EXPECT_FALSE(account.hostile);
  EXPECT_EQ(content("victim"), "mine");
  EXPECT_FALSE(fs::is_symlink(inside() / "victim"));
  expect_outside_untouched();
}

TEST_F(Writing, links_hard_to_members_only) {
  const auto account = unpack(TarText{}
                                  .file("one", "1")
                                  .twin("two", "./one")
                                  .twin("bad", "../outside/victim")
                                  .twin("worse", (outside() / "victim").string())
                                  .twin("none", "missing")
                                  .link("away", "../outside")
                                  .twin("through", "away/victim")
                                  .whole());
  EXPECT_EQ(account.refused, 4u);
  EXPECT_EQ(account.first_refused.at(0).reason, RefusalReason::link_outside);
  EXPECT_EQ(account.first_refused.at(1).reason, RefusalReason::link_outside);
  EXPECT_EQ(account.first_refused.at(2).reason, RefusalReason::missing_twin);
  EXPECT_EQ(account.first_refused.at(3).reason, RefusalReason::through_link);
  struct stat one {
  }, two{};
  ASSERT_EQ(::stat((inside() / "one").c_str(), &one), 0);
  ASSERT_EQ(::stat((inside() / "two").c_str(), &two), 0);
  EXPECT_EQ(one.st_ino, two.st_ino);
  expect_outside_untouched();
}

TEST_F(Writing, takes_the_last_of_several_members_of_one_name) {
  const auto account = unpack(TarText{}.file("a/b", "1").file("a/b", "2").folder("empty").file("empty", "3").file("a", "4").whole());
  EXPECT_EQ(content("a/b"), "2");
  EXPECT_EQ(content("empty"), "3");
  ASSERT_EQ(account.refused, 1u) << "a folder that holds something is not taken away";
  EXPECT_EQ(account.first_refused.at(0).reason, RefusalReason::in_the_way);
  EXPECT_FALSE(account.whole());
}

TEST_F(Writing, makes_the_folders_anew_that_a_file_had_replaced) {
  EXPECT_TRUE(unpack(TarText{}.folder("a/b").file("a/b", "1").whole()).whole());
  EXPECT_EQ(content("a/b"), "1");
  EXPECT_EQ(unpack(TarText{}.folder("c").folder("c/d").file("c/d", "file").file("c/d/e", "bad").whole()).refused, 1u);
}

TEST_F(Writing, restores_only_what_is_wanted_and_all_folders) {
  WritingOrder order;
  order.wanted = {{"a/one"}};
  const auto account = unpack(TarText{}.folder("a").file("a/one", "1").file("a/two", "2").folder("b").whole(), order);
  EXPECT_TRUE(account.whole());
  EXPECT_EQ(account.files, 2u);
  EXPECT_EQ(account.written, 1u);
  EXPECT_TRUE(fs::exists(inside() / "a/one"));
  EXPECT_FALSE(fs::exists(inside() / "a/two"));
  EXPECT_TRUE(fs::is_directory(inside() / "b"));
}

TEST_F(Writing, takes_names_of_255_bytes_and_paths_of_3000_and_refuses_longer_names) {
  const std::string name(255, 'n');
  const auto make = "cd '" + outside().parent_path().string() + "'; mkdir long; cd long; : > " + name + "; for i in $(seq 1 15); do mkdir " +
                    std::string(200, 'd') + "; cd " + std::string(200, 'd') + "; done; printf deep > bottom; cd '" + outside().parent_path().string() +
                    "/long'; tar --format=posix -cf ../long.tar .";
  in_shell(make);
  const auto account = unpack(tests::read_bytes((outside().parent_path() / "long.tar").string()));
  EXPECT_TRUE(account.whole()) << account.damage << (account.first_refused.empty() ? "" : escaped(account.first_refused.front().path));
  EXPECT_TRUE(fs::exists(inside() / name));
  std::string deep = inside().string();
  for (int i = 0; i < 15; ++i) deep += "/" + std::string(200, 'd');
  EXPECT_EQ(tests::read_bytes(deep + "/bottom"), "deep");
}

TEST_F(Writing, passes_over_a_device_unless_root_was_asked_for_it) {
  const auto tar = TarText{}.member("null", '3', 0).member("pipe", '6', 0).whole();
  EXPECT_TRUE(unpack(tar).whole());
  EXPECT_FALSE(fs::exists(inside() / "null"));
  EXPECT_TRUE(fs::is_fifo(inside() / "pipe"));
  EXPECT_EQ(losses_.devices, 1u);
  if (::geteuid() != 0) return;
  WritingOrder order;
  order.owners = order.special = true;
  EXPECT_TRUE(unpack(tar, order).whole());
  EXPECT_TRUE(fs::is_character_file(inside() / "null"));
}

TEST_F(Writing, keeps_setuid_to_itself_unless_asked) {
  in_shell("cd '" + outside().parent_path().string() + "'; : > program; chmod 4755 program; tar cf s.tar program");
  const auto tar = tests::read_bytes((outside().parent_path() / "s.tar").string());
  struct stat state {};
  unpack(tar);
  ASSERT_EQ(::stat((inside() / "program").c_str(), &state), 0);
  EXPECT_EQ(state.st_mode & 07777u, 0755u);
  EXPECT_EQ(losses_.modes, 1u);
  WritingOrder order;
  order.special = true;
  unpack(tar, order);
  ASSERT_EQ(::stat((inside() / "program").c_str(), &state), 0);
  EXPECT_EQ(state.st_mode & 07777u, 04755u);
}

TEST_F(Writing, gives_folders_their_mode_and_time_last) {
  in_shell("cd '" + outside().parent_path().string() +
           "'; mkdir -p shut/inner; : > shut/inner/file; touch -d '2001-02-03 04:05:06.789012345' shut/inner shut; chmod 0555 shut/inner; chmod 0511 shut; tar "
           "--format=posix -cf f.tar shut; chmod -R u+w shut");
  EXPECT_TRUE(unpack(tests::read_bytes((outside().parent_path() / "f.tar").string())).whole());
  struct stat state {};
  for (const auto& [path, mode] : {std::pair{"shut", 0511u}, {"shut/inner", 0555u}}) {
    ASSERT_EQ(::stat((inside() / path).c_str(), &state), 0);
    EXPECT_EQ(state.st_mode & 07777u, mode) << path;
    EXPECT_EQ(state.st_mtim.tv_nsec, 789'012'345) << path;
  }
  in_shell("chmod -R u+w '" + inside().string() + "'");
}

} // namespace
