#include "toolkit/requirements/coverage.hpp"

#include "toolkit/base/text.hpp"

#include <algorithm>
#include <array>
#include <tuple>
#include <unordered_map>

namespace hdskit {
namespace {

const ItemStanding& standing_of(const ItemStandings& standings, const std::string& item) {
  static const ItemStanding nothing;
  const auto found = standings.find(folded(item));
  return found == standings.end() ? nothing : found->second;
}

/// The pairs by the framework and the item that they lead to, read in both directions.
class PairIndex {
public:
  explicit PairIndex(const std::vector<RequirementPair>& pairs) {
    for (const auto& pair : pairs) {
      add(pair);
      add(reversed(pair));
    }
  }

  /// Those that come from elsewhere to this item.
  const std::vector<RequirementPair>& to(std::string_view framework, std::string_view item) const {
    static const std::vector<RequirementPair> none;
    const auto found = pairs_.find(key(framework, item));
    return found == pairs_.end() ? none : found->second;
  }

private:
  static std::string key(std::string_view framework, std::string_view item) { return folded(framework) + '\n' + folded(item); }
  void add(const RequirementPair& pair) { pairs_[key(pair.to_framework, pair.to_item)].push_back(pair); }
  std::unordered_map<std::string, std::vector<RequirementPair>> pairs_;
};

class Covering {
public:
  Covering(const Checklist& from, const Checklist& to, const std::vector<RequirementPair>& pairs, const ItemStandings& standings)
      : from_{from}, to_{to}, index_{pairs}, standings_{standings} {}

  ItemCoverage of(const Item& item) const {
    ItemCoverage coverage;
    coverage.item = &item;
    coverage.own = standing_of(standings_, item.id);
    std::map<std::string, CoveringPair> strongest; // by folded item of `from`
    for (const auto& pair : index_.to(to_.id, item.id)) {
      if (folded(pair.from_framework) == folded(from_.id)) take(strongest, {pair.from_item, pair.strength, pair.confidence, {}, {}, pair.note, {}});
      else take_through(strongest, pair);
    }
    for (auto& [id, pair] : strongest) coverage.pairs.push_back(std::move(pair));
    std::ranges::stable_sort(coverage.pairs, stronger);
    judge(coverage);
    return coverage;
  }

private:
  static std::tuple<MappingStrength, bool, Confidence> rank(const CoveringPair& pair) {
    return {pair.strength, !pair.through_framework.empty(), pair.confidence};
  }
  static bool stronger(const CoveringPair& left, const CoveringPair& right) { return rank(left) < rank(right); }

  /// What is paired directly is not asked for by a detour.
  void take(std::map<std::string, CoveringPair>& strongest, CoveringPair pair) const {
    const auto* item = from_.find_item(pair.item);
    if (!item) return; // of another version of the framework
    pair.item = item->id;
    pair.standing = standing_of(standings_, item->id);
    const auto [place, fresh] = strongest.emplace(folded(item->id), pair);
    if (fresh) return;
    const bool direct = pair.through_framework.empty(), known = place->second.through_framework.empty();
    if (direct == known ? stronger(pair, place->second) : direct) place->second = std::move(pair);
  }

  void take_through(std::map<std::string, CoveringPair>& strongest, const RequirementPair& second) const {
    for (const auto& first : index_.to(second.from_framework, second.from_item)) {
      const auto strength = composed(first.strength, second.strength);
      if (folded(first.from_framework) != folded(from_.id) || strength == MappingStrength::related) continue;
      take(strongest, {first.from_item, strength, std::max(first.confidence, second.confidence), second.from_framework, second.from_item, {}, {}});
    }
  }

  static void judge(ItemCoverage& coverage) {
    for (const auto& pair : coverage.pairs) coverage.state = std::min(coverage.state, coverage_by(pair.strength));
    coverage.answered = coverage.own.answered;
    coverage.demonstrated = coverage.own.demonstrated();
    if (coverage.own.answered || coverage.own.excluded) return;
    for (const auto& pair : coverage.pairs) {
      if (coverage_by(pair.strength) != CoverageState::whole) continue;
      coverage.answered |= pair.standing.answered;
      coverage.demonstrated |= pair.standing.demonstrated();
    }
  }

