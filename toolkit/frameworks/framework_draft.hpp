#pragma once

#include "toolkit/base/date.hpp"
#include "toolkit/frameworks/framework_library.hpp"
#include "toolkit/frameworks/library_findings.hpp"

#include <optional>

namespace hdskit {

/// A requirement, or a heading above requirements, as any foreign format gives it.
struct DraftNode {
  int line = 0;
  std::string source;              ///< its foreign name, kept as it is: "urn:…:a.5.1", "ac-2.1"
  std::string parent;              ///< the source of the node above; "" at the top
  std::string number;              ///< as people cite it: "A.5.1"; may be empty
  Bilingual name, text;            ///< one of them is enough; a language may be missing
  std::vector<Bilingual> evidence; ///< documents that are expected
  bool assessable = true;          ///< false: a heading, or withdrawn
};

/// A framework before it is known to hold together.
struct FrameworkDraft {
  int line = 0;
  std::string source, id; ///< the foreign name; the id in the house
  std::string label;      ///< as people cite it
  Bilingual name, text;
  std::string version, publisher;
  std::optional<Date> published;
  std::vector<DraftNode> nodes; ///< in the order of the file
};

/// The checklist that a draft makes. What is wrong with it is refused, all at once: duplicates, nodes under what is not there, nodes above themselves, nodes
/// and frameworks without a name, nothing to assess. The checklist is only to be used when all findings are sound.
ForeignFramework settle_framework(FrameworkDraft draft, LibraryFindings& findings);

} // namespace hdskit
