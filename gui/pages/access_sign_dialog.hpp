#pragma once

#include "gui/desk.hpp"
#include "gui/presenter/access_map.hpp"

namespace hdskit::gui::pages {

/// Asks who signs, with a card or without, then signs and records in the background. The PIN is asked each time, tried once, and kept nowhere.
void sign_the_campaign(const Desk& desk, wxWindow* owner, const CampaignWork& work);

} // namespace hdskit::gui::pages
