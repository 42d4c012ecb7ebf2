#include "toolkit/dossier/chapter_title.hpp"

#include "tests/dossier/sample_input.hpp"
#include "toolkit/base/problem.hpp"

#include <gtest/gtest.h>

#include <algorithm>

using namespace hdskit;

namespace {

const Chapter& chapter(std::string_view id) { return **std::ranges::find(all_chapters(), id, &Chapter::id); }

std::string title_of(std::string_view id, const std::string& text) {
  const auto facts = tests::complete_input();
  const auto annexes = plan_annexes(facts);
  const std::vector<Gap> gaps;
  const ChapterInput input{.facts = facts, .annexes = annexes, .gaps = gaps, .day = tests::sample_day(), .version = "1", .despite = ""};
  return chapter_title(chapter(id), input, [&](std::string_view wanted) -> std::string {
    if (wanted != id) throw Problem{ProblemKind::not_found, std::string{wanted}, "no such template"};
    return text;
  });
}

} // namespace

TEST(ChapterTitle, is_the_first_heading_as_it_is_printed) {
  EXPECT_EQ(title_of("p1-candidat", "# {{form_id}} – {{form_title}} {#P1 .unnumbered}\n\n{{{anything}}}\n"), "P1 – Candidat");
}

TEST(ChapterTitle, of_a_chapter_without_heading_is_that_of_its_contents) {
  EXPECT_EQ(title_of("sommaire", "```contents\ntitle: Sommaire\ndepth: 3\n```\n"), "Sommaire");
}

TEST(ChapterTitle, asks_the_chapter_for_words_that_headings_seldom_hold) {
  EXPECT_EQ(title_of("presentation", "# Le dossier de {{host}}\n\n## Objet\n"), "Le dossier de CHI d’essai");
}

TEST(ChapterTitle, of_a_template_that_cannot_be_filled_is_the_chapters_id) { EXPECT_EQ(title_of("annexes", "# {{nobody_says_this}}\n"), "annexes"); }

TEST(ChapterTitle, chapters_name_the_form_that_they_present) {
  EXPECT_EQ(chapter("p4-contrats").form, "P4");
  EXPECT_EQ(chapter("annexes").form, "");
}
