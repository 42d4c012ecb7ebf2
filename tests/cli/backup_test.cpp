#include "tests/cli/run.hpp"

#include "toolkit/backup/backup_store.hpp"
#include "toolkit/backup/file_lock.hpp"
#include "toolkit/backup/result_file.hpp"

#include <boost/json/parse.hpp>
#include <gmock/gmock.h>

#include <sys/stat.h>

namespace tests {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

/// A hospital's folder of results, its copy, and a workspace that knows the copy as the source COPIE.
class BackupCommands : public testing::Test {
protected:
  const hdskit::ScratchFolder folder_;
  const std::string root_ = folder_.path().string();

  void SetUp() override {
    const auto made = shell("mkdir scratch source && for i in 1 2 3 4 5; do echo resultat $i > source/DUPONT-Jeanne-$i.txt; done && mkdir source/vide &&"
                            " cp -a source copie && $hdskit backup manifest source --output source.manifeste &&"
                            " $hdskit workspace create hopital.hds &&"
                            " $hdskit backup source add --name COPIE --kind directory --location $root/copie --reference-manifest $root/source.manifeste");
    ASSERT_EQ(made.status, 0) << made.err;
  }
  Outcome shell(const std::string& line) const {
    return run_shell("export HDSKIT_WORKSPACE='" + root_ + "/hopital.hds' HDSKIT_ACTOR='Hélène Rousset' TMPDIR='" + root_ + "/scratch' root='" + root_ +
                     "'\ncd \"$root\" || exit 99\n" + line);
  }
  boost::json::object answer(const Outcome& outcome) const {
    boost::system::error_code error;
    auto value = boost::json::parse(outcome.out, error);
    EXPECT_FALSE(error) << outcome.out << outcome.err;
    return value.is_object() ? value.as_object() : boost::json::object{};
  }
  std::string text(const boost::json::object& object, std::string_view name) const {
    const auto* value = object.if_contains(name);
    return value && value->is_string() ? std::string{value->as_string().c_str()} : "";
  }
  /// What is left in the folder of scratch spaces, the lock files aside.
  std::vector<std::string> left_behind() const {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator{root_ + "/scratch"})
      if (entry.path().extension() != ".lock") names.push_back(entry.path().filename().string());
    return names;
  }
};

TEST_F(BackupCommands, prove_a_copy_and_file_the_proof) {
  EXPECT_EQ(shell("$hdskit backup due").status, 1); // never tested
  const auto test = shell("$hdskit backup test COPIE --json");
  ASSERT_EQ(test.status, 0) << test.out << test.err;
  const auto report = answer(test);
  EXPECT_EQ(text(report, "verdict"), "proven");
  EXPECT_EQ(text(report, "test"), "TR1");
  EXPECT_THAT(test.out, Not(HasSubstr("DUPONT"))); // names of files can be names of patients
  EXPECT_THAT(left_behind(), IsEmpty());
  EXPECT_EQ(shell("$hdskit backup due").status, 0);
  const auto history = shell("$hdskit backup history");
  EXPECT_EQ(history.status, 0);
  EXPECT_THAT(history.out, AllOf(HasSubstr("TR1"), HasSubstr("is intact")));
  EXPECT_EQ(shell("$hdskit backup report TR1 --output TR1.pdf && head -c 5 TR1.pdf > debut").status, 0);
  EXPECT_EQ(read_bytes(root_ + "/debut"), "%PDF-");
  EXPECT_THAT(shell("$hdskit evidence list --json").out, HasSubstr(text(report, "evidence")));
  EXPECT_THAT(shell("$hdskit workspace check").out, Not(HasSubstr("COPIE")));
  EXPECT_EQ(shell("$hdskit workspace check").status, 0);
}

TEST_F(BackupCommands, tell_a_difference_and_its_names_only_when_asked) {
  ASSERT_EQ(shell("cp -p copie/DUPONT-Jeanne-3.txt horodatage && printf X | dd of=copie/DUPONT-Jeanne-3.txt conv=notrunc status=none &&"
                  " touch -r horodatage copie/DUPONT-Jeanne-3.txt && rm copie/DUPONT-Jeanne-5.txt")
                .status,
            0);
  const auto test = shell("$hdskit backup test COPIE");
  EXPECT_EQ(test.status, 1) << test.out << test.err;
  EXPECT_THAT(test.out, AllOf(HasSubstr("TR1"), Not(HasSubstr("DUPONT"))));
  EXPECT_EQ(shell("$hdskit backup due").status, 1);
  EXPECT_THAT(shell("$hdskit backup report TR1 --json").out, Not(HasSubstr("DUPONT")));
  EXPECT_EQ(shell("$hdskit backup report TR1 --differences").status, 7); // no terminal
  ASSERT_EQ(shell("$hdskit backup report TR1 --names ecarts").status, 0);
  const auto names = read_bytes(root_ + "/ecarts");
  EXPECT_THAT(names, AllOf(HasSubstr("DUPONT-Jeanne-3.txt"), HasSubstr("DUPONT-Jeanne-5.txt"), Not(HasSubstr("DUPONT-Jeanne-1.txt"))));
}

