#pragma once

#include "gui/presenter/rows.hpp"
#include "gui/window/rows_panel.hpp"

#include <filesystem>
#include <optional>

class wxDataViewCtrl;

namespace hdskit::gui {

class TreeModel;

/// A tree with its headings; the rest as ListView.
class TreeView : public RowsPanel {
public:
  TreeView(wxWindow* parent, Look look);

  /// Keeps what is open and what is selected, by key. `open_all`: everything is opened, as after a search.
  void show(TreeRows rows, bool open_all = false);

  std::optional<std::string> selected() const;
  void select(const std::string& key); ///< opens what it lies under

  std::function<void(const std::string& key)> on_select; ///< by the person only
  std::function<void(const std::string& key)> on_open;
  /// Files were dropped on the node of that key; "" beside all nodes.
  std::function<void(const std::string& key, const std::vector<std::filesystem::path>&)> on_drop;

private:
  void build_columns();
  Sheet all_rows() const override;

  wxDataViewCtrl* tree_ = nullptr;
  TreeModel* model_ = nullptr;
  bool settling_ = false;
};

} // namespace hdskit::gui
