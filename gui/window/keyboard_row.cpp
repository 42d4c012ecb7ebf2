#include "gui/window/keyboard_row.hpp"

#include <wx/dataview.h>

#include <gtk/gtk.h>

namespace hdskit::gui {

void keyboard_follows_selection(wxDataViewCtrl& control) {
  auto* view = GTK_TREE_VIEW(control.GtkGetTreeView());
  GtkTreeModel* model = nullptr;
  GtkTreeIter row;
  if (!gtk_tree_selection_get_selected(gtk_tree_view_get_selection(view), &model, &row)) return;
  auto* path = gtk_tree_model_get_path(model, &row);
  gtk_tree_view_set_cursor(view, path, gtk_tree_view_get_column(view, 0), FALSE); // without a column it may scroll sideways
  gtk_tree_path_free(path);
}

} // namespace hdskit::gui
