#pragma once

#include "gui/presenter/rows.hpp"
#include "gui/window/rows_panel.hpp"

#include <filesystem>
#include <optional>

class wxDataViewCtrl;
class wxDataViewEvent;

namespace hdskit::gui {

class ListModel;

/// A list with its headings, an optional search field above, the number of rows and “Export…” below. Rows are fetched when they come into view.
class ListView : public RowsPanel {
public:
  ListView(wxWindow* parent, Look look);

  /// Another list, or the same one anew: the row whose key was selected stays selected if it is still there.
  void show(ListRows rows);

  std::optional<std::string> selected() const; ///< its key
  void select(const std::string& key);
  void select_row(std::size_t row);

  std::function<void(const std::string& key)> on_select; ///< by the person only, never by show() or select()
  std::function<void(const std::string& key)> on_open;   ///< double click or Enter
  /// A heading was clicked. Empty: the list sorts the rows itself, which reads them all.
  std::function<void(std::size_t column, bool descending)> on_sort;
  std::function<void(const std::vector<std::filesystem::path>&)> on_drop;

private:
  void build_columns();
  void heading_clicked(wxDataViewEvent& event);
  Sheet all_rows() const override;

  ListRows rows_;
  wxDataViewCtrl* list_ = nullptr;
  ListModel* model_ = nullptr;
  std::optional<std::size_t> sorted_by_;
  bool descending_ = false, settling_ = false;
};

} // namespace hdskit::gui
