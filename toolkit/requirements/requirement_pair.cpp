#include "toolkit/requirements/requirement_pair.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/requirements/mapping_reader.hpp"
#include "toolkit/workspace/record_store.hpp"

#include <array>
#include <map>
#include <set>
#include <utility>

namespace hdskit {
namespace {

/// The same for a pair and for the pair read backwards.
using PairKey = std::array<std::string, 4>;

PairKey key_of(const RequirementPair& pair) {
  PairKey there{folded(pair.from_framework), folded(pair.from_item), folded(pair.to_framework), folded(pair.to_item)};
  PairKey back{there[2], there[3], there[0], there[1]};
  return std::min(there, back);
}

RequirementPair pair_of(const RequirementMapping& mapping, const MappingPair& pair) {
  return {.id = {},
          .from_framework = mapping.from,
          .from_item = pair.from,
          .to_framework = mapping.to,
          .to_item = pair.to,
          .strength = pair.strength,
          .confidence = pair.confidence,
          .origin = mapping.id,
          .note = pair.note.in_current_language()};
}

} // namespace

const RecordType<RequirementPair>& RequirementPair::type() {
  static const Field<RequirementPair> fields[] = {
      field<&RequirementPair::from_framework>("from_framework", marked("From framework"), Need::required),
      field<&RequirementPair::from_item>("from_item", marked("From item"), Need::required),
      field<&RequirementPair::to_framework>("to_framework", marked("To framework"), Need::required),
      field<&RequirementPair::to_item>("to_item", marked("To item"), Need::required),
      field<&RequirementPair::strength>("strength", marked("Strength")),
      field<&RequirementPair::confidence>("confidence", marked("Confidence")),
      field<&RequirementPair::origin>("origin", marked("Origin")),
      long_field<&RequirementPair::note>("note", marked("Note")),
  };
  static const RecordType<RequirementPair> type{"requirement_mapping", marked("correspondence of two requirements"), fields};
  return type;
}

RequirementPair reversed(RequirementPair pair) {
  std::swap(pair.from_framework, pair.to_framework);
  std::swap(pair.from_item, pair.to_item);
  pair.strength = reversed(pair.strength);
  return pair;
}

std::vector<RequirementPair> own_pairs(const Workspace& workspace) { return all_records<RequirementPair>(workspace); }

std::vector<RequirementPair> shipped_pairs() {
  std::vector<RequirementPair> pairs;
  for (const auto& mapping : shipped_mappings())
    for (const auto& pair : mapping.pairs) pairs.push_back(pair_of(mapping, pair));
  return pairs;
}

std::vector<RequirementPair> all_pairs(const Workspace& workspace) {
  auto pairs = own_pairs(workspace);
  std::set<PairKey> own;
  for (const auto& pair : pairs) own.insert(key_of(pair));
  for (auto& pair : shipped_pairs())
    if (!own.contains(key_of(pair))) pairs.push_back(std::move(pair));
  return pairs;
}

std::size_t put_pairs(Change& change, const std::vector<RequirementPair>& pairs) {
  std::map<PairKey, RequirementPairId> known;
  for (const auto& pair : own_pairs(change.workspace())) known.emplace(key_of(pair), pair.id);
  std::size_t added = 0;
  for (auto pair : pairs) {
    auto& id = known[key_of(pair)];
    pair.id = id;
    if (id) update_record(change, pair);
    else {
      id = add_record(change, std::move(pair)).id;
      ++added;
    }
  }
  return added;
}

} // namespace hdskit
