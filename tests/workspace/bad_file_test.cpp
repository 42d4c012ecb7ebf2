#include "tests/support/child.hpp"
#include "tests/support/golden.hpp"
#include "tests/support/workspaces.hpp"
#include "toolkit/workspace/care.hpp"
#include "toolkit/workspace/document_store.hpp"
#include "toolkit/workspace/journal.hpp"
#include "toolkit/workspace/settings.hpp"

#include <gmock/gmock.h>
#include <sys/stat.h>

using namespace hdskit;
using namespace tests;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

namespace {

class BadFile : public testing::Test {
protected:
  std::string path(const std::string& name) const { return (folder_.path() / name).string(); }
  /// Opening `name` must end in this kind of problem, with a sentence and a remedy, and must not change a byte nor leave a file.
  Problem refused(const std::string& name, ProblemKind kind) {
    const bool is_file = std::filesystem::is_regular_file(path(name));
    const auto bytes = is_file ? read_bytes(path(name)) : "";
    const auto things = std::distance(std::filesystem::directory_iterator{folder_.path()}, {});
    auto problem = problem_of([&] { Workspace::open(path(name)); });
    EXPECT_EQ(problem.kind(), kind) << problem.what();
    EXPECT_THAT(problem.what(), HasSubstr(name));
    EXPECT_NE(problem.remedy(), "");
    EXPECT_TRUE(!is_file || bytes == read_bytes(path(name))) << "the file was touched";
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator{folder_.path()}, {}), things);
    return problem;
  }
  std::string sound_workspace(const std::string& name) {
    auto workspace = Workspace::create(path(name), acting());
    workspace.change(acting(), [](Change& change) {
      for (int i = 0; i < 40; ++i) set_setting(change, "name " + std::to_string(i), std::string(300, 'v'));
      store_document_bytes(change, std::string(70'000, 'd'));
    });
    return read_bytes(workspace.location());
  }
  ScratchFolder folder_;
};

TEST_F(BadFile, that_does_not_exist_is_not_created) {
  refused("no-such-workspace.hds", ProblemKind::not_found);
  refused("no-such-folder/workspace.hds", ProblemKind::not_found);
  EXPECT_THAT(problem_of([&] { Workspace::create(path("no-such-folder/workspace.hds"), acting()); }).kind(), ProblemKind::not_found);
}

TEST_F(BadFile, that_is_something_else_gets_a_sentence_of_its_own) {
  write_file(path("empty-file.hds"), "");
  write_file(path("a-letter.hds"), "Madame, Monsieur,\n" + std::string(500, '.'));
  write_file(path("short-text.hds"), "abc");
  std::filesystem::create_directory(path("folder.hds"));
  ASSERT_EQ(::mkfifo(path("named-pipe.hds").c_str(), 0600), 0);
  const auto sound = sound_workspace("sound.hds");
  auto other = sound;
  other[68] = 'X'; // the application id in the header
  write_file(path("database-of-another-program.hds"), other);

  EXPECT_THAT(refused("empty-file.hds", ProblemKind::bad_input).what(), HasSubstr("empty"));
  EXPECT_THAT(refused("a-letter.hds", ProblemKind::bad_input).what(), HasSubstr("another kind"));
  EXPECT_THAT(refused("short-text.hds", ProblemKind::bad_input).what(), HasSubstr("another kind"));
  EXPECT_THAT(refused("folder.hds", ProblemKind::bad_input).what(), HasSubstr("folder"));
  EXPECT_THAT(refused("named-pipe.hds", ProblemKind::bad_input).what(), HasSubstr("empty"));
  EXPECT_THAT(refused("database-of-another-program.hds", ProblemKind::bad_input).what(), HasSubstr("another program"));
  EXPECT_THAT(problem_of([&] { Workspace::create(path("folder.hds"), acting()); }).kind(), ProblemKind::bad_input);
}

TEST_F(BadFile, that_ends_too_early_is_damaged) {
  const auto sound = sound_workspace("sound.hds");
  write_file(path("cut-in-its-header.hds"), sound.substr(0, 60));
  write_file(path("cut-in-the-middle.hds"), sound.substr(0, sound.size() / 2));
  refused("cut-in-its-header.hds", ProblemKind::damaged);
  EXPECT_THAT(refused("cut-in-the-middle.hds", ProblemKind::damaged).remedy(), HasSubstr("restore"));
}

TEST_F(BadFile, with_any_page_overwritten_is_found_out) {
  const auto sound = sound_workspace("sound.hds");
  EXPECT_THAT(check_workspace(Workspace::open(path("sound.hds"))), IsEmpty());
  constexpr std::size_t page = 4096;
  for (std::size_t at = page; at < sound.size(); at += page) {
    auto bytes = sound;
    for (std::size_t i = 0; i < page; ++i) bytes[at + i] = static_cast<char>(~bytes[at + i]);
    write_file(path("overwritten-page.hds"), bytes);
    std::vector<std::string> defects;
    try {
      defects = check_workspace(Workspace::open(path("overwritten-page.hds")));
    } catch (const Problem& problem) {
      ASSERT_EQ(problem.kind(), ProblemKind::damaged) << problem.what();
      defects.emplace_back(problem.what());
    }
    EXPECT_THAT(defects, Not(IsEmpty())) << "page at " << at;
  }
}

TEST_F(BadFile, with_its_first_table_overwritten_does_not_open) {
  auto bytes = sound_workspace("sound.hds");
  for (std::size_t i = 100; i < 4096; ++i) bytes[i] = static_cast<char>(~bytes[i]); // behind the header
  write_file(path("overwritten-schema.hds"), bytes);
  EXPECT_THAT(refused("overwritten-schema.hds", ProblemKind::damaged).what(), HasSubstr("its pages do not fit together"));
}

TEST_F(BadFile, names_may_be_as_odd_as_people_are) {
  const auto here = std::filesystem::current_path();
  std::filesystem::current_path(folder_.path());
  for (const auto* name : {"two  words.hds", "a=b readonly.hds", "\"quoted\".hds", "été.hds", "file:x?mode=memory", ":memory:", "%20.hds", "-dash"}) {
    { auto workspace = Workspace::create(name, acting()); }
    EXPECT_TRUE(std::filesystem::is_regular_file(folder_.path() / name)) << name;
    EXPECT_EQ(journal_entries(Workspace::open(name)).size(), 1u) << name;
  }
  std::filesystem::current_path(here);
}

TEST_F(BadFile, is_what_a_new_workspace_is_not) {
  const auto old_mask = ::umask(0);
  { auto workspace = Workspace::create(path("new.hds"), acting()); }
  ::umask(old_mask);
  struct stat status {};
  ASSERT_EQ(::stat(path("new.hds").c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777, 0600u) << "for its owner only, whatever the umask";
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator{folder_.path()}, {}), 1);
}

