#pragma once

#include "gui/presenter/access_map.hpp"
#include "gui/presenter/cell.hpp"
#include "gui/presenter/rows.hpp"
#include "toolkit/access/endpoint_probe.hpp"

namespace hdskit::gui {

// The checks that a person begins in the window: what the dialogs say, and what is done in the background.

struct PopulationWish {
  std::string place; ///< file or folder
};
/// With what the certificates will be checked: authorities, lists and how fresh they are.
std::vector<Cell> check_sentences(const AccessMap& map);
std::string wish_fault(const AccessMap& map, const PopulationWish& wish); ///< "" when the check can begin
/// Checks with the authorities and lists of the workspace, and records what was found. For a thread in the background.
PopulationRun check_wished_population(const std::string& location, const Acting& acting, const PopulationWish& wish, const Progress& progress);
Cell told_of(const PopulationRun& run);

/// What will be asked, how gently, and who says that it is the hospital's own.
std::vector<Cell> confirmation_sentences(const HostedEndpoint& endpoint);
/// Asks the endpoint, and nothing else, and records what it answered. For a thread in the background.
EndpointRun check_wished_endpoint(const std::string& location, const Acting& acting, const std::string& reference, const Progress& progress);
Cell told_of(const EndpointRun& run);
} // namespace hdskit::gui
