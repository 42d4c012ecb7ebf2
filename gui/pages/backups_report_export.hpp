#pragma once

#include "gui/desk.hpp"
#include "toolkit/backup/restore_run.hpp"

namespace hdskit::gui::pages {

/// Asks where to, then writes the report of a test in the background: the PDF that was filed, or its JSON.
void export_test_report(const Desk& desk, wxWindow* owner, const RestoreRun& run);

} // namespace hdskit::gui::pages
