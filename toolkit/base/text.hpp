#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hdskit {

/// Strings are UTF-8 everywhere below the faces of the program.
bool is_utf8(std::string_view text);

std::string_view trimmed(std::string_view text);
std::vector<std::string> split(std::string_view text, char separator); ///< "" gives one empty part
std::string joined(const std::vector<std::string>& parts, std::string_view separator);
std::vector<std::string_view> lines_of(std::string_view text); ///< without their ends, LF or CRLF
std::string replaced(std::string text, std::string_view from, std::string_view to);

/// For searches and comparisons that a person expects to succeed: lower case, French accents and ligatures folded.
std::string folded(std::string_view text);

std::string french_number(std::int64_t value);    ///< "1 234 567" with narrow non-breaking spaces
std::string french_bytes(std::uint64_t bytes);    ///< "1,4 Mo", powers of 1000
std::string human_duration(std::int64_t minutes); ///< "45 min", "4 h", "1 h 30", "2 j"

} // namespace hdskit
