#include "tests/cli/run.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

#include <gmock/gmock.h>

namespace tests {
namespace {

using testing::HasSubstr;

/// The literal commands on which scripts rely, in the order in which a hospital types them, on the demonstration hospital.
TEST(DossierCommands, lead_from_nothing_to_a_filing_that_is_recognised) {
  const hdskit::ScratchFolder folder;
  const auto run = [&](const std::string& line) { return run_shell("cd " + folder.path().string() + "\n" + line); };
  const auto bytes_of = [&](const char* name) { return read_bytes((folder.path() / name).string()); };

  ASSERT_EQ(run("$hdskit demo create W --without-backups").status, 0);
  const auto check = run("$hdskit dossier check --workspace W --date 2026-11-22 --json");
  EXPECT_EQ(check.status, 1);
  EXPECT_EQ(boost::json::parse(check.out).at("complete"), false);
  EXPECT_EQ(run("$hdskit evidence verify --workspace W --json").status, 0);
  EXPECT_EQ(run("$hdskit journal verify --workspace W").status, 0);

  const auto built = run("$hdskit dossier build --workspace W --date 2026-11-22 --output D.pdf --json");
  ASSERT_EQ(built.status, 0) << built.out << built.err;
  EXPECT_EQ(boost::json::parse(built.out).at("draft"), true);
  EXPECT_THAT(bytes_of("D.pdf"), testing::StartsWith("%PDF-"));
  EXPECT_EQ(run("$hdskit dossier verify --workspace W D.pdf").status, 1) << "a draft is no filing";

  const auto refused = run("$hdskit dossier file --workspace W --date 2026-11-22 --output F.pdf");
  EXPECT_EQ(refused.status, 7);
  EXPECT_THAT(refused.err, HasSubstr("--despite"));
  EXPECT_EQ(run("test -e F.pdf").status, 1);

  const auto filed = run("$hdskit dossier file --workspace W --date 2026-11-22 --output F.pdf --despite 'Échéance du ministère'");
  ASSERT_EQ(filed.status, 0) << filed.err;
  EXPECT_EQ(run("$hdskit dossier verify --workspace W F.pdf").status, 0);
  EXPECT_EQ(boost::json::parse(run("$hdskit dossier verify --workspace W --json F.pdf").out).at("filing").at("reason"), "Échéance du ministère");
  EXPECT_EQ(run("printf ' ' >> F.pdf; $hdskit dossier verify --workspace W F.pdf").status, 1) << "one byte more";
  EXPECT_THAT(run("$hdskit dossier list --workspace W").out, HasSubstr("2026-11-22"));
  EXPECT_EQ(run("$hdskit journal verify --workspace W").status, 0);
}

TEST(TemplateCommands, export_try_and_give_back_a_template) {
  const hdskit::ScratchFolder folder;
  const auto run = [&](const std::string& line) { return run_shell("cd " + folder.path().string() + "\nexport HDSKIT_WORKSPACE=W.hds\n" + line); };
  ASSERT_EQ(run("$hdskit workspace create W.hds").status, 0);
  EXPECT_THAT(run("$hdskit template list").out, HasSubstr("p3-service"));
  ASSERT_EQ(run("$hdskit template export p3-service --output p3.md").status, 0);

  ASSERT_EQ(run("printf '\\n\\n{{a_word_that_nobody_supplies}}\\n' | cat p3.md - > broken.md").status, 0);
  const auto refused = run("$hdskit template import p3-service broken.md");
  EXPECT_EQ(refused.status, 2);
  EXPECT_THAT(refused.err, HasSubstr("a_word_that_nobody_supplies"));
  EXPECT_EQ(boost::json::parse(run("$hdskit template list --json").out).as_array().front().at("own"), false);

  ASSERT_EQ(run("printf '\\n\\nUn paragraphe de la maison.\\n' | cat p3.md - > own.md && $hdskit template import p3-service own.md").status, 0);
  EXPECT_THAT(run("$hdskit template export p3-service").out, HasSubstr("Un paragraphe de la maison."));
  ASSERT_EQ(run("$hdskit template import p3-service --original").status, 0);
  EXPECT_EQ(run("$hdskit template export p3-service | cmp - p3.md").status, 0);
}

} // namespace
} // namespace tests
