#include "toolkit/base/file.hpp"

#include "toolkit/base/problem.hpp"

#include <gtest/gtest.h>

#include <sys/stat.h>

using namespace hdskit;
namespace fs = std::filesystem;

namespace {

unsigned mode_of(const fs::path& path) {
  struct stat status {};
  ::stat(path.c_str(), &status);
  return status.st_mode & 0777;
}

std::size_t entries(const fs::path& folder) { return static_cast<std::size_t>(std::distance(fs::directory_iterator{folder}, {})); }

} // namespace

TEST(File, is_written_for_its_owner_only_whatever_the_umask) {
  const ScratchFolder folder;
  const auto before = ::umask(0);
  write_file(folder.path() / "secret", "x");
  ::umask(before);
  EXPECT_EQ(mode_of(folder.path() / "secret"), 0600u);
  EXPECT_EQ(mode_of(folder.path()), 0700u);
}

TEST(File, appears_whole_or_not_at_all) {
  const ScratchFolder folder;
  const auto path = folder.path() / "report";
  write_file(path, "old");
  {
    PendingFile pending{path};
    pending.write(std::string(3u << 20, 'n'));
    EXPECT_EQ(read_file(path), "old");
  }
  EXPECT_EQ(read_file(path), "old");
  EXPECT_EQ(entries(folder.path()), 1u);
  PendingFile pending{path};
  pending.write("new");
  pending.commit();
  EXPECT_EQ(read_file(path), "new");
}

TEST(File, on_a_full_disk_says_so) {
  try {
    PendingFile pending{"/dev/shm/hdskit-full-test"};
    fail_on_file("/dev/shm/hdskit-full-test", ENOSPC);
  } catch (const Problem& problem) {
    EXPECT_EQ(problem.kind(), ProblemKind::no_space);
    EXPECT_FALSE(problem.remedy().empty());
  }
  EXPECT_FALSE(fs::exists("/dev/shm/hdskit-full-test"));
}

TEST(File, larger_than_its_limit_is_refused) {
  const ScratchFolder folder;
  write_file(folder.path() / "big", std::string(2000, 'x'));
  EXPECT_THROW(read_file(folder.path() / "big", 1000), Problem);
  EXPECT_EQ(read_start(folder.path() / "big", 10), "xxxxxxxxxx");
  EXPECT_EQ(read_start(folder.path() / "big", 5000).size(), 2000u);
}

TEST(File, scratch_folder_goes_with_all_it_holds) {
  fs::path path;
  {
    const ScratchFolder folder;
    path = folder.path();
    write_file(path / "a", "a");
    fs::create_directory(path / "b");
  }
  EXPECT_FALSE(fs::exists(path));
}
