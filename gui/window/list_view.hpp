#pragma once

#include "gui/presenter/rows.hpp"

#include <wx/panel.h>

#include <filesystem>
#include <optional>

class wxButton;
class wxDataViewCtrl;
class wxDataViewEvent;
class wxSearchCtrl;
class wxStaticText;

namespace hdskit::gui {

class ListModel;

/// A list with its headings, an optional search field above, the number of rows and “Export…” below. Rows are fetched when they come into view.
class ListView : public wxPanel {
public:
  struct Look {
    std::string name;    ///< for screen readers, and for the file of an export
    bool search = false; ///< a field above; see on_search
    bool count = true;   ///< the line below: how many rows, and the export
  };
  ListView(wxWindow* parent, Look look);

  /// Another list, or the same one anew: the row whose key was selected stays selected if it is still there.
  void show(ListRows rows);

  std::optional<std::string> selected() const; ///< its key
  void select(const std::string& key);
  void select_row(std::size_t row);
  void focus();        ///< the keyboard to the rows
  void focus_search(); ///< the keyboard to the search field

  std::function<void(const std::string& key)> on_select; ///< by the person only, never by show() or select()
  std::function<void(const std::string& key)> on_open;   ///< double click or Enter
  std::function<void(const std::string& words)> on_search;
  /// A heading was clicked. Empty: the list sorts the rows itself, which reads them all.
  std::function<void(std::size_t column, bool descending)> on_sort;
  std::function<void(const std::vector<std::filesystem::path>&)> on_drop;
  /// Where “Export…” tells what it wrote, or what failed.
  std::function<void(const std::string& sentence)> on_told;
  std::function<void(std::exception_ptr)> on_failed;

  wxDataViewCtrl& control() { return *list_; }

private:
  void build_columns();
  void heading_clicked(wxDataViewEvent& event);
  void export_rows();

  Look look_;
  ListRows rows_, shown_;
  wxDataViewCtrl* list_ = nullptr;
  ListModel* model_ = nullptr;
  wxSearchCtrl* search_ = nullptr;
  wxStaticText* count_ = nullptr;
  std::optional<std::size_t> sorted_by_;
  bool descending_ = false, settling_ = false;
};

} // namespace hdskit::gui
