#include "toolkit/base/problem.hpp"
#include "toolkit/dossier/template_filler.hpp"

#include <gmock/gmock.h>

#include <map>

using namespace hdskit;
using testing::HasSubstr;

namespace {

std::string fill(const std::map<std::string, std::string>& templates, const Words& words) {
  return fill_template(
      "essai",
      [&](std::string_view id) {
        const auto found = templates.find(std::string{id});
        if (found == templates.end()) throw Problem{ProblemKind::not_found, std::string{id}, "no such template", ""};
        return found->second;
      },
      words);
}

std::string complaint(const std::map<std::string, std::string>& templates, const Words& words) {
  try {
    fill(templates, words);
  } catch (const Problem& problem) { return problem.what(); }
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
  EXPECT_THAT(complaint({{"essai", "{{> partie}}"}, {"partie", "x\n\n\n{{mot}}"}}, words),
              testing::AllOf(HasSubstr("partie"), HasSubstr("line 4"), HasSubstr("mot")));
}

TEST(TemplateFiller, names_fifty_missing_words_and_no_more) {
  std::string text;
  for (int i = 0; i < 60; ++i) text += "{{mot" + std::to_string(i) + "}}\n";
  const auto sentences = complaint({{"essai", text}}, Words{});
  EXPECT_THAT(sentences, HasSubstr("mot49"));
  EXPECT_THAT(sentences, testing::Not(HasSubstr("mot50")));
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

TEST(TemplateFiller, refuses_templates_that_call_each_other_in_a_circle) {
  EXPECT_THAT(complaint({{"essai", "{{> essai}}"}}, Words{}), HasSubstr("essai > essai"));
  EXPECT_THAT(
      complaint({{"essai", "a {{> partie}}"}, {"partie", "{{! note }}{{#yes}}{{> suite}}{{/yes}}"}, {"suite", "{{> partie}}"}}, Words{}.flag("yes", true)),
      HasSubstr("essai > partie > suite > partie"));
}

TEST(TemplateFiller, calls_one_template_from_several_places) {
  EXPECT_EQ(fill({{"essai", "{{> partie}}{{> suite}}{{> partie}}"}, {"partie", "x"}, {"suite", "-{{> partie}}-"}}, Words{}), "x-x-x");
}

TEST(TemplateFiller, bounds_the_depth_of_sections_and_templates_together) {
  const auto nested = [](int depth, const std::string& inside) {
    std::string text = inside;
    for (int i = 0; i < depth; ++i) text = "{{#yes}}" + text + "{{/yes}}";
    return text;
  };
  const auto words = Words{}.flag("yes", true);
  EXPECT_EQ(fill({{"essai", nested(12, "fond")}}, words), "fond");
  EXPECT_THAT(complaint({{"essai", nested(13, "fond")}}, words), HasSubstr("more than 12 deep"));
  EXPECT_EQ(fill({{"essai", nested(6, "{{> partie}}")}, {"partie", nested(5, "fond")}}, words), "fond");
  EXPECT_THAT(complaint({{"essai", nested(6, "{{> partie}}")}, {"partie", nested(6, "fond")}}, words), HasSubstr("more than 12 deep"));
}

TEST(TemplateFiller, stops_a_list_that_is_repeated_within_itself) {
  std::string text = "{{n}}";
  for (int i = 0; i < 10; ++i) text = "{{#rows}}" + text + "{{/rows}}";
  EXPECT_THAT(complaint({{"essai", text}}, Words{}.list("rows", std::vector<Words>(30, Words{}.set("n", "x")))), HasSubstr("far more text"));
}

TEST(TemplateFiller, refuses_other_delimiters_and_other_encodings) {
  EXPECT_THAT(complaint({{"essai", "{{=<% %>=}}<%> essai%>"}}, Words{}), HasSubstr("delimiters"));
  EXPECT_THAT(complaint({{"essai", "{{{=<% %>=}}}<%> essai%>"}}, Words{}), HasSubstr("delimiters"));
  EXPECT_THAT(complaint({{"essai", "{{> partie}}"}, {"partie", "\xE9t\xE9"}}, Words{}), testing::AllOf(HasSubstr("partie"), HasSubstr("UTF-8")));
}
