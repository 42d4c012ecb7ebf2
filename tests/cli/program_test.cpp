#include "cli/display_width.hpp"
#include "tests/cli/run.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

#include <gmock/gmock.h>

namespace tests {
namespace {

using testing::HasSubstr;

TEST(Program, prints_its_version) {
  const auto outcome = run_here({"--version"});
  EXPECT_EQ(outcome.status, 0);
  EXPECT_THAT(outcome.out, testing::MatchesRegex("hdskit [0-9]+\\.[0-9]+\\.[0-9]+\n"));
}

TEST(Program, shows_all_commands_when_asked_and_fails_when_nothing_was_typed) {
  const auto asked = run_here({"--help"});
  EXPECT_EQ(asked.status, 0);
  for (const char* command : {"workspace create", "dossier build", "evidence verify", "completion bash"}) EXPECT_THAT(asked.out, HasSubstr(command));
  const auto nothing = run_here({});
  EXPECT_EQ(nothing.status, 2);
  EXPECT_EQ(nothing.out, "");
  EXPECT_EQ(nothing.err, asked.out);
}

TEST(Program, shows_the_verbs_of_a_noun) {
  const auto outcome = run_here({"journal", "-h"});
  EXPECT_EQ(outcome.status, 0);
  EXPECT_THAT(outcome.out, HasSubstr("journal verify"));
  EXPECT_THAT(outcome.out, testing::Not(HasSubstr("evidence")));
}

TEST(Program, proposes_the_closest_command) {
  const auto outcome = run_here({"evidnce", "lst"});
  EXPECT_EQ(outcome.status, 2);
  EXPECT_EQ(outcome.out, "");
  EXPECT_EQ(outcome.err, "hdskit: hdskit does not know the command “evidnce lst”.\nDid you mean “hdskit evidence list”?\n");
}

TEST(Program, tells_a_problem_as_json_with_the_same_status) {
  const auto outcome = run_here({"journal", "list", "--json", "--workspace", "/nowhere/absent.hds"});
  EXPECT_EQ(outcome.status, 3);
  EXPECT_EQ(outcome.err, "");
  const auto error = boost::json::parse(outcome.out).at("error");
  EXPECT_EQ(error.at("kind"), "not-found");
  EXPECT_EQ(error.at("subject"), "/nowhere/absent.hds");
  EXPECT_FALSE(error.at("sentence").as_string().empty());
  EXPECT_FALSE(error.at("remedy").as_string().empty());
}

TEST(Program, tells_even_a_wrong_command_line_as_json) {
  const auto outcome = run_here({"journal", "lsit", "--json"});
  EXPECT_EQ(outcome.status, 2);
  EXPECT_EQ(boost::json::parse(outcome.out).at("error").at("kind"), "bad-input");
}

TEST(Program, asks_for_the_workspace_that_nobody_named) {
  const auto outcome = run_here({"journal", "list"});
  EXPECT_EQ(outcome.status, 2);
  EXPECT_THAT(outcome.err, HasSubstr("HDSKIT_WORKSPACE"));
}

TEST(Program, takes_the_workspace_from_the_environment_unless_one_is_named) {
  EXPECT_THAT(run_here({"journal", "list"}, {{"HDSKIT_WORKSPACE", "/nowhere/a.hds"}}).err, HasSubstr("/nowhere/a.hds"));
  EXPECT_THAT(run_here({"journal", "list", "--workspace", "/nowhere/b.hds"}, {{"HDSKIT_WORKSPACE", "/nowhere/a.hds"}}).err, HasSubstr("/nowhere/b.hds"));
}

TEST(Program, prints_a_manual_page_with_generated_synopsis_and_options) {
  const auto english = run_here({"help", "evidence", "add", "--lang", "en"});
  EXPECT_EQ(english.status, 0);
  for (const char* part : {"hdskit evidence add", "[OPTION…] FILE", "--valid-until", "Exit status", "130: stopped by Ctrl-C", "Examples"})
    EXPECT_THAT(english.out, HasSubstr(part));
  const auto french = run_here({"help", "evidence", "add", "--lang", "fr"});
  EXPECT_EQ(french.status, 0);
  for (const char* part : {"hdskit evidence add", "--valid-until", "Codes de sortie", "arrêté par Ctrl-C", "Exemples"})
    EXPECT_THAT(french.out, HasSubstr(part));
}

TEST(Program, keeps_manual_text_within_eighty_columns) {
  std::istringstream lines{run_here({"help", "evidence", "verify", "--lang", "en"}).out};
  for (std::string line; std::getline(lines, line);)
    if (!line.starts_with("        hdskit ")) { EXPECT_LE(hdskit::cli::display_width(line), 80u) << line; }
}

} // namespace
} // namespace tests
