#include "toolkit/frameworks/yaml_reader.hpp"

#include "tests/frameworks/findings.hpp"

namespace {

using namespace hdskit;
using testing::ElementsAre;
using testing::IsEmpty;
using tests::finding;

struct Read {
  std::optional<YamlValue> root;
  std::vector<MarkupDefect> defects;
};
Read read(std::string_view text) {
  LibraryFindings findings{"a.yaml"};
  auto root = read_yaml(text, findings);
  return {std::move(root), findings.defects()};
}

std::string text_at(const Read& reading, std::string_view key) {
  const auto* value = reading.root ? reading.root->find(key) : nullptr;
  return value ? value->text : "(nothing)";
}

TEST(YamlReader, reads_the_styles_in_which_people_and_programs_write) {
  const auto reading = read("plain: it's a # sign\n"
                            "number: 1.10\n"
                            "single: 'it''s'\n"
                            "escaped: \"S\\xC9CURIT\\xC9 \\u2019 \\\n  \\ on\\nnext\"\n"
                            "literal: |\n  one\n   two\n"
                            "stripped: |-\n  one\n  two\n"
                            "folded: >-\n  one\n  two\n\n  three\n"
                            "absent: ~\n"
                            "empty:\n"
                            "word: 'null'\n"
                            "flow: {a: [x, 'y'], b: c}\n");
  ASSERT_THAT(reading.defects, IsEmpty());
  EXPECT_EQ(text_at(reading, "plain"), "it's a");
  EXPECT_EQ(text_at(reading, "number"), "1.10") << "never a number";
  EXPECT_EQ(text_at(reading, "single"), "it's");
  EXPECT_EQ(text_at(reading, "escaped"), "SÉCURITÉ ’  on\nnext");
  EXPECT_EQ(text_at(reading, "literal"), "one\n two\n");
  EXPECT_EQ(text_at(reading, "stripped"), "one\ntwo");
  EXPECT_EQ(text_at(reading, "folded"), "one two\nthree");
  EXPECT_EQ(text_at(reading, "absent"), "");
  EXPECT_EQ(text_at(reading, "empty"), "");
  EXPECT_EQ(text_at(reading, "word"), "null") << "a quoted word is a text";
  const auto* flow = reading.root->find("flow");
  ASSERT_TRUE(flow && flow->find("a"));
  EXPECT_EQ(flow->find("a")->entries[1].text, "y");
  EXPECT_EQ(flow->line, 20);
}

TEST(YamlReader, replaces_aliases_by_what_they_mean) {
  const auto reading = read("a: &name {fr: Nom}\nb: *name\n");
  ASSERT_THAT(reading.defects, IsEmpty());
  EXPECT_EQ(reading.root->find("b")->find("fr")->text, "Nom");
  EXPECT_EQ(reading.root->find("b")->line, 2);
}

TEST(YamlReader, reads_a_file_with_byte_order_mark_and_windows_lines) {
  const auto reading = read("\xEF\xBB\xBF"
                            "a: é\r\nb: c\r\n");
  ASSERT_THAT(reading.defects, IsEmpty());
  EXPECT_EQ(text_at(reading, "a"), "é");
}

struct Refusal {
  const char* name;
  std::string text;
  int line;
  const char* part;
};
class YamlRefusals : public testing::TestWithParam<Refusal> {};

std::string laughs() {
  std::string text = "a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n";
  for (int level = 1; level < 12; ++level) {
    const auto below = "*a" + std::to_string(level - 1);
    text += "a" + std::to_string(level) + ": &a" + std::to_string(level) + " [" + below;
    for (int i = 0; i < 8; ++i) text += ", " + below;
    text += "]\n";
  }
  return text;
}
std::string repeated_text() {
  std::string text = "a: &a " + std::string(1 << 20, 'x') + "\nb:\n";
  for (int i = 0; i < 20; ++i) text += "- *a\n";
  return text;
}

TEST_P(YamlRefusals, name_the_line) {
  const auto reading = read(GetParam().text);
  EXPECT_THAT(reading.defects, ElementsAre(finding(GetParam().line, GetParam().part)));
}

INSTANTIATE_TEST_SUITE_P(
    all, YamlRefusals,
    testing::Values(Refusal{"aliases_that_explode", laughs(), 6, "1000000 values"},
                    Refusal{"text_that_aliases_repeat", repeated_text(), 18, "Aliases repeat more than"},
                    Refusal{"an_alias_of_what_holds_it", "a: &a [*a]\n", 1, "“*a”"}, Refusal{"an_unknown_alias", "a: *b\n", 1, "“*b”"},
                    Refusal{"a_key_given_twice", "a: 1\nb: 2\na: 3\n", 3, "“a” is given twice"},
                    Refusal{"deep_nesting", std::string(40, '[') + std::string(40, ']'), 1, "32 levels"},
                    Refusal{"deep_nesting_that_never_ends", std::string(100'000, '['), 1, "32 levels"},
                    Refusal{"a_tag_of_a_language", "a: !!python/object/apply:os.system ['true']\n", 1, "python"},
                    Refusal{"tags_that_are_declared", "# so\n%TAG !x! tag:x,2000:\n---\na: 1\n", 2, "%TAG"},
                    Refusal{"a_second_document", "a: 1\n---\nb: 2\n", 2, "second document"}, Refusal{"what_is_no_yaml", "a: [1\nb: 2\n", 2, "malformed"},
                    Refusal{"windows_1252", "a: b\nc: \xE9t\xE9\n", 2, "Windows-1252"}, Refusal{"utf_16", std::string{"\xFF\xFE\x61\x00", 4}, 1, "UTF-16"},
                    Refusal{"an_empty_file", "", 1, "empty"}, Refusal{"a_zero_byte", "a: \"b\\0\"\n", 1, "zero byte"},
                    Refusal{"merged_maps", "a: &a {b: 1}\nc: {<<: *a}\n", 2, "<<"}, Refusal{"a_map_as_a_key", "? {a: 1}\n: 2\n", 1, "name of a field"}),
    [](const auto& of) { return std::string{of.param.name}; });

} // namespace
