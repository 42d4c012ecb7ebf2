#include "gui/window/native_tree.hpp"

#include <wx/window.h>

#include <gtk/gtk.h>

namespace hdskit::gui {
namespace {

void leave_down(GtkWidget* widget, gpointer) {
  if (GTK_IS_TREE_VIEW(widget)) gtk_tree_view_set_enable_search(GTK_TREE_VIEW(widget), FALSE);
  else if (GTK_IS_CONTAINER(widget)) gtk_container_forall(GTK_CONTAINER(widget), leave_down, nullptr);
}

void free_keys_of_menus() {
  auto* keys = gtk_binding_set_by_class(g_type_class_ref(GTK_TYPE_TREE_VIEW));
  for (const auto key : {GDK_KEY_f, GDK_KEY_F, GDK_KEY_n, GDK_KEY_p}) gtk_binding_entry_remove(keys, static_cast<guint>(key), GDK_CONTROL_MASK);
}

} // namespace

void leave_search_to_the_page(wxWindow& list) {
  free_keys_of_menus();
  if (auto* widget = static_cast<GtkWidget*>(list.GetHandle())) leave_down(widget, nullptr);
}

} // namespace hdskit::gui
