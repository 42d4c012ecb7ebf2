#pragma once

#include "toolkit/requirements/answer.hpp"
#include "toolkit/requirements/checklist.hpp"
#include "toolkit/requirements/requirement_pair.hpp"

#include <map>
#include <string>
#include <vector>

namespace hdskit {

/// How much of an item other items answer.
enum class CoverageState { whole, part, none };
std::string_view word_of(CoverageState state);

/// How an item stands: what was answered to it, and the documents in force that support it.
struct ItemStanding {
  bool answered = false; ///< there is text for the dossier
  bool excluded = false;
  DemonstrationState state = DemonstrationState::absent;
  std::vector<std::string> evidence; ///< codes
  bool demonstrated() const { return answered && state == DemonstrationState::demonstrated && !evidence.empty(); }
};
/// By folded id of the item.
using ItemStandings = std::map<std::string, ItemStanding>;
using EvidenceLinks = std::vector<std::pair<std::string, std::string>>; ///< item, code of a document in force
ItemStandings item_standings(const std::vector<Answer>& answers, const EvidenceLinks& evidence);

/// Why an item is covered.
struct CoveringPair {
  std::string item;                                      ///< of the framework that the hospital comes from
  MappingStrength strength = MappingStrength::equal;     ///< read from there
  Confidence confidence = Confidence::high;              ///< the weakest on the way
  std::string through_framework = {}, through_item = {}; ///< "": the two are paired directly
  std::string note = {};
  ItemStanding standing = {}; ///< of `item`
};
/// What a whole answer to the item that a pair comes from leaves of the other.
CoverageState coverage_by(MappingStrength strength);
/// What two pairs say together: whole only when each step is, nothing when the first may answer just what the second leaves out.
MappingStrength composed(MappingStrength first, MappingStrength second);

struct ItemCoverage {
  const Item* item = nullptr;                ///< of the checklist that was asked about
  CoverageState state = CoverageState::none; ///< what the pairs say, whether they are answered or not
  bool by_parts = false;                     ///< no pair names it: its parts say so
  std::vector<CoveringPair> pairs;           ///< the strongest first
  ItemStanding own;                          ///< its own answer goes before all others
  bool answered = false;                     ///< by itself, or whole by an answer that a pair names
  bool demonstrated = false;                 ///< and that answer is demonstrated, with a document in force
  bool remains() const { return !answered && !own.excluded; }
};

struct Coverage {
  std::vector<ItemCoverage> items; ///< in the order of the checklist
  std::size_t count(CoverageState state) const;
  std::size_t answered() const, demonstrated() const, remaining() const;
};

/// What `to` would still ask of a hospital that answers `from`: by pairs in either direction, and by two pairs through one other framework, never more. Pure.
/// `activities`: hosting activities that the hospital has; items of other ones are left out; none: all items.
Coverage coverage_of(const Checklist& from, const Checklist& to, const std::vector<RequirementPair>& pairs, const ItemStandings& standings,
                     const std::vector<int>& activities = {});

} // namespace hdskit
