#pragma once

#include "gui/desk.hpp"
#include "toolkit/access/access_records.hpp"

namespace hdskit::gui::pages {

/// Asks where to, then writes the report of one check of an endpoint in the background: a PDF to read, or its JSON.
void export_endpoint_report(const Desk& desk, wxWindow* owner, const EndpointRun& run);

} // namespace hdskit::gui::pages
