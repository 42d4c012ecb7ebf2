#pragma once

#include "toolkit/requirements/checklist.hpp"

namespace hdskit {

/// Gives the items of a new version the ids that the version before gave to the same foreign names (Item::source), so that answers and evidence still name
/// them; an id of the old version is given to nothing else.
void keep_item_ids(Checklist& newer, const Checklist& before);

} // namespace hdskit
