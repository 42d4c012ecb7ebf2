#pragma once

#include "toolkit/requirements/checklist.hpp"

namespace hdskit {

/// The checklist in the house format, UTF-8, the same text for the same checklist. read_checklist() gives an equal one back when its texts have no line breaks
/// and no doubled spaces, and its ids are ids.
std::string checklist_xml(const Checklist& checklist);

} // namespace hdskit
