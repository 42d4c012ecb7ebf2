#include "gui/window/native_tree.hpp"

#include <wx/window.h>

#include <gtk/gtk.h>

namespace hdskit::gui {
namespace {

void leave_down(GtkWidget* widget, gpointer) {
  if (GTK_IS_TREE_VIEW(widget)) gtk_tree_view_set_enable_search(GTK_TREE_VIEW(widget), FALSE);
  else if (GTK_IS_CONTAINER(widget)) gtk_container_forall(GTK_CONTAINER(widget), leave_down, nullptr);
}

} // namespace

void leave_search_to_the_page(wxWindow& list) {
  if (auto* widget = static_cast<GtkWidget*>(list.GetHandle())) leave_down(widget, nullptr);
}

} // namespace hdskit::gui
