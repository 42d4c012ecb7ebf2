#include "tests/support/workspaces.hpp"
#include "toolkit/backup/test_world.hpp"
#include "toolkit/demonstration/create_demonstration.hpp"
#include "toolkit/dossier/completeness.hpp"

#include <gmock/gmock.h>

#include <sys/stat.h>
#include <unistd.h>

using namespace hdskit;
using namespace tests;
using testing::HasSubstr;
using testing::IsEmpty;

namespace {

/// The real machine, at the time of the tests' person.
DemonstrationBackups on_this_machine(const std::filesystem::path& scratch) {
  const auto begin = std::chrono::steady_clock::now();
  auto number = std::make_shared<int>(0);
  const auto elapsed = [begin] { return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begin); };
  return {test_world({.now = [] { return Instant{std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now())}; },
                      .elapsed = elapsed,
                      .random =
                          [number](std::size_t count) {
                            std::string bytes(count, 'r');
                            bytes[0] = static_cast<char>(++*number);
                            return bytes;
                          },
                      .path = "/usr/local/bin:/usr/bin:/bin",
                      .program_folder = BINARY_DIR "/bin",
                      .as_root = ::geteuid() == 0}),
          scratch, "0.1.0"};
}

mode_t mode_of(const std::filesystem::path& path) {
  struct stat status {};
  EXPECT_EQ(::stat(path.c_str(), &status), 0) << path;
  return status.st_mode & 0777;
}

} // namespace

TEST(BackupsFolder, stands_beside_the_file) {
  EXPECT_EQ(backups_folder("/a/demo.hds"), "/a/demo-sauvegardes");
  EXPECT_EQ(backups_folder("/a/b.c/demo"), "/a/b.c/demo-sauvegardes");
}

/// One demonstration for all tests of this suite: it makes a repository and a database server.
class BackupsOfTheDemonstration : public testing::Test {
protected:
  static void SetUpTestSuite() {
    folder_ = new ScratchFolder;
    notes_ = create_demonstration((folder_->path() / "demo.hds").string(), acting(), {}, on_this_machine(std::filesystem::temp_directory_path()));
  }
  static void TearDownTestSuite() {
    delete folder_;
    folder_ = nullptr;
  }
  static Workspace open() { return Workspace::open((folder_->path() / "demo.hds").string()); }
  static std::filesystem::path backups() { return folder_->path() / "demo-sauvegardes"; }
  static inline std::vector<std::string> notes_;
  static inline ScratchFolder* folder_ = nullptr;
};

TEST_F(BackupsOfTheDemonstration, are_real_and_private) {
  EXPECT_THAT(notes_, IsEmpty());
  EXPECT_TRUE(std::filesystem::exists(backups() / "depot-restic/config"));
  EXPECT_TRUE(read_start(backups() / "laboratoire.dump", 5) == "PGDMP");
  EXPECT_EQ(mode_of(backups()), 0700u);
  EXPECT_EQ(mode_of(backups() / "mot-de-passe-restic"), 0600u);
  EXPECT_EQ(mode_of(backups() / "laboratoire.dump"), 0600u);
}

TEST_F(BackupsOfTheDemonstration, one_is_proven_one_fails_and_one_was_never_tested) {
  const auto workspace = open();
  const auto kept = read_backups(workspace);
  ASSERT_EQ(kept.runs.size(), 2u);
  EXPECT_EQ(kept.runs[0].source, "DPI-DOSSIERS");
  EXPECT_EQ(kept.runs[0].verdict, RunVerdict::proven) << kept.runs[0].reason;
  EXPECT_GE(kept.runs[0].level, ProofLevel::compared);
  EXPECT_EQ(kept.runs[1].source, "LABO-EXPORT");
  EXPECT_EQ(kept.runs[1].verdict, RunVerdict::difference) << kept.runs[1].reason;
  EXPECT_THAT(examine_chain(workspace).faults, IsEmpty());
  std::vector<std::string> gaps;
  for (const auto& gap : find_gaps(read_dossier_input(workspace), Instant::parse(kept.runs[0].started)->utc_date()))
    if (gap.kind >= GapKind::backup_failing) gaps.push_back(gap.item + " " + std::string{word_of(gap.kind)});
  EXPECT_THAT(gaps, testing::UnorderedElementsAre("BANDE-HEBDO backup-unproven", "LABO-EXPORT backup-failing", "URG backup-missing", "BLOC backup-missing"));
}

TEST_F(BackupsOfTheDemonstration, their_reports_are_documents_of_the_requirement) {
  const auto input = read_dossier_input(open());
  std::vector<std::string> codes;
  for (const auto* evidence : input.evidence_for("R1111-14-3-b")) codes.push_back(evidence->code);
  EXPECT_THAT(codes, testing::IsSupersetOf({"TR1", "TR2"}));
}

TEST(DemonstrationWithoutTools, tells_what_is_missing_and_makes_the_rest) {
  const ScratchFolder folder;
  auto machine = on_this_machine(folder.path());
  machine.world.tools.path = (folder.path() / "no-programs").string();
  machine.world.tools.postgresql_folders.clear();
  const auto notes = create_demonstration((folder.path() / "w.hds").string(), acting(), {}, machine);
  EXPECT_THAT(notes, testing::ElementsAre(HasSubstr("restic"), HasSubstr("postgresql")));
  EXPECT_EQ(read_backups(Workspace::open((folder.path() / "w.hds").string())).sources.size(), 1u);
}

TEST(DemonstrationWithoutTools, a_folder_that_stands_there_is_left_alone_and_no_workspace_is_left) {
  const ScratchFolder folder;
  std::filesystem::create_directory(folder.path() / "demo-sauvegardes");
  write_file(folder.path() / "demo-sauvegardes/mine", "kept");
  const auto file = folder.path() / "demo.hds";
  EXPECT_EQ(problem_of([&] { create_demonstration(file.string(), acting(), {}, on_this_machine(folder.path())); }).kind(), ProblemKind::refused);
  EXPECT_FALSE(std::filesystem::exists(file));
  EXPECT_EQ(read_file(folder.path() / "demo-sauvegardes/mine"), "kept");
}
