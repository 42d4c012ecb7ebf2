#include "toolkit/continuity/circuits.hpp"

#include <algorithm>
#include <limits>

namespace hdskit {
namespace {

/// Goes through a part of a graph in depth, without recursion: files from elsewhere may hold ways of any length.
class GroupSearch {
public:
  /// `taking_part`: the nodes that count; arrows to others are passed over.
  GroupSearch(const Arrows& arrows, const std::vector<bool>& taking_part)
      : arrows_{arrows}, taking_part_{taking_part}, number_(arrows.size(), unseen), lowest_(arrows.size()), pending_(arrows.size()) {}

  /// Groups found from `start` on that were not found before; those that its arrows lead to come first.
  void search_from(std::size_t start, std::vector<std::vector<std::size_t>>& groups) {
    if (!taking_part_[start] || number_[start] != unseen) return;
    enter(start);
    while (!way_.empty()) {
      const auto node = way_.back().node;
      if (way_.back().next < arrows_[node].size()) follow(node, arrows_[node][way_.back().next++]);
      else leave(node, groups);
    }
  }

private:
  static constexpr std::size_t unseen = std::numeric_limits<std::size_t>::max();
  struct Place {
    std::size_t node, next;
  };

  void enter(std::size_t node) {
    number_[node] = lowest_[node] = seen_++;
    pending_[node] = true;
    open_.push_back(node);
    way_.push_back({node, 0});
  }

  void follow(std::size_t node, std::size_t to) {
    if (!taking_part_[to]) return;
    if (number_[to] == unseen) enter(to);
    else if (pending_[to]) lowest_[node] = std::min(lowest_[node], number_[to]);
  }

  void leave(std::size_t node, std::vector<std::vector<std::size_t>>& groups) {
    way_.pop_back();
    if (!way_.empty()) lowest_[way_.back().node] = std::min(lowest_[way_.back().node], lowest_[node]);
    if (lowest_[node] != number_[node]) return;
    const auto first = std::ranges::find(open_.rbegin(), open_.rend(), node).base() - 1;
    auto& group = groups.emplace_back(first, open_.end());
    open_.erase(first, open_.end());
    for (const auto member : group) pending_[member] = false;
    std::ranges::sort(group);
  }

  const Arrows& arrows_;
  const std::vector<bool>& taking_part_;
  std::vector<std::size_t> number_, lowest_, open_;
  std::vector<bool> pending_;
  std::vector<Place> way_;
  std::size_t seen_ = 0;
};

/// All circles through one node inside its group.
class CircuitSearch {
public:
  CircuitSearch(const Arrows& arrows, const std::vector<bool>& taking_part)
      : arrows_{arrows}, taking_part_{taking_part}, blocked_(arrows.size()), waiting_(arrows.size()) {}

  void search_through(std::size_t start, std::size_t most, std::vector<std::vector<std::size_t>>& circuits) {
    enter(start);
    while (!way_.empty() && circuits.size() < most) {
      auto& place = way_.back();
      if (place.next == arrows_[place.node].size()) {
        leave(place);
        continue;
      }
      const auto to = arrows_[place.node][place.next++];
      if (to == start) {
        report(start, circuits);
        place.closed = true;
      } else if (taking_part_[to] && !blocked_[to]) {
        enter(to);
      }
    }
  }

private:
  struct Place {
    std::size_t node, next;
    bool closed; ///< a circle was found through it
  };

  void enter(std::size_t node) {
    blocked_[node] = true;
    way_.push_back({node, 0, false});
  }

  void report(std::size_t start, std::vector<std::vector<std::size_t>>& circuits) const {
    auto& circuit = circuits.emplace_back();
    for (const auto& place : way_) circuit.push_back(place.node);
    circuit.push_back(start);
  }

  void leave(Place place) {
    way_.pop_back();
    if (place.closed) {
      unblock(place.node);
      if (!way_.empty()) way_.back().closed = true;
      return;
    }
    for (const auto to : arrows_[place.node])
      if (taking_part_[to] && std::ranges::find(waiting_[to], place.node) == waiting_[to].end()) waiting_[to].push_back(place.node);
  }

  void unblock(std::size_t node) {
    std::vector<std::size_t> open{node};
    while (!open.empty()) {
      const auto freed = open.back();
      open.pop_back();
      if (!blocked_[freed]) continue;
      blocked_[freed] = false;
      open.insert(open.end(), waiting_[freed].begin(), waiting_[freed].end());
      waiting_[freed].clear();
    }
  }

  const Arrows& arrows_;
  const std::vector<bool>& taking_part_;
  std::vector<bool> blocked_;
  Arrows waiting_; ///< for each node those that are freed with it
  std::vector<Place> way_;
};

bool holds_circle(const Arrows& arrows, const std::vector<std::size_t>& group) {
  return group.size() > 1 || std::ranges::find(arrows[group.front()], group.front()) != arrows[group.front()].end();
}

} // namespace

std::vector<std::vector<std::size_t>> strong_groups(const Arrows& arrows) {
  const std::vector<bool> all(arrows.size(), true);
  GroupSearch search{arrows, all};
  std::vector<std::vector<std::size_t>> groups;
  for (std::size_t node = arrows.size(); node-- > 0;) search.search_from(node, groups);
  std::ranges::reverse(groups);
  return groups;
}

std::vector<std::vector<std::size_t>> circuits_of(const Arrows& arrows, std::size_t most) {
  std::vector<std::vector<std::size_t>> circuits;
  auto open = strong_groups(arrows);
  std::ranges::reverse(open);
  std::vector<bool> taking_part(arrows.size());
  while (!open.empty() && circuits.size() < most) {
    const auto group = std::move(open.back());
    open.pop_back();
    if (!holds_circle(arrows, group)) continue;
    for (const auto node : group) taking_part[node] = true;
    CircuitSearch{arrows, taking_part}.search_through(group.front(), most, circuits);
    taking_part[group.front()] = false;
    GroupSearch rest{arrows, taking_part};
    for (const auto node : group) rest.search_from(node, open);
    for (const auto node : group) taking_part[node] = false;
  }
  return circuits;
}

} // namespace hdskit
