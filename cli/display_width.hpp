#pragma once

#include <string>
#include <string_view>

namespace hdskit::cli {

/// Columns that a UTF-8 text takes on a terminal: combining marks take none, East Asian characters and emoji two.
/// Our own small rule: wcwidth() would need the locale that this program never sets.
std::size_t display_width(std::string_view text);

/// At most `width` columns, the last one "…" when something was cut.
std::string shortened(std::string_view text, std::size_t width);

/// One line without control characters: data must not move the cursor or colour the terminal.
std::string one_line(std::string_view text);

/// Lines of at most `width` columns, broken at spaces; a longer word stands alone.
std::string wrapped(std::string_view text, std::size_t width, std::string_view first_indent, std::string_view indent);

} // namespace hdskit::cli
