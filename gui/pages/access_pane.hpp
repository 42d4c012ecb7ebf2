#pragma once

#include "gui/pages/tabbed_page.hpp"
#include "gui/presenter/access_map.hpp"

namespace hdskit::gui::pages {

/// A tab of the page “CPS access”. To send the person elsewhere: desk.go_to("access", "hosted_endpoint:DPI-WEB").
using AccessPane = TabPane<AccessMap>;

} // namespace hdskit::gui::pages
