#pragma once

#include <string>
#include <string_view>

namespace hdskit {

/// Runs of white space as one space.
std::string collapsed(std::string_view text);

/// A text of several paragraphs: a blank line parts them ("\n\n" in the result), a line that begins with "- " is an item of a list ("\n" between items), any
/// other end of a line is a space.
std::string settled_paragraphs(std::string_view text);

} // namespace hdskit
