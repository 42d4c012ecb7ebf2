#include "toolkit/procedure/stage_order.hpp"

#include <algorithm>

namespace hdskit {
namespace {

enum class Mark { unseen, on_path, reached, in_circle, lost };

} // namespace

StageOrder stage_order(const Waits& waits) {
  StageOrder result;
  std::vector<Mark> marks(waits.size(), Mark::unseen);
  for (std::size_t first = 0; first < waits.size(); ++first) {
    std::vector<std::size_t> path;
    std::optional<std::size_t> at = first;
    for (; at && marks[*at] == Mark::unseen; at = waits[*at]) {
      marks[*at] = Mark::on_path;
      path.push_back(*at);
    }
    auto fate = !at || marks[*at] == Mark::reached ? Mark::reached : Mark::lost;
    if (at && marks[*at] == Mark::on_path) {
      const auto start = std::ranges::find(path, *at);
      std::vector<std::size_t> circle(start, path.end());
      for (const auto stage : circle) marks[stage] = Mark::in_circle;
      path.erase(start, path.end());
      std::rotate(circle.begin(), std::ranges::min_element(circle), circle.end()); // clang 14 cannot instantiate the one of ranges
      result.circles.push_back(std::move(circle));
    }
    for (; !path.empty(); path.pop_back()) {
      marks[path.back()] = fate;
      (fate == Mark::reached ? result.order : result.unreachable).push_back(path.back());
    }
  }
  std::ranges::sort(result.unreachable);
  return result;
}

} // namespace hdskit