std::string told(const Problem& problem) { return std::to_string(exit_code(problem.kind())) + " " + problem.what(); }

TEST(ReadOnlyFolder, is_enough_to_read_and_refuses_a_change) {
  const ScratchFolder mount;
  const auto report = on_own_disk(mount.path().string(), 8192, [&](const std::function<void()>& make_read_only) {
    const auto file = (mount.path() / "workspace.hds").string();
    Workspace::create(file, acting()).change(acting(), [](Change& change) { set_setting(change, "name", "value"); });
    make_read_only();
    auto workspace = Workspace::open(file);
    std::string lines = setting(workspace, "name").value_or("absent") + "\n" + (verify_journal(workspace) ? "broken" : "sound") + "\n";
    lines += told(problem_of([&] { workspace.change(acting(), [](Change& change) { set_setting(change, "name", "other"); }); })) + "\n";
    lines += told(problem_of([&] { Workspace::create((mount.path() / "new.hds").string(), acting()); })) + "\n";
    lines += told(problem_of([&] { backup_workspace(workspace, mount.path() / "backup.hds"); })) + "\n";
    return lines + setting(workspace, "name").value_or("absent");
  });
  EXPECT_THAT(report, testing::ContainsRegex("^value\nsound\n7 [^\n]*\n7 [^\n]*\n7 [^\n]*\nvalue$"));
}

TEST(FullDisk, refuses_what_has_no_room_and_keeps_the_rest) {
  const ScratchFolder mount;
  const auto report = on_own_disk(mount.path().string(), 1536, [&](const std::function<void()>&) {
    const auto file = (mount.path() / "workspace.hds").string();
    auto workspace = Workspace::create(file, acting());
    workspace.change(acting(), [](Change& change) { set_setting(change, "before", "kept"); });
    std::string lines;
    lines += told(problem_of([&] { workspace.change(acting(), [](Change& change) { store_document_bytes(change, std::string(4 << 20, 'x')); }); })) + "\n";
    lines += setting(workspace, "before").value_or("absent") + (check_workspace(workspace).empty() ? " sound" : " damaged") + "\n";
    workspace.change(acting(), [](Change& change) { set_setting(change, "after", "kept too"); });
    for (;;) { // until nothing more fits, however small
      try {
        workspace.change(acting(), [](Change& change) {
          store_document_bytes(change, "filler " + std::to_string(change.next_number("filler")) + std::string(20'000, 'f'));
        });
      } catch (const Problem& problem) {
        lines += told(problem) + "\n";
        break;
      }
    }
    lines += told(problem_of([&] { Workspace::create((mount.path() / "second.hds").string(), acting()); })) + "\n";
    lines += told(problem_of([&] { backup_workspace(workspace, mount.path() / "backup.hds"); })) + "\n";
    lines += std::to_string(std::distance(std::filesystem::directory_iterator{mount.path()}, {})) + " file, " +
             setting(Workspace::open(file), "after").value_or("absent");
    return lines + (check_workspace(workspace).empty() ? " sound" : " damaged");
  });
  EXPECT_THAT(report, testing::ContainsRegex("^8 [^\n]*\nkept sound\n8 [^\n]*\n8 [^\n]*\n8 [^\n]*\n1 file, kept too sound$"));
}

} // namespace
