#include "tests/cli/run.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

#include <gmock/gmock.h>

namespace tests {
namespace {

using testing::HasSubstr;

TEST(BookletCommand, makes_the_paper_of_the_demonstration_hospital_and_never_overwrites_one) {
  const hdskit::ScratchFolder folder;
  const auto run = [&](const std::string& line) { return run_shell("cd " + folder.path().string() + "\n" + line); };
  ASSERT_EQ(run("$hdskit demo create W --without-backups").status, 0);
  const auto built = run("$hdskit continuity booklet --workspace W --date 2026-11-22 --output B.pdf --json");
  ASSERT_EQ(built.status, 0) << built.out << built.err;
  const auto told = boost::json::parse(built.out);
  EXPECT_EQ(told.at("date"), "2026-11-22");
  EXPECT_EQ(told.at("fingerprint").as_string().size(), 64u);
  EXPECT_GT(told.at("pages").as_int64(), 10);
  EXPECT_THAT(read_bytes((folder.path() / "B.pdf").string()), testing::StartsWith("%PDF-"));
  EXPECT_EQ(run("$hdskit continuity booklet --workspace W --output B.pdf").status, 7);
  const auto again = run("$hdskit continuity booklet --workspace W --date 2026-11-23 --output C.pdf --json");
  EXPECT_EQ(boost::json::parse(again.out).at("fingerprint"), told.at("fingerprint")) << "another day, the same records";
}

TEST(BookletCommand, has_nothing_to_print_in_a_new_workspace) {
  const hdskit::ScratchFolder folder;
  const auto run = [&](const std::string& line) { return run_shell("cd " + folder.path().string() + "\n" + line); };
  ASSERT_EQ(run("$hdskit workspace create W").status, 0);
  const auto refused = run("$hdskit continuity booklet --workspace W --output B.pdf");
  EXPECT_EQ(refused.status, 7);
  EXPECT_THAT(refused.err, HasSubstr("booklet would be empty"));
}

} // namespace
} // namespace tests
