#pragma once

#include "gui/presenter/dossier_order.hpp"
#include "gui/presenter/standing.hpp"

#include <optional>

class wxWindow;

namespace hdskit::gui {

struct FilingOrder {
  DossierOrder order;
  std::string reason; ///< why it is filed although it is not complete; "" when it is
};

/// Says what filing means, asks what is to be filed and, when something is lacking, why. Nothing when the person gives up.
std::optional<FilingOrder> ask_filing(wxWindow* owner, std::shared_ptr<const Standing> standing, const OrderTexts& proposed);

} // namespace hdskit::gui
