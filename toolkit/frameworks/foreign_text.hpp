#pragma once

#include "toolkit/markup/bilingual.hpp"

#include <string>
#include <string_view>

namespace hdskit {

/// A foreign text as the house's XML keeps it: runs of white space and control characters become one space.
std::string one_line(std::string_view text);

/// The same text for a language that has none, both as one_line makes them.
Bilingual both_languages(const Bilingual& texts);

/// The same where a text may have several paragraphs: each line is one, lines with a mark of lists before them are items ("- …").
std::string paragraphs_of(std::string_view text);
Bilingual both_languages_in_paragraphs(const Bilingual& texts);

/// The beginning of a text for a title: its first sentence, or at most 120 characters and “…”.
std::string beginning_of(std::string_view text);

} // namespace hdskit
