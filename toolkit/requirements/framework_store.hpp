#pragma once

#include "toolkit/requirements/framework.hpp"
#include "toolkit/workspace/record_store.hpp"

namespace hdskit {

/// In the order in which they came; the main checklist is none of them.
std::vector<Framework> all_frameworks(const Workspace& workspace);
/// Those that are answered beside the main checklist. One that has become the main checklist itself is left out.
std::vector<Framework> followed_frameworks(const Workspace& workspace);
/// By id, letter case aside. Throws Problem not_found naming those that are there.
Framework find_framework(const Workspace& workspace, std::string_view id);
std::optional<Framework> framework_if_known(const Workspace& workspace, std::string_view id);

/// What a framework asks: the main checklist when the id is its own or "", or one that the workspace keeps, followed or not.
/// Throws Problem not_found as find_framework does, damaged when its bytes are not what they were.
Checklist framework_checklist(const Workspace& workspace, std::string_view id);
/// The main checklist, then the followed frameworks. Empty when the workspace follows none at all.
std::vector<Checklist> all_checklists(const Workspace& workspace);
bool is_main_checklist(const Workspace& workspace, std::string_view id);
/// Main, or followed beside it.
bool is_followed(const Workspace& workspace, std::string_view id);

struct NewFramework {
  std::string xml; ///< house format
  std::string origin{shipped_origin};
  std::string source_digest = {};
  FrameworkUse use = FrameworkUse::reference;
  std::optional<Date> applied_on = {};
  std::string note = {};
};
/// Keeps frameworks that the workspace does not know yet. Throws Problem bad_input when one cannot be read, comes twice, or is known already: what is known is
/// upgraded; refused when an item of a followed one bears the id of an item of another, with the ids.
std::vector<Framework> put_frameworks(Change& change, const std::vector<NewFramework>& frameworks);
Framework put_framework(Change& change, const NewFramework& framework);

/// Puts another version in the place of the one that is there (the main checklist too), by the id that `xml` bears, with its origin; use and note stay.
/// Answers are never touched. Throws what put_framework does.
FrameworkDifference upgrade_framework(Change& change, const NewFramework& newer);
/// What that would change.
FrameworkDifference upgrade_difference(const Workspace& workspace, const Checklist& newer);

/// Throws Problem refused when its items bear ids that others have.
void use_framework(Change& change, std::string_view id, FrameworkUse use, std::optional<Date> since);
/// Answers to its items stay. Throws Problem not_found; refused for the main checklist.
void remove_framework(Change& change, std::string_view id);

} // namespace hdskit
