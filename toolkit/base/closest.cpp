#include "toolkit/base/closest.hpp"

#include "toolkit/base/text.hpp"

#include <algorithm>
#include <numeric>

namespace hdskit {
namespace {

/// Damerau-Levenshtein in its restricted form (optimal string alignment), three rows at a time.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before(b.size() + 1), above(b.size() + 1), row(b.size() + 1);
  std::iota(row.begin(), row.end(), 0);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::swap(before, above);
    std::swap(above, row);
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replace = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({replace, above[j] + 1, row[j - 1] + 1});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = std::min(row[j], before[j - 2] + 1);
    }
  }
  return row.back();
}

} // namespace

std::vector<std::string> closest(std::string_view word, const std::vector<std::string_view>& candidates, std::size_t count) {
  constexpr std::size_t longest = 60; // bytes: nobody mistypes a longer one, and the work grows with its square
  if (word.size() > longest) return {};
  const auto typed = folded(word);
  const auto farthest = std::max<std::size_t>(2, typed.size() / 3);
  std::vector<std::pair<std::size_t, std::string_view>> ranked;
  for (const auto candidate : candidates) {
    const auto known = folded(candidate);
    const bool begun = typed.size() > 2 && known.starts_with(typed);
    if (!begun && (known.size() > typed.size() + farthest || typed.size() > known.size() + farthest)) continue;
    const std::size_t distance = known == typed ? 0 : begun ? 1 : edit_distance(typed, known);
    if (distance <= farthest && distance < known.size()) ranked.emplace_back(distance, candidate);
  }
  std::ranges::stable_sort(ranked, {}, &std::pair<std::size_t, std::string_view>::first);
  ranked.resize(std::min(ranked.size(), count));
  std::vector<std::string> nearest;
  for (const auto& [distance, candidate] : ranked) nearest.emplace_back(candidate);
  return nearest;
}

} // namespace hdskit
