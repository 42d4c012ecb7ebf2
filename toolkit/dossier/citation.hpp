#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hdskit {

/// A statement cites a document by its code in square brackets: "voir [PSSI]". Anything else in brackets is ordinary text:
/// a code has 2 to 40 letters, digits, '-', '.', '_' and at least one capital letter or digit, no space.
struct Citation {
  std::size_t offset = 0, length = 0; ///< of the brackets and what they hold, in bytes
  std::string code;
};
std::vector<Citation> citations_in(std::string_view statement);

} // namespace hdskit