TEST_F(BackupCommands, say_when_only_an_objective_is_missed) {
  ASSERT_EQ(shell("find source copie -exec touch -h -d '3 days ago' {} + && $hdskit backup manifest source --output source.manifeste &&"
                  " $hdskit backup source edit COPIE --set rpo='1 h'")
                .status,
            0);
  const auto test = shell("$hdskit backup test COPIE --json");
  EXPECT_EQ(test.status, 2) << test.out << test.err;
  EXPECT_EQ(text(answer(test), "verdict"), "objective_missed");
}

TEST_F(BackupCommands, never_pass_an_empty_backup) {
  ASSERT_EQ(shell("rm -r copie/* && $hdskit backup manifest copie --output source.manifeste").status, 0);
  const auto test = shell("$hdskit backup test COPIE");
  EXPECT_EQ(test.status, 1) << test.out << test.err;
}

TEST_F(BackupCommands, end_with_3_when_the_drill_breaks_and_64_when_the_words_are_wrong) {
  EXPECT_EQ(shell("$hdskit backup test INCONNUE").status, 3);
  EXPECT_EQ(shell("$hdskit backup test COPIE --workspace nowhere.hds").status, 3);
  EXPECT_EQ(shell("$hdskit backup test COPIE --scratch $root/nowhere").status, 3);
  for (const auto* words : {"", "COPIE --all", "COPIE --no-such-option", "COPIE --password-descriptor x", "COPIE --trigger moon", "COPIE --output r",
                            "--plan p", "COPIE --reference a --manifest b", "--all --point p", "COPIE PACS"})
    EXPECT_EQ(shell(std::string{"$hdskit backup test "} + words).status, 64) << words;
  const auto json = shell("$hdskit backup test INCONNUE --json");
  EXPECT_EQ(json.status, 3);
  EXPECT_TRUE(answer(json).contains("error"));
}

TEST_F(BackupCommands, file_a_drill_that_broke_so_that_it_cannot_be_left_out) {
  ASSERT_EQ(shell("mv copie ailleurs").status, 0);
  const auto test = shell("$hdskit backup test COPIE --json");
  EXPECT_EQ(test.status, 3) << test.out << test.err;
  EXPECT_EQ(text(answer(test), "verdict"), "inconclusive");
  EXPECT_THAT(shell("$hdskit backup history --json").out, HasSubstr("inconclusive"));
  EXPECT_THAT(left_behind(), IsEmpty());
}

TEST_F(BackupCommands, test_several_sources_and_tell_the_gravest) {
  ASSERT_EQ(shell("cp -a source autre && rm autre/DUPONT-Jeanne-1.txt &&"
                  " $hdskit backup source add --name AUTRE --kind directory --location $root/autre --reference-manifest $root/source.manifeste")
                .status,
            0);
  const auto all = shell("$hdskit backup test --all --json");
  EXPECT_EQ(all.status, 1) << all.err;
  EXPECT_EQ(answer(all).at("tests").as_array().size(), 2u);
  ASSERT_EQ(shell("mv copie ailleurs").status, 0);
  EXPECT_EQ(shell("$hdskit backup test --all").status, 3); // what broke is graver than what differs
  const auto due = shell("$hdskit backup test --due --json");
  EXPECT_EQ(answer(due).at("tests").as_array().size(), 1u); // COPIE was proven before, and a broken drill takes no proof away
}

TEST_F(BackupCommands, do_not_test_a_source_twice_at_a_time) {
  const auto workspace = hdskit::Workspace::open(root_ + "/hopital.hds");
  const hdskit::FileLock lock{hdskit::source_lock_file(root_ + "/scratch", hdskit::workspace_mark(workspace), "COPIE"), "COPIE"};
  const auto test = shell("$hdskit backup test COPIE");
  EXPECT_EQ(test.status, 3);
  EXPECT_THAT(test.err, HasSubstr("Another process"));
}

TEST_F(BackupCommands, speak_to_nagios_and_prometheus) {
  const auto never = shell("$hdskit backup due --plugin");
  EXPECT_EQ(never.status, 2);
  EXPECT_THAT(never.out, StartsWith("HDSKIT CRITICAL - 0 of 1 sources proven"));
  const auto test = shell("$hdskit backup test COPIE --plugin --metrics hdskit.prom");
  EXPECT_EQ(test.status, 0) << test.out << test.err;
  EXPECT_THAT(test.out, AllOf(StartsWith("HDSKIT OK - COPIE: "), HasSubstr("|"), HasSubstr("'COPIE_restore'=")));
  EXPECT_THAT(read_bytes(root_ + "/hdskit.prom"), HasSubstr("hdskit_restore_proven{source=\"COPIE\",kind=\"directory\",service=\"\"} 1\n"));
  EXPECT_EQ(shell("$hdskit backup due --plugin").status, 0);
  EXPECT_EQ(shell("$hdskit backup due --plugin --date 2040-01-01").status, 2); // the timer stopped
  EXPECT_EQ(shell("$hdskit backup due --plugin --workspace nowhere.hds").status, 3);
  EXPECT_EQ(shell("$hdskit backup test INCONNUE --plugin").status, 3);
}

