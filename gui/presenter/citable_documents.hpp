#pragma once

#include "gui/presenter/form.hpp"

namespace hdskit::gui {

/// “R12 – Rançongiciel”, chosen as R12.
FormChoice cited_as(const std::string& reference, const std::string& name);

/// The documents of the workspace by their codes.
std::vector<FormChoice> citable_documents(const Workspace& workspace);

} // namespace hdskit::gui
