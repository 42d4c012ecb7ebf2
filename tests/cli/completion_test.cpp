#include "tests/cli/run.hpp"

#include <gmock/gmock.h>

namespace tests {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

/// What bash offers for the last word of `words`, one line each.
std::string offered(const std::string& words) {
  return run_shell("source <($hdskit completion bash)\n"
                   "cd '" TESTS_DIR "'\n"
                   "COMP_WORDS=(" +
                   words +
                   ")\nCOMP_CWORD=$((${#COMP_WORDS[@]} - 1))\n"
                   "_hdskit\nprintf '%s\\n' \"${COMPREPLY[@]}\"")
      .out;
}

TEST(Completion, is_a_script_that_bash_accepts) {
  const auto outcome = run_shell("$hdskit completion bash | bash -n");
  EXPECT_EQ(outcome.status, 0);
  EXPECT_EQ(outcome.err, "");
  EXPECT_THAT(run_shell("source <($hdskit completion bash); complete -p hdskit").out, HasSubstr("complete -F _hdskit hdskit"));
}

TEST(Completion, offers_nouns_then_verbs) {
  EXPECT_EQ(offered("hdskit evi"), "evidence\n");
  EXPECT_EQ(offered("hdskit workspace ba"), "backup\n");
  EXPECT_EQ(offered("hdskit --lang fr journal ''"), "list\nverify\nrevert\n");
}

TEST(Completion, offers_the_third_word_of_longer_commands) {
  EXPECT_EQ(offered("hdskit risk st"), "study\n");
  EXPECT_EQ(offered("hdskit risk study ''"), "import\nexport\n");
  EXPECT_EQ(offered("hdskit risk study import --rep"), "--replace\n");
  EXPECT_EQ(offered("hdskit risk study import CMakeL"), "CMakeLists.txt\n");
}

TEST(Completion, offers_the_options_of_the_command_and_no_others) {
  EXPECT_THAT(offered("hdskit evidence add --"),
              AllOf(HasSubstr("--valid-until\n"), HasSubstr("--workspace\n"), HasSubstr("--json\n"), Not(HasSubstr("--csv"))));
}

TEST(Completion, offers_the_choices_of_an_option) {
  EXPECT_EQ(offered("hdskit evidence add x.pdf --state w"), "written\n");
  EXPECT_EQ(offered("hdskit --lang ''"), "fr\nen\n");
}

TEST(Completion, offers_the_choices_of_an_operand_behind_an_option_with_its_value) {
  EXPECT_EQ(offered("hdskit organisation list --actor site sub"), "subcontractor\n");
}

TEST(Completion, knows_in_which_commands_an_option_takes_a_value) { // --due is a flag of one and the date of another
  const auto script = run_shell("$hdskit completion bash").out;
  EXPECT_THAT(script, AllOf(HasSubstr("|\"requirement answer --due\""), Not(HasSubstr("\"backup test --due\""))));
}

TEST(Completion, offers_files_where_a_path_is_expected) {
  EXPECT_EQ(offered("hdskit evidence add CMakeL"), "CMakeLists.txt\n");
  EXPECT_EQ(offered("hdskit journal list --workspace CMakeL"), "CMakeLists.txt\n");
}

TEST(Completion, offers_nothing_where_nothing_can_be_guessed) { EXPECT_EQ(offered("hdskit evidence add --title CMakeL"), "\n"); }

} // namespace
} // namespace tests
