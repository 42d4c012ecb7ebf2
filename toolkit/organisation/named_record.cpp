#include "toolkit/organisation/named_record.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

#include <algorithm>

namespace hdskit {

constexpr std::size_t longest_name = 90; // bytes: a sentence stays one line of a list

std::string named(std::string_view reference, std::string_view name) {
  const auto line = trimmed(name.substr(0, name.find('\n')));
  if (line.empty()) return std::string{reference};
  if (line.size() <= longest_name && line.size() == trimmed(name).size()) return tr("{1} (“{2}”)", {reference, line});
  auto end = std::min(longest_name, line.size());
  while (end > 0 && end < line.size() && (static_cast<unsigned char>(line[end]) & 0xC0) == 0x80) --end;
  return tr("{1} (“{2}”)", {reference, std::string{line.substr(0, end)} + "…"});
}

} // namespace hdskit
