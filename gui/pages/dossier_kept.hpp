#pragma once

#include "gui/presenter/dossier_order.hpp"

#include <filesystem>
#include <optional>

namespace hdskit::gui {

/// What the page remembers of the dossier of one framework of a workspace as long as the program runs, though the window may be drawn anew for another language
/// or theme.
struct KeptDossier {
  std::optional<OrderTexts> order;
  std::optional<BuiltDossier> built;
};
/// `framework`: as AnsweredFrameworks::asked() has it. What is given back stays where it is.
KeptDossier& kept_dossier(const std::string& location, const std::string& framework);

} // namespace hdskit::gui
