#include "gui/window/dropped_files.hpp"

#include "gui/window/text.hpp"

#include <wx/dataobj.h>
#include <wx/dataview.h>

namespace hdskit::gui {

void accept_dropped_files(wxDataViewCtrl& control) {
  control.EnableDropTarget(wxDataFormat{wxDF_FILENAME});
  control.Bind(wxEVT_DATAVIEW_ITEM_DROP_POSSIBLE, [](wxDataViewEvent& event) {
    if (event.GetDataFormat() == wxDataFormat{wxDF_FILENAME}) event.SetDropEffect(wxDragCopy);
    else event.Veto();
  });
}

std::vector<std::filesystem::path> dropped_files(const wxDataViewEvent& event) {
  wxFileDataObject files;
  if (event.GetDataFormat() != wxDataFormat{wxDF_FILENAME} || !files.SetData(event.GetDataSize(), event.GetDataBuffer())) return {};
  std::vector<std::filesystem::path> paths;
  for (const auto& name : files.GetFilenames()) paths.emplace_back(utf8(name));
  return paths;
}

} // namespace hdskit::gui
