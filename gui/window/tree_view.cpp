#include "gui/window/tree_view.hpp"

#include "gui/window/dropped_files.hpp"
#include "gui/window/keyboard_row.hpp"
#include "gui/window/tree_model.hpp"
#include "gui/window/view_parts.hpp"

#include <set>

namespace hdskit::gui {

TreeView::TreeView(wxWindow* parent, Look look) : RowsPanel{parent, std::move(look), wxDV_SINGLE}, tree_{&control()} {
  model_ = new TreeModel;
  tree_->AssociateModel(model_);
  model_->DecRef();
  accept_dropped_files(*tree_); // only once it has a model
  tree_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) {
    if (const auto key = selected(); key && !settling_ && on_select) on_select(*key);
  });
  tree_->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent& event) {
    const auto item = event.GetItem();
    if (model_->IsContainer(item)) tree_->IsExpanded(item) ? tree_->Collapse(item) : tree_->Expand(item);
    else if (const auto key = selected(); key && on_open) on_open(*key);
  });
  tree_->Bind(wxEVT_DATAVIEW_ITEM_DROP, [this](wxDataViewEvent& event) {
    const auto* node = model_->node(event.GetItem());
    if (const auto files = dropped_files(event); !files.empty() && on_drop) on_drop(node ? node->key : "", files);
  });
}

void TreeView::build_columns() {
  tree_->ClearColumns();
  const auto& columns = model_->rows().columns;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const auto align = columns[i].kind == CellKind::number ? wxALIGN_RIGHT : wxALIGN_LEFT;
    tree_->AppendTextColumn(text(columns[i].heading), static_cast<unsigned>(i), wxDATAVIEW_CELL_INERT, wxCOL_WIDTH_AUTOSIZE, align, wxDATAVIEW_COL_RESIZABLE)
        ->GetRenderer()
        ->EnableEllipsize(wxELLIPSIZE_END);
  }
}

void TreeView::show(TreeRows rows, bool open_all) {
  settling_ = true;
  const auto key = selected();
  std::set<std::string> open;
  const auto count = model_->rows().nodes.size();
  for (std::size_t i = 0; i < count; ++i)
    if (const auto item = TreeModel::item_of(i); model_->IsContainer(item) && tree_->IsExpanded(item)) open.insert(model_->rows().nodes[i].key);
  const auto headings = [](const TreeRows& some) {
    std::vector<std::string> found;
    for (const auto& column : some.columns) found.push_back(column.heading);
    return found;
  };
  const bool other_columns = headings(rows) != headings(model_->rows());
  const bool same_shape = model_->show(std::move(rows));
  if (other_columns) {
    build_columns();
    fit_columns(*tree_, model_->rows());
  }
  for (std::size_t i = 0; i < model_->rows().nodes.size() && (open_all || !same_shape || other_columns); ++i) {
    const auto& node = model_->rows().nodes[i];
    const auto item = TreeModel::item_of(i);
    const bool first_sight = count == 0 && node.parent == TreeNode::none;
    if (model_->IsContainer(item) && (open_all || first_sight || open.contains(node.key))) tree_->Expand(item);
  }
  show_row_count(model_->rows().nodes.size());
  if (key && selected() != key) select(*key);
  settling_ = false;
}

std::optional<std::string> TreeView::selected() const {
  const auto* node = model_->node(tree_->GetSelection());
  return node ? std::optional{node->key} : std::nullopt;
}

void TreeView::select(const std::string& key) {
  const auto item = model_->find(key);
  if (!item.IsOk()) return;
  const bool was_settling = std::exchange(settling_, true);
  tree_->EnsureVisible(item);
  tree_->Select(item);
  tree_->SetCurrentItem(item);
  keyboard_follows_selection(*tree_);
  settling_ = was_settling;
}

Sheet TreeView::all_rows() const { return sheet_of(model_->rows(), name()); }

} // namespace hdskit::gui
