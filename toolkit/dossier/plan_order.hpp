#pragma once

#include "toolkit/requirements/checklist.hpp"

#include <vector>

namespace hdskit {

/// The items as the forms present them; an item that no section gathers comes last. Points into `checklist`.
std::vector<const Item*> items_in_order(const Checklist& checklist);

/// The form whose sections gather the item, or nullptr.
const Form* form_of(const Checklist& checklist, std::string_view item);

} // namespace hdskit
