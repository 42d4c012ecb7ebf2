#pragma once

#include "toolkit/frameworks/framework_library.hpp"
#include "toolkit/frameworks/library_findings.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace hdskit {

// A catalog of controls in NIST OSCAL, whichever of its formats it was written in.

struct OscalPart {
  std::string name;  ///< "statement", "item", "guidance", …
  std::string label; ///< "a."
  std::string title, prose;
  std::vector<OscalPart> parts;
};

/// A control, or a group of controls.
struct OscalNode {
  int line = 0;
  bool is_group = false, withdrawn = false;
  std::string id, label, title;
  std::vector<OscalPart> parts;
  std::vector<OscalNode> nodes;
};

/// A value that who adopts the catalog fills in: a word for it, or what to choose from.
struct OscalParameter {
  std::string label;
  std::vector<std::string> values, choices;
};

struct OscalCatalog {
  int line = 0;
  std::string uuid, document, title, version, published; ///< document: an identifier that stays when the content changes
  std::string language;                                  ///< "fr", "en"; "" when it is not said
  std::map<std::string, OscalParameter, std::less<>> parameters;
  std::vector<OscalNode> nodes;
};

/// Controls become items, controls within controls parts of them, groups headings; withdrawn controls are left out. The statement and the guidance make the
/// wording, the words of parameters in brackets.
ForeignFramework settle_oscal(OscalCatalog catalog, LibraryFindings& findings);

/// Throws Problem bad_input for what is no JSON.
FrameworkLibrary read_oscal_json(std::string_view json, LibraryFindings& findings);

} // namespace hdskit
