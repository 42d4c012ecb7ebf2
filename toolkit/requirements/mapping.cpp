#include "toolkit/requirements/mapping.hpp"

#include "toolkit/base/translate.hpp"

namespace hdskit {

std::span<const Choice> choices_of(MappingStrength) {
  static constexpr Choice choices[] = {{"equal", marked("equal: each answers the other")},
                                       {"covers", marked("covers: answers all of it, and asks more")},
                                       {"covered", marked("covered: answers a part of it")},
                                       {"overlaps", marked("overlaps: each answers a part of the other")},
                                       {"related", marked("related: answers nothing")}};
  return choices;
}

MappingStrength reversed(MappingStrength strength) {
  if (strength == MappingStrength::covers) return MappingStrength::covered;
  if (strength == MappingStrength::covered) return MappingStrength::covers;
  return strength;
}

std::span<const Choice> choices_of(Confidence) {
  static constexpr Choice choices[] = {{"high", marked("high confidence")}, {"medium", marked("medium confidence")}, {"low", marked("low confidence")}};
  return choices;
}

} // namespace hdskit
