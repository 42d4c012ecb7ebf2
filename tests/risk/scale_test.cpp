#include "toolkit/risk/scale.hpp"

#include "toolkit/base/file.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace hdskit {
namespace {

using Matrix = std::vector<std::vector<int>>;
using testing::HasSubstr;

std::string refusal(std::string_view json) {
  try {
    parse_scale(json, "foreign.json");
  } catch (const Problem& problem) {
    EXPECT_EQ(problem.kind(), ProblemKind::bad_input);
    EXPECT_EQ(problem.subject(), "foreign.json");
    return problem.what();
  }
  return "";
}

/// The text of a shipped scale with one place changed.
std::string with(std::string_view from, std::string_view to) {
  const auto sound = text_of(shipped_scale("ebios-rm-4x4"));
  EXPECT_NE(sound.find(from), std::string::npos) << from;
  auto text = sound;
  text.replace(text.find(from), from.size(), to);
  return text;
}

TEST(Scale, three_are_shipped_and_a_new_study_begins_with_ebios) {
  ASSERT_EQ(shipped_scales().size(), 3u);
  EXPECT_EQ(shipped_scales()[0].id, "ebios-rm-4x4");
  EXPECT_EQ(shipped_scale("PGSSI-S-4x4").id, "pgssi-s-4x4");
  EXPECT_EQ(shipped_scale("five-by-five").gravity.size(), 5u);
}

TEST(Scale, shipped_matrices_are_those_of_their_methods_cell_by_cell) {
  // rows: likelihood, the lowest first; columns: gravity
  EXPECT_EQ(shipped_scale("ebios-rm-4x4").matrix, (Matrix{{1, 1, 1, 2}, {1, 1, 2, 2}, {2, 2, 3, 3}, {2, 3, 3, 3}}));
  EXPECT_EQ(shipped_scale("pgssi-s-4x4").matrix, (Matrix{{1, 1, 1, 2}, {1, 2, 2, 3}, {1, 2, 2, 3}, {1, 2, 3, 3}}));
  EXPECT_EQ(shipped_scale("five-by-five").matrix, (Matrix{{1, 1, 1, 2, 2}, {1, 1, 2, 2, 3}, {1, 2, 2, 3, 3}, {1, 2, 3, 3, 4}, {2, 2, 3, 4, 4}}));
}

TEST(Scale, advanced_table_is_the_one_of_the_method) {
  const Matrix expected{{2, 2, 1, 1, 1}, {3, 3, 2, 2, 1}, {4, 3, 3, 2, 1}, {4, 4, 3, 2, 1}}; // rows: probability 1 to 4; columns: difficulty 1 to 5
  EXPECT_EQ(shipped_scale("ebios-rm-4x4").advanced, expected);
}

TEST(Scale, level_is_found_at_its_place) {
  const auto& scale = shipped_scale("ebios-rm-4x4");
  EXPECT_EQ(level_at(scale, {4}, {1}), 2);
  EXPECT_EQ(level_at(scale, {1}, {4}), 2);
  EXPECT_EQ(level_at(scale, {2}, {4}), 3);
  EXPECT_EQ(level_at(scale, {3}, {2}), 2);
}

TEST(Scale, level_is_unknown_without_grades_or_out_of_scale) {
  const auto& scale = shipped_scale("ebios-rm-4x4");
  for (const auto& [gravity, likelihood] : {std::pair{0, 2}, {2, 0}, {5, 2}, {2, 5}, {-1, 2}}) EXPECT_EQ(level_at(scale, {gravity}, {likelihood}), 0);
}

TEST(Scale, shipped_ones_have_every_word_in_both_languages) {
  for (const auto& scale : shipped_scales())
    for (const auto* words : {&scale.gravity, &scale.likelihood, &scale.classes})
      for (const auto& word : *words) {
        EXPECT_FALSE(word.french.empty() || word.english.empty()) << scale.id;
        EXPECT_GT(word.meaning_french.size(), 15u) << scale.id << " " << word.french;
        EXPECT_GT(word.meaning_english.size(), 15u) << scale.id << " " << word.english;
      }
}

TEST(Scale, is_the_same_text_after_being_read_back) {
  for (const auto& scale : shipped_scales()) {
    const auto text = text_of(scale);
    EXPECT_EQ(text_of(parse_scale(text, "again.json")), text);
    EXPECT_EQ(parse_scale(text, "again.json"), scale);
  }
}

TEST(Scale, shipped_files_are_written_as_the_program_writes_them) {
  for (const auto& scale : shipped_scales())
    EXPECT_EQ(text_of(scale), read_file(std::string{SOURCE_DIR} + "/catalogues/risk/scales/" + scale.id + ".json")) << scale.id;
}

TEST(Scale, differs_from_another_by_one_word) {
  auto other = shipped_scale("ebios-rm-4x4");
  EXPECT_EQ(other, shipped_scale("ebios-rm-4x4"));
  other.classes[0].french = "Minime";
  EXPECT_FALSE(other == shipped_scale("ebios-rm-4x4"));
}

TEST(Scale, speaks_the_current_language) {
  const auto& word = shipped_scale("ebios-rm-4x4").classes[2];
  const LanguageScope english{Language::english};
  EXPECT_EQ(word.in_current_language(), "High");
  const LanguageScope french{Language::french};
  EXPECT_EQ(word.in_current_language(), "Élevé");
}

TEST(Scale, unknown_one_is_refused_with_those_there_are) {
  try {
    shipped_scale("mehari");
    FAIL();
  } catch (const Problem& problem) {
    EXPECT_EQ(problem.kind(), ProblemKind::not_found);
    EXPECT_THAT(problem.remedy(), HasSubstr("pgssi-s-4x4"));
  }
}

TEST(ScaleRefusal, names_line_and_column_of_what_is_no_json) {
  EXPECT_THAT(refusal("{\n  \"id\": oops\n}"), HasSubstr("line 2, column 9"));
  EXPECT_THAT(refusal("{\"é\": é}"), HasSubstr("line 1, column 7")); // characters, not bytes
  EXPECT_THAT(refusal("{\"id\": \"x\""), HasSubstr("line 1, column 11"));
  EXPECT_THAT(refusal("{} {}"), HasSubstr("line 1, column 4"));
  EXPECT_THAT(refusal(""), HasSubstr("line 1, column 1"));
  EXPECT_NE(refusal("PK\x03\x04"), "");
}

TEST(ScaleRefusal, of_depth_and_size) {
  EXPECT_NE(refusal(std::string(100, '[')), "");
  EXPECT_THAT(refusal(std::string(2 << 20, ' ')), HasSubstr("too large"));
}

TEST(ScaleRefusal, names_every_defect_with_its_place) {
  const auto sentence = refusal(R"({"id": "", "gravity": [{"fr": "a"}], "matrix": 3, "colour": "red"})");
  for (const auto* part : {"id: It is empty", "title: It is missing", "gravity: The list has 1", "likelihood: It is missing", "classes: It is missing",
                           "colour: The format has no such member"})
    EXPECT_THAT(sentence, HasSubstr(part));
}

TEST(ScaleRefusal, names_the_cell_at_which_the_matrix_falls) {
  EXPECT_THAT(refusal(with("[1, 1, 2, 2]", "[1, 2, 1, 2]")), HasSubstr("matrix[1][2]: The value falls from 2 to 1"));
  EXPECT_THAT(refusal(with("[2, 3, 3, 3]", "[1, 3, 3, 3]")), HasSubstr("matrix[3][0]: The value falls from 2 to 1"));
}

TEST(ScaleRefusal, names_the_cell_out_of_the_classes_and_the_short_row) {
  EXPECT_THAT(refusal(with("[2, 3, 3, 3]", "[2, 3, 3, 4]")), HasSubstr("matrix[3][3]: A whole number from 1 to 3"));
  EXPECT_THAT(refusal(with("[2, 3, 3, 3]", "[2, 3, 3, 0]")), HasSubstr("matrix[3][3]"));
  EXPECT_THAT(refusal(with("[2, 3, 3, 3]", "[2, 3, 3, 2.5]")), HasSubstr("matrix[3][3]"));
  EXPECT_THAT(refusal(with("[2, 3, 3, 3]", "[2, 3, 3]")), HasSubstr("matrix[3]: A row of 4"));
}

TEST(ScaleRefusal, names_the_place_at_which_a_harder_way_becomes_likelier) {
  EXPECT_THAT(refusal(with("[4, 3, 3, 2, 1]", "[4, 3, 4, 2, 1]")), HasSubstr("advanced[2][2]: The likelihood rises from 3 to 4"));
}

TEST(ScaleRefusal, of_thresholds_that_do_not_rise) {
  EXPECT_THAT(refusal(with("\"from\": 0.9", "\"from\": 0.1")), HasSubstr("zones[1]: Thresholds and ranks must rise"));
  EXPECT_THAT(refusal(with("\"from\": 0.9", "\"from\": \"a\"")), HasSubstr("zones[1].from: A number"));
  EXPECT_THAT(refusal(with("\"from\": 0,", "\"from\": 3,")), HasSubstr("asset_levels[0].from: The first level must begin at 0"));
  EXPECT_THAT(refusal(with("\"from\": 0.9", "\"from\": -1")), HasSubstr("zones[1].from"));
}

TEST(ScaleRefusal, of_a_file_of_another_kind) {
  EXPECT_THAT(refusal(with("hdskit-risk-scale", "hdskit-risk-study")), HasSubstr("“hdskit-risk-study” is no scale of risks"));
  EXPECT_THAT(refusal("[]"), HasSubstr("An object { … } is expected"));
  EXPECT_THAT(refusal(with("\"acceptable\": 1", "\"acceptable\": 4")), HasSubstr("acceptable: A whole number from 1 to 3"));
}

TEST(ScaleRefusal, shows_a_hundred_defects_at_most) {
  std::string json = "{";
  for (int i = 0; i < 5000; ++i) json += (i ? ",\"x" : "\"x") + std::to_string(i) + "\":1";
  const auto sentence = refusal(json + "}");
  EXPECT_LE(lines_of(sentence).size(), 103u);
  EXPECT_THAT(sentence, HasSubstr("defects:"));
}

TEST(Scale, a_hospital_may_word_its_own_in_french_alone) {
  const auto scale = parse_scale(
      R"({"id": "maison", "title": {"fr": "La nôtre"}, "gravity": [{"fr": "Peu"}, {"fr": "Très"}], "likelihood": [{"fr": "Rare"}, {"fr": "Fréquent"}],
    "classes": [{"fr": "Vert"}, {"fr": "Rouge"}], "matrix": [[1, 1], [1, 2]]})",
      "maison.json");
  EXPECT_EQ(scale.gravity[1].english, "Très");
  EXPECT_EQ(scale.acceptable, 1);
  EXPECT_TRUE(scale.advanced.empty());
}

