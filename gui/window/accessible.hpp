#pragma once

#include <string>

class wxWindow;

namespace hdskit::gui {

/// The name that a screen reader speaks for a control whose label stands beside it or nowhere. wxWidgets 3.2 has no such call for GTK.
void name_for_readers(wxWindow& control, const std::string& name);
/// What a reader adds after the name: why a value is refused.
void describe_for_readers(wxWindow& control, const std::string& description);

} // namespace hdskit::gui
