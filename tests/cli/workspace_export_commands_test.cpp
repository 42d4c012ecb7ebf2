#include "tests/cli/run.hpp"
#include "tests/support/postgresql.hpp"

#include <boost/json/parse.hpp>

#include <gmock/gmock.h>

namespace tests {
namespace {

using testing::AllOf;
using testing::HasSubstr;

class WorkspaceExport : public testing::Test {
protected:
  Outcome run(const std::string& line) const { return run_shell("cd " + folder_.path().string() + "\n" + line); }
  std::string digest_of(const std::string& options) const {
    const auto outcome = run("$hdskit workspace export --json " + options);
    EXPECT_EQ(outcome.status, 0) << outcome.err;
    return std::string{boost::json::parse(outcome.out).at("digest").as_string()};
  }

private:
  hdskit::ScratchFolder folder_;
};

TEST_F(WorkspaceExport, carries_the_demonstration_hospital_to_a_server_and_back) {
  ASSERT_EQ(run("$hdskit demo create W.hds --without-backups").status, 0);
  const auto digest = digest_of("--workspace W.hds --output one");
  EXPECT_EQ(run("cd one && sha256sum --check --strict SHA256SUMS").status, 0);
  EXPECT_EQ(run("test \"$(sha256sum < one/hdskit-workspace.json)\" = '" + digest + "  -'").status, 0);
  const auto url = fresh_postgresql_database();
  ASSERT_EQ(run("$hdskit workspace import one --workspace '" + url + "' --digest " + digest).status, 0);
  EXPECT_EQ(run("$hdskit workspace check --workspace '" + url + "'").status, 0);
  EXPECT_EQ(digest_of("--workspace '" + url + "' --output two"), digest);
  EXPECT_EQ(run("diff -r one two").out, "");
  const auto made = run("$hdskit workspace import two --workspace NEW.hds");
  EXPECT_EQ(made.status, 0) << made.err;
  EXPECT_THAT(made.out, HasSubstr("It exports to the same digest: " + digest));
  EXPECT_EQ(run("export HDSKIT_WORKSPACE=NEW.hds; $hdskit journal verify && $hdskit workspace check").status, 0);
  EXPECT_EQ(run("test \"$($hdskit journal list --workspace W.hds --json)\" = \"$($hdskit journal list --workspace NEW.hds --json)\"").status, 0);
}

TEST_F(WorkspaceExport, warns_that_it_is_not_encrypted_and_names_the_digest) {
  ASSERT_EQ(run("$hdskit workspace create W.hds").status, 0);
  const auto outcome = run("$hdskit workspace export --workspace W.hds --output out");
  EXPECT_THAT(outcome.err, HasSubstr("not encrypted"));
  EXPECT_THAT(outcome.out, AllOf(HasSubstr("Digest to note elsewhere"), HasSubstr("0 documents")));
  EXPECT_EQ(run("$hdskit workspace export --workspace W.hds --output out").status, 2) << "something stands there";
}

TEST_F(WorkspaceExport, ends_with_the_status_of_what_is_wrong) {
  ASSERT_EQ(run("$hdskit workspace create W.hds && $hdskit workspace export --workspace W.hds --output out").status, 0);
  EXPECT_EQ(run("$hdskit workspace import out --workspace W.hds").status, 2) << "never over an existing file";
  EXPECT_EQ(run("$hdskit workspace import . --workspace N.hds").status, 2);
  EXPECT_EQ(run("$hdskit workspace import out --workspace N.hds --digest 12").status, 2);
  EXPECT_EQ(run("$hdskit workspace import out --workspace N.hds --digest " + std::string(64, '0')).status, 6);
  EXPECT_EQ(run("sed 's/\"export_format\": 1/\"export_format\": 2/' -i out/hdskit-workspace.json; $hdskit workspace import out --workspace N.hds").status, 5);
  EXPECT_EQ(
      run("sed 's/\"export_format\": 2/\"export_format\": 1/' -i out/hdskit-workspace.json; echo >> out/records/setting.jsonl; rm out/LISEZMOI.txt").status, 0);
  const auto outcome = run("$hdskit workspace import out --workspace N.hds");
  EXPECT_EQ(outcome.status, 6);
  EXPECT_THAT(outcome.err, AllOf(HasSubstr("2 defects"), HasSubstr("records/setting.jsonl"), HasSubstr("LISEZMOI.txt")));
  EXPECT_EQ(run("ls").out, "W.hds\nout\n");
}

} // namespace
} // namespace tests
