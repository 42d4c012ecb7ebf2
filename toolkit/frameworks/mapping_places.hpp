#pragma once

#include "toolkit/frameworks/framework_library.hpp"
#include "toolkit/frameworks/library_findings.hpp"

#include <string>
#include <unordered_map>
#include <unordered_set>

namespace hdskit {

/// Finds the items that mappings name by foreign names or by ids of the house, in the libraries at hand and in what a workspace keeps.
class MappingPlaces {
public:
  /// `checklist` bears the foreign name `source`. Those that are added first count.
  void add(const Checklist& checklist, const std::string& source, const std::vector<std::string>& headings);

  bool knows(const std::string& framework) const { return frameworks_.contains(key_of(framework)); }
  /// The id in the house of a framework, or what it would be.
  std::string framework_id(const std::string& framework) const;

  /// The mapping by ids of the house, of those pairs whose frameworks are known; pairs of headings are left out. A requirement that its framework does not
  /// have is refused.
  RequirementMapping resolve(const ForeignMapping& mapping, LibraryFindings& findings) const;

private:
  struct Known {
    std::string id;
    std::unordered_map<std::string, std::string> items; ///< folded foreign name or id, id
    std::unordered_set<std::string> headings;
  };
  static std::string key_of(const std::string& framework);
  enum class End { found, heading, unknown };
  End end_of(const std::string& framework, const std::string& item, std::string& id) const;

  std::unordered_map<std::string, Known> frameworks_; ///< by foreign name and by id
};

} // namespace hdskit