TEST_F(BackupCommands, bring_results_of_a_machine_that_sees_no_workspace) {
  ASSERT_EQ(shell("$hdskit backup source export COPIE --output copie.plan && unset HDSKIT_WORKSPACE &&"
                  " $hdskit backup machine create --output nas.key > nas.pub")
                .status,
            0);
  const auto remote = shell("unset HDSKIT_WORKSPACE; $hdskit backup test --plan copie.plan --key nas.key --output r1 --json");
  ASSERT_EQ(remote.status, 0) << remote.out << remote.err;
  EXPECT_EQ(shell("$hdskit backup import r1").status, 7); // nobody knows that machine yet
  EXPECT_EQ(shell("$hdskit backup machine add --name NAS --public-key nas.key").status, 7);
  ASSERT_EQ(shell("$hdskit backup machine add --name NAS --public-key nas.pub").status, 0);
  EXPECT_EQ(shell("sed 's/resultat/resultaT/; s/COPIE/COPIF/' r1 > r2; $hdskit backup import r2").status, 6);
  const auto imported = shell("$hdskit backup import r1 --json");
  ASSERT_EQ(imported.status, 0) << imported.out << imported.err;
  EXPECT_EQ(shell("$hdskit backup import r1").status, 7); // once
  EXPECT_EQ(shell("$hdskit backup due").status, 0);
  EXPECT_THAT(shell("$hdskit backup history").out, AllOf(HasSubstr("NAS"), HasSubstr("is intact"), Not(HasSubstr("never came"))));
  ASSERT_EQ(shell("$hdskit backup test --plan copie.plan --key nas.key --output r3 && rm r3 &&"
                  " $hdskit backup test --plan copie.plan --key nas.key --output r4 && $hdskit backup import r4")
                .status,
            0);
  EXPECT_THAT(shell("$hdskit backup history").out, HasSubstr("result 2 never came"));
  EXPECT_THAT(left_behind(), IsEmpty());
}

TEST_F(BackupCommands, keep_the_key_of_a_machine_private) {
  ASSERT_EQ(shell("umask 0; $hdskit backup machine create --output nas.key").status, 0);
  struct stat status {};
  ASSERT_EQ(::stat((root_ + "/nas.key").c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777, 0600u);
  EXPECT_EQ(shell("$hdskit backup machine create --output nas.key").status, 7);
}

TEST_F(BackupCommands, name_what_was_done_to_the_chain) {
  ASSERT_EQ(shell("$hdskit backup test COPIE && $hdskit backup test COPIE").status, 0);
  ASSERT_EQ(shell("sqlite3 hopital.hds 'delete from restore_run where id = 1'").status, 0);
  const auto history = shell("$hdskit backup history --json");
  EXPECT_EQ(history.status, 1);
  EXPECT_THAT(history.out, AllOf(HasSubstr("TR1 was recorded and is gone"), HasSubstr("\"intact\":false")));
}

TEST_F(BackupCommands, keep_no_password_in_sources_and_take_it_from_a_descriptor) {
  const auto refused = shell("$hdskit backup source add --name REST --kind restic --location rest:https://hds:secret@nas/");
  EXPECT_EQ(refused.status, 2);
  EXPECT_THAT(refused.err, AllOf(HasSubstr("holds a password"), Not(HasSubstr("secret@"))));
  EXPECT_EQ(shell("$hdskit backup test COPIE --password-descriptor 9 9< /dev/null").status, 3); // it gives none
}

TEST_F(BackupCommands, look_after_sources) {
  EXPECT_EQ(shell("$hdskit backup source edit COPIE --set turns=1001").status, 2);
  EXPECT_EQ(shell("$hdskit backup source edit COPIE --set test_every=90").status, 0);
  EXPECT_THAT(shell("$hdskit backup source list").out, HasSubstr("COPIE"));
  EXPECT_THAT(shell("$hdskit backup source show copie --json").out, HasSubstr("\"test_every\":90"));
  EXPECT_THAT(shell("$hdskit backup source fields").out, AllOf(HasSubstr("reference_manifest"), HasSubstr("backup arrangement")));
  EXPECT_EQ(shell("$hdskit backup source remove COPIE").status, 0);
  EXPECT_EQ(shell("$hdskit backup test --all").status, 3); // no source: nothing is proven
  EXPECT_EQ(shell("$hdskit backup due --plugin").status, 3);
}

} // namespace
} // namespace tests
