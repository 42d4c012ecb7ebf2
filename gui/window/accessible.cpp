#include "gui/window/accessible.hpp"

#include <wx/window.h>

#include <gtk/gtk.h>

namespace hdskit::gui {
namespace {

using Tell = void (*)(AtkObject*, const char*);

struct Told {
  Tell tell;
  const char* words;
};

/// The widget that takes the keyboard often lies inside a frame or a scroller of its own.
void tell_down(GtkWidget* widget, gpointer told) {
  const auto& [tell, words] = *static_cast<Told*>(told);
  if (gtk_widget_get_can_focus(widget)) tell(gtk_widget_get_accessible(widget), words);
  if (GTK_IS_CONTAINER(widget)) gtk_container_forall(GTK_CONTAINER(widget), tell_down, told);
}

void tell_control(wxWindow& control, Tell tell, const std::string& words) {
  auto* widget = static_cast<GtkWidget*>(control.GetHandle());
  if (!widget) return;
  Told told{tell, words.c_str()};
  tell(gtk_widget_get_accessible(widget), words.c_str());
  tell_down(widget, &told);
}

} // namespace

void name_for_readers(wxWindow& control, const std::string& name) { tell_control(control, atk_object_set_name, name); }
void describe_for_readers(wxWindow& control, const std::string& description) { tell_control(control, atk_object_set_description, description); }

} // namespace hdskit::gui
