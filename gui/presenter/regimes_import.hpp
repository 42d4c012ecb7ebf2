#pragma once

#include "gui/presenter/cell.hpp"
#include "gui/presenter/session.hpp"
#include "toolkit/frameworks/framework_import.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace hdskit::gui {

// Frameworks out of the library of another tool: what it would bring is told before anything is stored.

struct LibraryOffer {
  FrameworkImport import;
  std::vector<Cell> sentences; ///< what is in the file, what would change, and every defect
  bool brings_new = false;     ///< frameworks that the workspace does not know yet: they may be followed from the start
};

/// YAML of CISO Assistant, workbook or CSV of Deming, catalog of OSCAL, checklist of hdskit. What is wrong in the file is told by the sentences; throws Problem
/// when it cannot be read at all. Good for a thread of its own.
LibraryOffer offered_library(const Workspace& workspace, const std::filesystem::path& file);

/// Why nothing can be taken from it; "": it can.
std::string library_fault(const LibraryOffer& offer);

/// One step of undo, all or nothing; answers stay. `follow`: new frameworks are followed from today on. Throws Problem.
void take_library(Session& session, const LibraryOffer& offer, bool follow);

} // namespace hdskit::gui
