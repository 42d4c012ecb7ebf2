#pragma once

#include "gui/presenter/dossier_order.hpp"

#include <filesystem>
#include <optional>

namespace hdskit::gui {

/// What the page remembers of one workspace as long as the program runs, though the window may be drawn anew for another language or theme.
struct KeptDossier {
  std::optional<OrderTexts> order;
  std::optional<BuiltDossier> built;
};
KeptDossier& kept_dossier(const std::string& location);

} // namespace hdskit::gui
