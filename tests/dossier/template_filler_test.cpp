#include "toolkit/base/problem.hpp"
#include "toolkit/dossier/template_filler.hpp"

#include <gmock/gmock.h>

#include <map>

using namespace hdskit;
using testing::HasSubstr;

namespace {

std::string fill(const std::map<std::string, std::string>& templates, const Words& words) {
  return fill_template("essai", [&](std::string_view id) {
    const auto found = templates.find(std::string{id});
    if (found == templates.end()) throw Problem{ProblemKind::not_found, std::string{id}, "no such template", ""};
    return found->second;
  }, words);
}

std::string complaint(const std::map<std::string, std::string>& templates, const Words& words) {
  try {
    fill(templates, words);
  } catch (const Problem& problem) {
    return problem.what();
  }
  return "";
}

} // namespace

TEST(TemplateFiller, repeats_lists_and_follows_conditions) {
  Words words;
  words.set("title", "Liste").flag("empty", false).list("rows", {Words{}.set("name", "un"), Words{}.set("name", "deux")});
  EXPECT_EQ(fill({{"essai", "{{title}}\n{{#rows}}\n- {{name}}\n{{/rows}}\n{{^empty}}\nfin\n{{/empty}}\n"}}, words), "Liste\n- un\n- deux\nfin\n");
}

TEST(TemplateFiller, names_template_line_and_word_that_nothing_supplies) {
  EXPECT_THAT(complaint({{"essai", "un\ndeux {{mystere}}\n"}}, Words{}), testing::AllOf(HasSubstr("essai"), HasSubstr("2"), HasSubstr("mystere")));
}

TEST(TemplateFiller, finds_a_missing_word_inside_a_list_a_condition_and_a_partial) {
  Words words;
  words.list("rows", {Words{}.set("name", "un")});
  EXPECT_THAT(complaint({{"essai", "{{#rows}}\n\n{{nom}}\n{{/rows}}"}}, words), testing::AllOf(HasSubstr("line 3"), HasSubstr("nom")));
  EXPECT_THAT(complaint({{"essai", "a\n{{#absent}}x{{/absent}}"}}, words), testing::AllOf(HasSubstr("line 2"), HasSubstr("absent")));
  EXPECT_THAT(complaint({{"essai", "{{> partie}}"}, {"partie", "x\n\n\n{{mot}}"}}, words), testing::AllOf(HasSubstr("partie"), HasSubstr("line 4"), HasSubstr("mot")));
}

TEST(TemplateFiller, tells_an_unclosed_section) { EXPECT_THAT(complaint({{"essai", "{{#rows}}x"}}, Words{}.list("rows", {})), HasSubstr("essai")); }

TEST(TemplateFiller, makes_data_harmless_in_text_and_in_tables) {
  Words words;
  words.set("name", "# *a* | b `c` <i>d</i> [e](f) {{g}}");
  const auto filled = fill({{"essai", "| {{name}} |"}}, words);
  EXPECT_THAT(filled, testing::Not(HasSubstr("*a*")));
  EXPECT_THAT(filled, testing::Not(HasSubstr(" | b")));
  EXPECT_THAT(filled, testing::Not(HasSubstr("<i>")));
}
