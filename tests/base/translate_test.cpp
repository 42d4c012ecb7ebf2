#include "toolkit/base/translate.hpp"

#include <gtest/gtest.h>

using namespace hdskit;

TEST(Translate, keeps_every_letter_of_a_message_that_has_no_translation) {
  EXPECT_EQ(tr("“é – à” without translation"), "“é – à” without translation");
  const LanguageScope french{Language::french};
  EXPECT_EQ(tr("“é – à” without translation"), "“é – à” without translation");
}

TEST(Translate, finds_the_french_text_of_a_message_with_typographic_quotes) {
  const LanguageScope french{Language::french};
  EXPECT_NE(tr("“{1}” does not exist."), "“{1}” does not exist.");
}

TEST(Translate, puts_arguments_in_their_places_and_leaves_other_braces_alone) {
  EXPECT_EQ(tr("{2} then {1}, {3} {} {x}", {"one", "two"}), "two then one, {3} {} {x}");
  EXPECT_EQ(tr("{1}", {"{2}", "no"}), "{2}"); // what is put in is not read again
}

TEST(Translate, counts_in_each_language) {
  EXPECT_EQ(trn("{1} thing", "{1} things", 1), "1 thing");
  EXPECT_EQ(trn("{1} thing", "{1} things", 0), "0 things");
}

TEST(Translate, language_of_a_scope_ends_with_it) {
  use_language(Language::english);
  {
    const LanguageScope french{Language::french};
    EXPECT_EQ(current_language(), Language::french);
    const LanguageScope english{Language::english};
    EXPECT_EQ(current_language(), Language::english);
  }
  EXPECT_EQ(current_language(), Language::english);
}

TEST(Translate, writes_days_as_each_language_does) {
  const auto day = *Date::of(2026, 11, 1);
  {
    const LanguageScope french{Language::french};
    EXPECT_EQ(tr_date(day), "1er\u00A0novembre\u00A02026");
  }
  const LanguageScope english{Language::english};
  EXPECT_EQ(tr_date(day), "1 November 2026");
}
