#pragma once

#include "gui/desk.hpp"
#include "gui/presenter/access_map.hpp"

namespace hdskit::gui::pages {

/// Asks for a file, shows the authorities in it with their fingerprints, and trusts the chosen one only once the person has given the fingerprint that the
/// authority itself publishes.
void import_an_anchor(const Desk& desk, wxWindow* owner, std::shared_ptr<const AccessMap> map);

} // namespace hdskit::gui::pages
