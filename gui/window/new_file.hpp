#pragma once

#include <string>

class wxWindow;

namespace hdskit::gui {

/// The file dialogs' kinds of a workspace.
std::string workspace_files();

/// Where a new workspace shall lie; "" when the person changed their mind. Nothing is ever overwritten, so the dialog need not ask.
std::string ask_new_file(wxWindow* owner, const std::string& title, const std::string& name);

} // namespace hdskit::gui
