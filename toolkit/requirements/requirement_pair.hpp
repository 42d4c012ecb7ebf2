#pragma once

#include "toolkit/organisation/record_rules.hpp"
#include "toolkit/requirements/mapping.hpp"

#include <span>
#include <string>
#include <vector>

namespace hdskit {

using RequirementPairId = Id<struct RequirementPairTag>;

/// That two items of two frameworks correspond: a pair of the hospital, or of an imported mapping, stands in the workspace and goes before the shipped one.
struct RequirementPair {
  RequirementPairId id; ///< none: shipped
  std::string from_framework, from_item, to_framework, to_item;
  MappingStrength strength = MappingStrength::related; ///< read from → to
  Confidence confidence = Confidence::high;
  std::string origin; ///< id of the shipped mapping, name of the file it was imported from; "" for the hospital's own
  std::string note;
  static const RecordType<RequirementPair>& type();
};
RequirementPair reversed(RequirementPair pair);

/// Those that stand in the workspace.
std::vector<RequirementPair> own_pairs(const Workspace& workspace);
/// Those that come with the program, notes in the current language.
std::vector<RequirementPair> shipped_pairs();
/// The pairs of the workspace, then the shipped ones that it says nothing about.
std::vector<RequirementPair> all_pairs(const Workspace& workspace);

/// Records pairs in bulk; one that the workspace has for the same two items is replaced. Whether the items exist is the caller's business. How many are new.
std::size_t put_pairs(Change& change, const std::vector<RequirementPair>& pairs);

// One by one: the items must exist in frameworks that the workspace keeps or that come with the program.
extern const RecordRules requirement_rules;
std::span<const RecordKind> requirement_kinds();
const RecordKind& pair_kind();

} // namespace hdskit
