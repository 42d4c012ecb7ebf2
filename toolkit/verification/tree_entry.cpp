#include "toolkit/verification/tree_entry.hpp"

namespace hdskit {
namespace {

/// '/' ends a name, so it sorts before every other byte.
unsigned rank_of(char c) { return c == '/' ? 0 : static_cast<unsigned char>(c) + 1u; }

} // namespace

int compare_paths(std::string_view one, std::string_view other) {
  const auto shorter = one.size() < other.size() ? one.size() : other.size();
  for (std::size_t i = 0; i < shorter; ++i)
    if (one[i] != other[i]) return rank_of(one[i]) < rank_of(other[i]) ? -1 : 1;
  if (one.size() == other.size()) return 0;
  return one.size() < other.size() ? -1 : 1;
}

} // namespace hdskit
