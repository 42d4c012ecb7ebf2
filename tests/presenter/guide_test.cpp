#include "gui/presenter/guide.hpp"

#include "tests/support/workspaces.hpp"
#include "toolkit/base/translate.hpp"

#include <gmock/gmock.h>

using namespace hdskit;
using namespace hdskit::gui;
using testing::HasSubstr;
using testing::Not;

TEST(Guide, is_carried_in_both_languages) {
  const auto english = guide_pages();
  const LanguageScope scope{Language::french};
  const auto french = guide_pages();
  ASSERT_EQ(english.size(), french.size());
  for (std::size_t i = 0; i < english.size(); ++i) {
    EXPECT_NE(english[i], french[i]);
    EXPECT_NE(guide_page(english[i]).title, guide_page(french[i]).title);
    EXPECT_FALSE(guide_page(french[i]).sections.empty()) << french[i];
  }
}

TEST(Guide, says_the_same_of_the_program_and_of_its_commands_in_both_languages) {
  for (const auto* name : {"window", "guide"})
    EXPECT_EQ(guide_page(std::string{name} + ".md").sections.size(), guide_page(std::string{name} + ".fr.md").sections.size()) << name;
  EXPECT_THAT(guide_page("guide.md").html, HasSubstr("<a name=\"section-2\"></a><h2>"));
}

TEST(Guide, has_plain_titles_of_sections) {
  for (const auto* name : {"window.md", "window.fr.md", "guide.md", "guide.fr.md", "templates.md", "templates.fr.md"})
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
