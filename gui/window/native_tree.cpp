#include "gui/window/native_tree.hpp"

#include <wx/window.h>

#include <gtk/gtk.h>

namespace hdskit::gui {
namespace {

void leave_down(GtkWidget* widget, gpointer) {
  if (GTK_IS_TREE_VIEW(widget)) gtk_tree_view_set_enable_search(GTK_TREE_VIEW(widget), FALSE);
  else if (GTK_IS_CONTAINER(widget)) gtk_container_forall(GTK_CONTAINER(widget), leave_down, nullptr);
}

void tell_height_down(GtkWidget* widget, gpointer same) {
  if (GTK_IS_TREE_VIEW(widget)) gtk_tree_view_set_fixed_height_mode(GTK_TREE_VIEW(widget), GPOINTER_TO_INT(same));
  else if (GTK_IS_CONTAINER(widget)) gtk_container_forall(GTK_CONTAINER(widget), tell_height_down, same);
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

void tell_rows_of_one_height(wxWindow& list, bool same) {
  if (auto* widget = static_cast<GtkWidget*>(list.GetHandle())) tell_height_down(widget, GINT_TO_POINTER(same ? TRUE : FALSE));
}

} // namespace hdskit::gui
