#pragma once

#include "gui/presenter/rows.hpp"

#include <wx/panel.h>

#include <filesystem>
#include <optional>

class wxDataViewCtrl;
class wxSearchCtrl;
class wxStaticText;

namespace hdskit::gui {

class TreeModel;

/// A tree with its headings; the rest as ListView.
class TreeView : public wxPanel {
public:
  struct Look {
    std::string name;
    bool search = false;
    bool count = true;
  };
  TreeView(wxWindow* parent, Look look);

  /// Keeps what is open and what is selected, by key. `open_all`: everything is opened, as after a search.
  void show(TreeRows rows, bool open_all = false);

  std::optional<std::string> selected() const;
  void select(const std::string& key); ///< opens what it lies under
  void focus();
  void focus_search();

  std::function<void(const std::string& key)> on_select; ///< by the person only
  std::function<void(const std::string& key)> on_open;
  std::function<void(const std::string& words)> on_search;
  /// Files were dropped on the node of that key; "" beside all nodes.
  std::function<void(const std::string& key, const std::vector<std::filesystem::path>&)> on_drop;
  std::function<void(const std::string& sentence)> on_told;
  std::function<void(std::exception_ptr)> on_failed;

  wxDataViewCtrl& control() { return *tree_; }

private:
  void build_columns();
  void export_rows();

  Look look_;
  wxDataViewCtrl* tree_ = nullptr;
  TreeModel* model_ = nullptr;
  wxSearchCtrl* search_ = nullptr;
  wxStaticText* count_ = nullptr;
  bool settling_ = false;
};

} // namespace hdskit::gui
