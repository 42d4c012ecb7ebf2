#pragma once

#include "toolkit/exchange/sheet.hpp"

#include <string>

class wxWindow;

namespace hdskit::gui {

/// Asks where to, then writes the table as XLSX or CSV. The sentence to tell, or "" when the person changed their mind. Throws Problem.
std::string export_sheet(wxWindow* owner, const Sheet& sheet);

} // namespace hdskit::gui
