#pragma once

#include "gui/desk.hpp"
#include "gui/presenter/backups_map.hpp"

namespace hdskit::gui::pages {

/// Asks how the source is to be tested, then restores, compares, measures and files in the background; the page shows the test once it is over.
void test_a_restore(const Desk& desk, wxWindow* owner, std::shared_ptr<const BackupsMap> map, const std::string& source);

} // namespace hdskit::gui::pages
