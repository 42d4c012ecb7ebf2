#pragma once

#include "gui/desk.hpp"
#include "gui/presenter/access_map.hpp"

namespace hdskit::gui::pages {

/// Asks for a title and for the files of the sources, then reads, judges and freezes them in the background.
void open_a_campaign(const Desk& desk, wxWindow* owner, std::shared_ptr<const AccessMap> map);

/// Account by account, what differs from last year.
void show_comparison(wxWindow* owner, const CampaignWork& work);

} // namespace hdskit::gui::pages
