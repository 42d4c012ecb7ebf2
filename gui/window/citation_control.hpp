#pragma once

#include "gui/window/form_control.hpp"

namespace hdskit::gui {

/// A text for references, completed by titles when one record is cited, with a button that opens the list of what may be cited.
FormControl new_citation_control(wxWindow* parent, const FormField& field, std::function<void(const std::string&)> typed, std::function<void()> left);

} // namespace hdskit::gui
