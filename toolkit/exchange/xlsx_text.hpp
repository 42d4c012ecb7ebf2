#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace hdskit {

/// Characters as Excel counts them, in UTF-16.
std::size_t utf16_length(std::string_view utf8);
/// The first characters of a text, at most `count` of them.
std::string_view first_characters(std::string_view utf8, std::size_t count);

/// A text as libxlsxwriter must be given it so that Excel shows it unchanged; cut with a notice at its end above xlsx_cell_limit.
std::string xlsx_cell_text(std::string_view text);

/// A text of a workbook with its escapes undone: “_x000D_” is a carriage return (ECMA-376, ST_Xstring).
std::string unescaped_xlsx_text(std::string text);

/// Appends the character as UTF-8; false when it is none (a surrogate, beyond Unicode).
bool append_character(std::string& utf8, std::uint32_t character);

/// The value of a text that is a plain number of at most 15 digits: no leading zeros, which make it a code.
std::optional<double> xlsx_number(std::string_view text);

} // namespace hdskit
