#include "toolkit/backup/name_pattern.hpp"

namespace hdskit {

bool matches_pattern(std::string_view name, std::string_view pattern) {
  std::size_t at = 0, wanted = 0, star = std::string_view::npos, resumed = 0;
  while (at < name.size()) {
    if (wanted < pattern.size() && pattern[wanted] == '*') {
      star = wanted++;
      resumed = at;
    } else if (wanted < pattern.size() && (pattern[wanted] == '?' || pattern[wanted] == name[at])) {
      ++at, ++wanted;
    } else if (star != std::string_view::npos) {
      wanted = star + 1; // the last star takes one byte more
      at = ++resumed;
    } else {
      return false;
    }
  }
  return pattern.find_first_not_of('*', wanted) == std::string_view::npos;
}

} // namespace hdskit
