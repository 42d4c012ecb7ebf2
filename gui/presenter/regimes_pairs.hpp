#pragma once

#include "gui/presenter/record_edit.hpp"
#include "gui/presenter/regimes_map.hpp"
#include "gui/presenter/rows.hpp"

namespace hdskit::gui {

// Which items of two frameworks answer each other: shipped pairs, and those of the hospital, which go before them.

std::string strength_words(MappingStrength strength); ///< “≡ answers it whole, and the other way round”

/// The pairs of two frameworks, read from the one to the other; `to` "": with all others. Keys: see pair_of_key.
ListRows pair_rows(const RegimesMap& map, std::string_view from, std::string_view to, std::string_view words = {});
/// The pair of a row, as it is recorded or shipped; nullptr: it has gone.
const RequirementPair* pair_of_key(const RegimesMap& map, std::string_view key);
std::string key_of_pair(const RequirementPair& pair);
/// Both items with their words, and whose pair it is.
std::vector<Cell> pair_sentences(const RegimesMap& map, const RequirementPair& pair);
Cell pairs_sentence(const RegimesMap& map, std::string_view from, std::string_view to);

/// What an own pair starts from that goes before a shipped one.
Assignments overruling(const RequirementPair& shipped);
RecordWays pair_ways();

} // namespace hdskit::gui
