#include "gui/presenter/guide.hpp"

#include "tests/support/workspaces.hpp"
#include "toolkit/base/translate.hpp"

#include <gmock/gmock.h>

using namespace hdskit;
using namespace hdskit::gui;
using testing::HasSubstr;
using testing::Not;

TEST(Guide, is_carried_in_both_languages_with_the_same_sections) {
  const auto english = guide_page("guide.md"), french = guide_page("guide.fr.md");
  EXPECT_EQ(english.title, "User guide");
  EXPECT_GT(english.sections.size(), 5u);
  EXPECT_EQ(english.sections.size(), french.sections.size());
  EXPECT_THAT(french.html, HasSubstr("<a name=\"section-2\"></a><h2>"));
  const LanguageScope scope{Language::french};
  EXPECT_EQ(guide_name(), "guide.fr.md");
}

TEST(Guide, has_plain_titles_of_sections) {
  for (const auto* name : {"guide.md", "guide.fr.md", "templates.md", "templates.fr.md"})
    for (const auto& section : guide_page(name).sections) {
      EXPECT_THAT(section.title, Not(HasSubstr("<")));
      EXPECT_THAT(section.title, Not(HasSubstr("&lt;")));
      EXPECT_FALSE(section.title.empty());
    }
}

TEST(Guide, leads_to_its_other_pages_and_to_nothing_else) {
  EXPECT_TRUE(is_guide_page("templates.fr.md"));
  EXPECT_FALSE(is_guide_page("../architecture.md"));
  EXPECT_EQ(tests::problem_of([] { guide_page("x.md"); }).kind(), ProblemKind::not_found);
}

TEST(Guide, wears_the_colours_of_the_theme) {
  const auto document = guide_document(guide_page("guide.md"), {"#eeeeec", "#2d2d2d", "#8ab4f8"});
  EXPECT_THAT(document, HasSubstr("<body bgcolor=\"#2d2d2d\" text=\"#eeeeec\" link=\"#8ab4f8\">"));
}
