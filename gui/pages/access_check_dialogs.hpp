#pragma once

#include "gui/desk.hpp"
#include "gui/presenter/access_map.hpp"

namespace hdskit::gui::pages {

/// Asks for the folder of the certificates, then checks all of them in the background with the authorities and lists of the workspace, and records the check.
void check_certificates(const Desk& desk, wxWindow* owner, const AccessMap& map);

/// Asks the person to confirm that the endpoint is the hospital's own, then asks it in the background and records what it answered.
void check_an_endpoint(const Desk& desk, wxWindow* owner, const HostedEndpoint& endpoint);

} // namespace hdskit::gui::pages
