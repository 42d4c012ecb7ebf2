#pragma once

#include "gui/desk.hpp"
#include "toolkit/access/review_campaign.hpp"

namespace hdskit::gui::pages {

/// Asks what and where to, then writes the report (PDF, with names or without) or the table of all accounts (XLSX) in the background.
void export_campaign(const Desk& desk, wxWindow* owner, const ReviewCampaign& campaign);

} // namespace hdskit::gui::pages
