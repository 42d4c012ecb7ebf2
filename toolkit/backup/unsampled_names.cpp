#include "toolkit/backup/unsampled_names.hpp"

#include "toolkit/base/digest.hpp"

#include <algorithm>
#include <string>

namespace hdskit {

std::uint64_t UnsampledNames::mark_of(std::string_view path, std::uint64_t size) {
  const auto digest = digest_of(std::to_string(size) + "/" + std::string{path});
  std::uint64_t mark = 0;
  for (std::size_t i = 0; i < sizeof mark; ++i) mark = mark << 8 | digest.bytes()[i];
  return mark;
}

void UnsampledNames::close() {
  std::ranges::sort(marks_);
  is_taken_.assign(marks_.size(), false);
}

bool UnsampledNames::take(std::string_view path, std::uint64_t size) {
  const auto mark = mark_of(path, size);
  const auto found = std::ranges::lower_bound(marks_, mark);
  const auto index = static_cast<std::size_t>(found - marks_.begin());
  if (found == marks_.end() || *found != mark || is_taken_[index]) return false;
  is_taken_[index] = true;
  ++taken_;
  return true;
}

} // namespace hdskit
