#pragma once

#include "toolkit/exchange/record_import.hpp"

namespace hdskit {

/// Other names of a field, parted by “|”. Both languages stand in the code and not in a catalogue: a file written in one must be readable in the other.
struct Headings {
  std::string_view field, words;
};

void add_headings(ImportRules& rules, std::string_view field, std::string_view words);

/// Those of the fields reference, name and owner, of every kind.
void add_common_headings(ImportRules& rules);

} // namespace hdskit
