#pragma once

#include "toolkit/markup/markup_text.hpp"
#include "toolkit/requirements/checklist.hpp"
#include "toolkit/requirements/mapping.hpp"
#include "toolkit/risk/scale.hpp"

#include <string>
#include <vector>

namespace hdskit {

// What any foreign library of frameworks becomes: docs/formats/framework-import.md.

struct ForeignFramework {
  Checklist checklist;               ///< what can be answered, in the house format; ids of the house, Item::source the foreign ones
  std::string source;                ///< the framework's foreign name: "urn:intuitem:risk:framework:iso27001-2022"
  int requirements = 0;              ///< of the foreign library: nodes of CISO Assistant, headings included, controls of OSCAL, rows of Deming
  int assessable = 0;                ///< of them, those that ask for something
  std::vector<std::string> headings; ///< foreign names of nodes that ask for nothing
};

/// A pair of requirements by their foreign names.
struct ForeignPair {
  int line = 0;
  std::string from, to;
  MappingStrength strength = MappingStrength::related;
  std::string note;
};
struct ForeignMapping {
  int line = 0;
  std::string source;   ///< foreign name of the set
  std::string from, to; ///< foreign names of the frameworks
  std::string title;
  std::vector<ForeignPair> pairs;
};

struct FrameworkLibrary {
  std::string file;
  std::string digest; ///< SHA-256 of the file, as who read it found
  std::vector<ForeignFramework> frameworks;
  std::vector<ForeignMapping> mappings;
  std::vector<RiskScale> matrices;   ///< scales of risks, all other parts those of EBIOS RM
  std::vector<MarkupDefect> defects; ///< all reasons not to import; then the other members only serve to count
  std::vector<MarkupDefect> notes;   ///< what is passed over
};

} // namespace hdskit
