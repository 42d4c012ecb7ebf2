#pragma once

#include "toolkit/frameworks/framework_library.hpp"
#include "toolkit/requirements/framework_store.hpp"

namespace hdskit {

// Libraries that were read, compared with each other and with what a workspace keeps.

enum class ImportEffect { added, updated, unchanged };

struct PlannedFramework {
  std::string id;
  ImportEffect effect = ImportEffect::added;
  FrameworkDifference difference; ///< of `updated`
};

struct FrameworkImport {
  std::vector<FrameworkLibrary> libraries;
  std::vector<RequirementMapping> mappings; ///< of all libraries, by ids of the house where the frameworks are known
  std::vector<PlannedFramework> planned;    ///< in the order of the libraries; empty without a workspace
  bool refused() const;                     ///< at least one defect: nothing is stored
  bool changes_anything() const;
};

/// What storing the libraries would do. Items that `workspace` keeps already, by their foreign names, keep their ids, so that answers stay. A mapping to a
/// requirement that its framework does not have is a defect; one to a framework that nobody has is a remark, and a defect when there is a workspace.
FrameworkImport plan_framework_import(std::vector<FrameworkLibrary> libraries, const Workspace* workspace);

/// Does it, all or nothing. Throws Problem bad_input when the import is refused, with all defects. `since`: new frameworks are followed from that day on;
/// nothing: they are kept to look things up and to map to.
void store_framework_import(Change& change, const FrameworkImport& import, std::optional<Date> since);

} // namespace hdskit
