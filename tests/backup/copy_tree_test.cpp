#include "toolkit/backup/copy_tree.hpp"

#include "tests/support/child.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/verification/read_tree.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/xattr.h>
#include <unistd.h>

using namespace hdskit;
namespace fs = std::filesystem;

namespace {

void put(const fs::path& file, const std::string& bytes) { std::ofstream{file} << bytes; }

void date(const fs::path& path, std::int64_t seconds, long nanoseconds) {
  const timespec times[2] = {{seconds, nanoseconds}, {seconds, nanoseconds}};
  ASSERT_EQ(::utimensat(AT_FDCWD, path.c_str(), times, AT_SYMLINK_NOFOLLOW), 0);
}

void make_sparse(const fs::path& file) {
  const int descriptor = ::open(file.c_str(), O_CREAT | O_RDWR, 0640);
  ASSERT_EQ(::pwrite(descriptor, "middle", 6, 5'000'000), 6);
  ASSERT_EQ(::ftruncate(descriptor, 20'000'000), 0);
  ::close(descriptor);
}

/// Everything that a copy can lose.
void make_odd_tree(const fs::path& root) {
  fs::create_directories(root / "a" / "b");
  put(root / "a" / "plain", "content");
  put(root / "a" / "b" / "DUPONT\nJean \xFF.pdf", std::string(3'000'000, 'p'));
  put(root / "empty", "");
  put(root / "setuid", "s");
  fs::create_hard_link(root / "a" / "plain", root / "a" / "twin");
  fs::create_hard_link(root / "a" / "plain", root / "z-twin");
  fs::create_symlink("/etc/passwd", root / "outside");
  fs::create_symlink("a/plain", root / "inside");
  ASSERT_EQ(::mkfifo((root / "fifo").c_str(), 0620), 0);
  make_sparse(root / "sparse");
  put(root / std::string(255, 'n'), "long name");
  ASSERT_EQ(::setxattr((root / "a" / "plain").c_str(), "user.note", "v", 1, 0), 0);
  ASSERT_EQ(::setxattr((root / "a").c_str(), "user.folder", "w", 1, 0), 0);
  if (::geteuid() == 0) {
    ASSERT_EQ(::chown((root / "setuid").c_str(), 1234, 4321), 0);
    ASSERT_EQ(::lchown((root / "outside").c_str(), 99, 98), 0);
    ASSERT_EQ(::mknod((root / "device").c_str(), S_IFCHR | 0600, makedev(1, 3)), 0);
  }
  ASSERT_EQ(::chmod((root / "setuid").c_str(), 04755), 0);
  ASSERT_EQ(std::system(
                ("setfacl -m u:1:r -m g:2:rw '" + (root / "a" / "plain").string() + "' && setfacl -d -m u:3:rx '" + (root / "a" / "b").string() + "'").c_str()),
            0);
  date(root / "a" / "plain", -157'000'000, 123'456'789); // 1965
  date(root / "empty", 7'258'118'400, 1);                // 2200
  date(root / "outside", 1'000'000'000, 5);
  ASSERT_EQ(::chmod((root / "a" / "b").c_str(), 0555), 0);
  date(root / "a" / "b", 1'100'000'000, 7);
  date(root / "a", 1'200'000'000, 8);
}

std::vector<TreeEntry> entries_of(const fs::path& root) {
  std::vector<TreeEntry> entries;
  read_tree(root, {}, [&](TreeEntry& entry) { entries.push_back(entry); });
  return entries;
}

struct TwoFolders : testing::Test {
  ScratchFolder from, into;
  ~TwoFolders() override {
    std::error_code ignored;
    for (const auto* folder : {&from, &into})
      for (const auto& path : {folder->path() / "a", folder->path() / "a" / "b"}) fs::permissions(path, fs::perms::owner_all, ignored);
  }
};
using CopyTree = TwoFolders;

} // namespace

TEST_F(CopyTree, gives_back_all_that_a_tree_has) {
  make_odd_tree(from.path());
  const auto totals = copy_tree(from.path(), into.path(), {});
  EXPECT_EQ(entries_of(into.path()), entries_of(from.path()));
  EXPECT_EQ(totals.unreadable, 0u);
  EXPECT_EQ(totals.incomplete, 0u);
  EXPECT_EQ(totals.files, 8u);
}

TEST_F(CopyTree, leaves_the_source_as_it_was) {
  make_odd_tree(from.path());
  const auto before = entries_of(from.path());
  copy_tree(from.path(), into.path(), {});
  EXPECT_EQ(entries_of(from.path()), before);
}

TEST_F(CopyTree, never_follows_a_link) {
  const ScratchFolder outside;
  put(outside.path() / "secret", "s");
  fs::create_directory_symlink(outside.path(), from.path() / "folder");
  fs::create_symlink(outside.path() / "secret", from.path() / "file");
  copy_tree(from.path(), into.path(), {});
  EXPECT_TRUE(fs::is_symlink(into.path() / "folder"));
  EXPECT_TRUE(fs::is_symlink(into.path() / "file"));
}

TEST_F(CopyTree, takes_only_the_files_that_are_wanted_and_every_folder) {
  fs::create_directories(from.path() / "x" / "y");
  put(from.path() / "x" / "yes", "1");
  put(from.path() / "x" / "y" / "no", "2");
  copy_tree(from.path(), into.path(), {.wanted = [](std::string_view path) { return path.ends_with("yes"); }, .pause = {}});
  EXPECT_TRUE(fs::exists(into.path() / "x" / "yes"));
  EXPECT_TRUE(fs::is_directory(into.path() / "x" / "y"));
  EXPECT_FALSE(fs::exists(into.path() / "x" / "y" / "no"));
}

TEST_F(CopyTree, of_links_to_a_file_that_was_not_wanted_first_takes_the_other_name) {
  put(from.path() / "first", "1");
  fs::create_hard_link(from.path() / "first", from.path() / "second");
  fs::create_hard_link(from.path() / "first", from.path() / "third");
  copy_tree(from.path(), into.path(), {.wanted = [](std::string_view path) { return path != "first"; }, .pause = {}});
  EXPECT_FALSE(fs::exists(into.path() / "first"));
  EXPECT_EQ(fs::hard_link_count(into.path() / "third"), 2u);
}

TEST_F(CopyTree, tells_that_the_disk_is_full) {
  put(from.path() / "large", std::string(3'000'000, 'x'));
  const auto said = tests::on_own_disk(into.path().string(), 1024, [&](const auto&) -> std::string {
    try {
      copy_tree(from.path(), into.path(), {});
    } catch (const Problem& problem) { return problem.kind() == ProblemKind::no_space ? "no space" : problem.what(); }
    return "copied";
  });
  EXPECT_EQ(said, "no space");
}

TEST_F(CopyTree, stops_when_it_is_told_to) {
  put(from.path() / "large", std::string(40'000'000, 'x'));
  const auto stop = [](std::uint64_t) { throw Problem{ProblemKind::cancelled, "", "stopped", ""}; };
  EXPECT_THROW(copy_tree(from.path(), into.path(), {.wanted = {}, .pause = stop}), Problem);
}
