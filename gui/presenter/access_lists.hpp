#pragma once

#include "gui/presenter/access_map.hpp"
#include "gui/presenter/cell.hpp"
#include "gui/presenter/rows.hpp"
#include "toolkit/access/workspace_trust.hpp"

#include <filesystem>

namespace hdskit::gui {

/// Where downloaded lists are kept for this person on this machine, the same for the commands.
std::filesystem::path usual_list_folder();

/// What is known of each source of a workspace, from the folder. Nothing is asked of the network.
std::vector<ListState> read_list_states(const std::vector<ListSource>& sources, const std::filesystem::path& folder);

/// trust_of_workspace with the lists of usual_list_folder().
WorkspaceTrust workspace_trust(const Workspace& workspace, Instant at);

/// Sources of revocation lists: freshness, name, the list's own date, until when it holds, where it comes from. Keys: references.
ListRows list_rows(const AccessMap& map);
Cell list_cell(const ListSource& source, const ListState& state, Date today);
Cell lists_sentence(const AccessMap& map);

/// Asks every source for its newest list. For a thread in the background. What came of it is told: which could not be fetched, and why.
Cell fetch_lists(const std::string& location, Instant at, const Progress& progress);

} // namespace hdskit::gui
