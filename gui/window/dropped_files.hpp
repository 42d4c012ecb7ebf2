#pragma once

#include <filesystem>
#include <vector>

class wxDataViewCtrl;
class wxDataViewEvent;

namespace hdskit::gui {

/// Lets files be dropped on the rows of a list or tree.
void accept_dropped_files(wxDataViewCtrl& control);

/// The files that a drop brought; empty when it brought something else.
std::vector<std::filesystem::path> dropped_files(const wxDataViewEvent& event);

} // namespace hdskit::gui
