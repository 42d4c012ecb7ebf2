#include "gui/window/reading_text.hpp"

#include "gui/window/accessible.hpp"
#include "gui/window/view_parts.hpp"

#include <wx/textctrl.h>

#include <gtk/gtk.h>

namespace hdskit::gui {

wxTextCtrl* new_reading_text(wxWindow* parent, const std::string& name, int height) {
  auto* control = new wxTextCtrl{parent, wxID_ANY, "", wxDefaultPosition, parent->FromDIP(wxSize{-1, height}), wxTE_MULTILINE | wxTE_READONLY};
  name_for_readers(*control, name);
  // wxWidgets 3.2 gives margins to single lines only.
  if (auto* view = gtk_bin_get_child(GTK_BIN(control->GetHandle())); view && GTK_IS_TEXT_VIEW(view)) {
    gtk_text_view_set_left_margin(GTK_TEXT_VIEW(view), gap);
    gtk_text_view_set_right_margin(GTK_TEXT_VIEW(view), gap);
    gtk_text_view_set_top_margin(GTK_TEXT_VIEW(view), gap);
    gtk_text_view_set_bottom_margin(GTK_TEXT_VIEW(view), gap);
  }
  return control;
}

} // namespace hdskit::gui
