#include "toolkit/backup/judge_restore.hpp"

#include <algorithm>

namespace hdskit {
namespace {

using std::chrono::seconds;

constexpr std::chrono::days watched{90};

/// Between the moment as of which one backup holds data and the moment from which the next one can be restored, lies all that a loss could take.
void note_gap(Inventory& inventory, const BackupPoint& from, Instant next_begun, Instant next_ended, std::optional<Minutes> period, Instant now) {
  if (next_ended.seconds() <= now.seconds() - watched) return;
  const seconds exposed = next_ended.seconds() - from.begun->seconds();
  if (!inventory.worst_gap || exposed > *inventory.worst_gap) {
    inventory.worst_gap = exposed;
    inventory.worst_gap_begins = from.begun;
  }
  if (period && next_begun.seconds() - from.begun->seconds() > seconds{period->count * 66}) ++inventory.gaps; // a tenth is given
}

} // namespace

Inventory take_inventory(std::vector<BackupPoint> points, std::optional<Minutes> period, Instant now) {
  Inventory inventory;
  inventory.points = points.size();
  std::ranges::stable_sort(points, {}, [](const BackupPoint& point) { return point.begun; });
  const Instant latest{now.seconds() + clock_tolerance};
  const auto dated = std::ranges::find_if(points, [](const BackupPoint& point) { return point.begun.has_value(); });
  const auto future = std::find_if(dated, points.end(), [&](const BackupPoint& point) { return *point.begun > latest; });
  inventory.in_future = static_cast<std::uint64_t>(points.end() - future);
  if (dated == points.end()) {
    if (!points.empty()) inventory.oldest = inventory.newest = points.front();
    return inventory;
  }
  inventory.oldest = *dated;
  inventory.newest = future == dated ? points.back() : *std::prev(future);
  for (auto point = dated; point != future; ++point) {
    const auto next = std::next(point);
    if (next == future) note_gap(inventory, *point, std::max(now, *point->begun), std::max(now, *point->begun), period, now);
    else note_gap(inventory, *point, *next->begun, next->ended ? std::max(*next->begun, std::min(*next->ended, now)) : *next->begun, period, now);
  }
  return inventory;
}

} // namespace hdskit
