#include "toolkit/exchange/worksheet_places.hpp"

namespace hdskit {

int number_of_place(std::string_view text) {
  constexpr int largest = 20'000'000; // far beyond any worksheet
  const bool letters = !text.empty() && text[0] >= 'A';
  int number = 0;
  for (const char c : text) {
    const char upper = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    const bool fits = letters ? upper >= 'A' && upper <= 'Z' : c >= '0' && c <= '9';
    if (!fits || number > largest) return 0;
    number = letters ? number * 26 + (upper - 'A' + 1) : number * 10 + (c - '0');
  }
  return number;
}

std::string_view column_letters(std::string_view place) { return place.substr(0, place.find_first_of("0123456789")); }

CellRange cell_range(std::string_view text) {
  const auto colon = text.find(':');
  const auto first = text.substr(0, colon), last = colon == std::string_view::npos ? first : text.substr(colon + 1);
  const auto row = [](std::string_view place) { return number_of_place(place.substr(column_letters(place).size())); };
  const auto column = [](std::string_view place) { return number_of_place(column_letters(place)); };
  const CellRange range{row(first), column(first), row(last), column(last)};
  const bool whole = range.first_row && range.first_column && range.last_row && range.last_column;
  return whole ? range : CellRange{};
}

} // namespace hdskit
