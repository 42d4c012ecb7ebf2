#include "cli/arguments.hpp"

#include "cli/catalogue.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"

#include <gmock/gmock.h>

namespace hdskit::cli {
namespace {

using testing::HasSubstr;

Arguments parse(std::string_view command, const std::vector<std::string>& words) { return parse_arguments(*find_command(command), words); }

Problem problem_of(std::string_view command, const std::vector<std::string>& words) {
  use_language(Language::english);
  try {
    parse(command, words);
  } catch (const Problem& problem) { return problem; }
  throw std::logic_error{"nothing was refused"};
}

TEST(Arguments, reads_operands_options_and_what_is_repeated) {
  const auto arguments = parse("evidence add", {"--requirement", "A", "essai.pdf", "--requirement=B", "--valid-until", "30/06/2027", "--json"});
  EXPECT_EQ(arguments.text("file"), "essai.pdf");
  EXPECT_THAT(arguments.all("requirement"), testing::ElementsAre("A", "B"));
  EXPECT_EQ(arguments.date("valid-until"), Date::of(2027, 6, 30));
  EXPECT_TRUE(arguments.has("json"));
  EXPECT_FALSE(arguments.has("quiet"));
}

TEST(Arguments, takes_words_behind_two_hyphens_as_they_are) { EXPECT_EQ(parse("evidence add", {"--", "--strange.pdf"}).text("file"), "--strange.pdf"); }

TEST(Arguments, proposes_the_closest_option) {
  const auto problem = problem_of("evidence add", {"--tilte", "x"});
  EXPECT_EQ(problem.kind(), ProblemKind::bad_input);
  EXPECT_THAT(problem.what(), HasSubstr("--tilte"));
  EXPECT_THAT(problem.remedy(), HasSubstr("--title"));
}

TEST(Arguments, does_not_guess_a_shortened_option) { EXPECT_THAT(problem_of("evidence add", {"--tit", "x"}).remedy(), HasSubstr("--title")); }

TEST(Arguments, names_what_is_missing) {
  EXPECT_THAT(problem_of("evidence add", {}).what(), HasSubstr("FILE"));
  EXPECT_THAT(problem_of("dossier build", {}).what(), HasSubstr("--output"));
  EXPECT_THAT(problem_of("dossier build", {"--output"}).what(), HasSubstr("needs a value"));
}

TEST(Arguments, asks_for_nothing_more_when_help_is_wanted) { EXPECT_TRUE(parse("evidence add", {"--help"}).has("help")); }

TEST(Arguments, refuses_a_value_of_the_wrong_kind) {
  EXPECT_THAT(problem_of("dossier check", {"--date", "2026-02-30"}).what(), HasSubstr("2026-02-30"));
  EXPECT_THAT(problem_of("journal list", {"--last", "-3"}).what(), HasSubstr("-3"));
  EXPECT_THAT(problem_of("organisation list", {"sites"}).remedy(), HasSubstr("“site”"));
  EXPECT_THAT(problem_of("evidence add", {"x.pdf", "--title", "caf\xe9"}).what(), HasSubstr("UTF-8"));
}

TEST(Arguments, takes_hyphens_and_underscores_in_a_choice_for_the_same) {
  EXPECT_EQ(parse("evidence add", {"x.pdf", "--kind", "mandate-letter"}).text("kind"), "mandate_letter");
  EXPECT_EQ(parse("evidence add", {"x.pdf", "--kind", "mandate_letter"}).text("kind"), "mandate_letter");
}

TEST(Arguments, refuses_what_is_too_much) {
  EXPECT_THAT(problem_of("workspace create", {"a.hds", "b.hds"}).what(), HasSubstr("b.hds"));
  EXPECT_THAT(problem_of("dossier check", {"--date", "2026-01-01", "--date", "2026-01-02"}).what(), HasSubstr("twice"));
  EXPECT_THAT(problem_of("dossier check", {"--json=yes"}).what(), HasSubstr("no value"));
}

} // namespace
} // namespace hdskit::cli
