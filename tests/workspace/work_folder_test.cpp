#include "toolkit/workspace/work_folder.hpp"

#include "tests/support/child.hpp"
#include "toolkit/base/file.hpp"

#include <gtest/gtest.h>

#include <sys/stat.h>

using namespace hdskit;
using namespace tests;
namespace fs = std::filesystem;

namespace {

std::size_t things_in(const fs::path& folder) { return static_cast<std::size_t>(std::distance(fs::directory_iterator{folder}, {})); }

fs::path abandoned(const fs::path& parent, const std::string& name, mode_t mode = 0700) {
  const auto path = parent / name;
  fs::create_directory(path);
  write_file(path / "import.hds", "half");
  ::chmod(path.c_str(), mode);
  return path;
}

} // namespace

TEST(WorkFolder, is_private_and_goes_with_all_it_holds) {
  const ScratchFolder parent;
  {
    const WorkFolder work{parent.path()};
    write_file(work.path() / "import.hds", "half");
    EXPECT_EQ(fs::status(work.path()).permissions(), fs::perms::owner_all);
  }
  EXPECT_EQ(things_in(parent.path()), 0u);
}

TEST(WorkFolder, is_removed_by_the_next_one_when_its_process_was_killed) {
  const ScratchFolder parent;
  Child child{[&](const Child::Line& line) {
    const WorkFolder work{parent.path()};
    write_file(work.path() / "import.hds", "half");
    line.say('s');
    line.wait();
  }};
  ASSERT_EQ(child.hear(), 's');
  EXPECT_EQ(remove_abandoned_work(parent.path()), 0) << "it is in use";
  EXPECT_EQ(things_in(parent.path()), 1u);
  child.kill();
  { const WorkFolder next{parent.path()}; }
  EXPECT_EQ(things_in(parent.path()), 0u);
}

TEST(WorkFolder, leaves_alone_what_is_not_its_own) {
  const ScratchFolder parent;
  const auto open_to_others = abandoned(parent.path(), "hdskit-work-abcdef", 0755);
  const auto other_name = abandoned(parent.path(), "hdskit-work-of-anne");
  const auto target = abandoned(parent.path(), "precious");
  fs::create_directory_symlink(target, parent.path() / "hdskit-work-ghijkl");
  write_file(parent.path() / "hdskit-work-mnopqr", "a file");
  EXPECT_EQ(remove_abandoned_work(parent.path()), 0);
  EXPECT_EQ(things_in(parent.path()), 5u);
  EXPECT_TRUE(fs::exists(target / "import.hds"));
  abandoned(parent.path(), "hdskit-work-stuvwx");
  EXPECT_EQ(remove_abandoned_work(parent.path()), 1);
}
