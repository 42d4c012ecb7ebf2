#pragma once

#include "toolkit/base/field.hpp"
#include "toolkit/markup/bilingual.hpp"

#include <string>
#include <vector>

namespace hdskit {

/// What an item of one framework says about an item of another, read from the first to the second.
enum class MappingStrength {
  equal,    ///< each answers the other whole
  covers,   ///< the first answers all of the second, and asks more
  covered,  ///< the first answers a part of the second, which asks more
  overlaps, ///< each answers a part of the other
  related,  ///< worth reading; answers nothing
};
std::span<const Choice> choices_of(MappingStrength);
/// The same pair read from the second to the first.
MappingStrength reversed(MappingStrength strength);

std::span<const Choice> choices_of(Confidence);

struct MappingPair {
  std::string from, to; ///< Item::id
  MappingStrength strength = MappingStrength::related;
  Confidence confidence = Confidence::high;
  Bilingual note;
};

/// Which items of two frameworks answer each other.
struct RequirementMapping {
  std::string id, version; ///< "agrement-2006--hds-v2", "1"
  std::string from, to;    ///< Checklist::id
  Bilingual title, note;
  std::vector<MappingPair> pairs;
};

} // namespace hdskit
