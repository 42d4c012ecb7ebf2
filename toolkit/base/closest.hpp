#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace hdskit {

/// The candidates that a person who typed `word` may have meant, the nearest first, at most `count`; none when nothing is near enough.
/// Nearness counts letters to insert, drop, replace or swap with their neighbour, letter case and French accents aside; a candidate that
/// begins with the word (three letters or more) is one step away, however long it is. Candidates as near as each other keep their order.
std::vector<std::string> closest(std::string_view word, const std::vector<std::string_view>& candidates, std::size_t count);

} // namespace hdskit