  const Checklist& from_;
  const Checklist& to_;
  PairIndex index_;
  const ItemStandings& standings_;
};

/// An item that no pair names is as far as its parts are together. From the last to the first, so that parts of parts come before.
void judge_by_parts(std::vector<ItemCoverage>& items) {
  std::unordered_map<std::string, std::vector<const ItemCoverage*>> parts; // by folded whole
  for (const auto& coverage : items)
    if (!coverage.item->part_of.empty()) parts[folded(coverage.item->part_of)].push_back(&coverage);
  for (auto coverage = items.rbegin(); coverage != items.rend(); ++coverage) {
    const auto found = parts.find(folded(coverage->item->id));
    if (found == parts.end() || !coverage->pairs.empty()) continue;
    const auto& own = found->second;
    const auto all = [&](auto&& holds) { return std::ranges::all_of(own, [&](const ItemCoverage* part) { return part->own.excluded || holds(*part); }); };
    coverage->by_parts = true;
    if (all([](const ItemCoverage& part) { return part.state == CoverageState::whole; })) coverage->state = CoverageState::whole;
    else if (!all([](const ItemCoverage& part) { return part.state == CoverageState::none; })) coverage->state = CoverageState::part;
    coverage->answered |= all([](const ItemCoverage& part) { return part.answered; });
    coverage->demonstrated |= all([](const ItemCoverage& part) { return part.demonstrated; });
  }
}

bool concerns(const Item& item, const std::vector<int>& activities) {
  return activities.empty() || item.activities.empty() ||
         std::ranges::any_of(item.activities, [&](int activity) { return std::ranges::count(activities, activity) > 0; });
}

template <typename Holds> std::size_t counted(const Coverage& coverage, Holds holds) {
  return static_cast<std::size_t>(std::ranges::count_if(coverage.items, holds));
}

} // namespace

std::string_view word_of(CoverageState state) {
  static constexpr std::array<std::string_view, 3> words = {"whole", "part", "none"};
  return words[static_cast<std::size_t>(state)];
}

ItemStandings item_standings(const std::vector<Answer>& answers, const EvidenceLinks& evidence) {
  ItemStandings standings;
  for (const auto& answer : answers) {
    auto& standing = standings[folded(answer.item)];
    standing.excluded = answer.applicability == Applicability::excluded;
    standing.answered = !standing.excluded && !trimmed(answer.statement).empty();
    standing.state = answer.state;
  }
  for (const auto& [item, code] : evidence) standings[folded(item)].evidence.push_back(code);
  return standings;
}

CoverageState coverage_by(MappingStrength strength) {
  if (strength <= MappingStrength::covers) return CoverageState::whole;
  return strength == MappingStrength::related ? CoverageState::none : CoverageState::part;
}

MappingStrength composed(MappingStrength first, MappingStrength second) {
  using enum MappingStrength;
  if (first == related || second == related) return related;
  if (first == equal) return second;
  if (second == equal) return first;
  if (first == covers) return second == covers ? covers : overlaps; // all of the middle, hence the part of the end that the middle answers
  if (second == covered) return first;                              // a part of the middle, which lies within the end
  return related;                                                   // that part of the middle may be just the one that has nothing to do with the end
}

std::size_t Coverage::count(CoverageState state) const {
  return counted(*this, [&](const ItemCoverage& coverage) { return coverage.state == state; });
}
std::size_t Coverage::answered() const {
  return counted(*this, [](const ItemCoverage& coverage) { return coverage.answered; });
}
std::size_t Coverage::demonstrated() const {
  return counted(*this, [](const ItemCoverage& coverage) { return coverage.demonstrated; });
}
std::size_t Coverage::remaining() const {
  return counted(*this, [](const ItemCoverage& coverage) { return coverage.remains(); });
}

Coverage coverage_of(const Checklist& from, const Checklist& to, const std::vector<RequirementPair>& pairs, const ItemStandings& standings,
                     const std::vector<int>& activities) {
  const Covering covering{from, to, pairs, standings};
  Coverage coverage;
  for (const auto& item : to.items)
    if (concerns(item, activities)) coverage.items.push_back(covering.of(item));
  judge_by_parts(coverage.items);
  return coverage;
}

} // namespace hdskit