TEST(GradeNamed, is_found_by_word_letter_or_number) {
  const auto& words = shipped_scale("ebios-rm-4x4").gravity;
  for (const auto* text : {"Importante", "importante", "IMPORTANT", " G3 ", "3", "3 - Importante"}) EXPECT_EQ(grade_named(words, text).value, 3) << text;
  const auto& likelihood = shipped_scale("ebios-rm-4x4").likelihood;
  EXPECT_EQ(grade_named(likelihood, "tres vraisemblable").value, 3);
  EXPECT_EQ(grade_named(likelihood, "V1").value, 1);
}

TEST(GradeNamed, is_none_for_other_words) {
  const auto& words = shipped_scale("ebios-rm-4x4").gravity;
  for (const auto* text : {"", "huge", "5", "G9", "-1", "0", "3.5"}) EXPECT_FALSE(grade_named(words, text)) << text;
}

TEST(ScaleProperty, a_level_never_falls_when_a_grade_rises) {
  for (const auto& scale : shipped_scales())
    for (std::int64_t likelihood = 1; likelihood <= static_cast<std::int64_t>(scale.likelihood.size()); ++likelihood)
      for (std::int64_t gravity = 1; gravity <= static_cast<std::int64_t>(scale.gravity.size()); ++gravity) {
        const int level = level_at(scale, {gravity}, {likelihood});
        EXPECT_GE(level, 1);
        EXPECT_GE(level, level_at(scale, {gravity - 1}, {likelihood})) << scale.id;
        EXPECT_GE(level, level_at(scale, {gravity}, {likelihood - 1})) << scale.id;
      }
}

TEST(ScaleProperty, the_worst_corner_has_the_highest_level_and_the_best_the_lowest) {
  for (const auto& scale : shipped_scales()) {
    EXPECT_EQ(scale.matrix.front().front(), 1) << scale.id;
    EXPECT_EQ(scale.matrix.back().back(), static_cast<int>(scale.classes.size())) << scale.id;
  }
}

} // namespace
} // namespace hdskit
