#pragma once

#include "gui/presenter/form.hpp"
#include "gui/presenter/rows.hpp"
#include "gui/window/text.hpp"
#include "gui/window/theme.hpp"

#include <wx/dataview.h>

#include <algorithm>
#include <map>

namespace hdskit::gui {

/// TreeRows as wxDataViewCtrl asks for them. An item is the index of its node, plus one because nought means the root.
class TreeModel : public wxDataViewModel {
public:
  /// True when only cells differ: then what is open stays so by itself.
  bool show(TreeRows rows) {
    const auto same = [](const TreeNode& a, const TreeNode& b) { return a.key == b.key && a.parent == b.parent; };
    const bool same_shape = std::ranges::equal(rows.nodes, rows_.nodes, same) && rows.columns.size() == rows_.columns.size();
    const auto before = std::exchange(rows_, std::move(rows));
    if (same_shape) {
      for (std::size_t i = 0; i < rows_.nodes.size(); ++i)
        if (rows_.nodes[i].cells != before.nodes[i].cells) ItemChanged(item_of(i));
      return true;
    }
    children_.assign(rows_.nodes.size() + 1, {});
    index_.clear();
    for (std::size_t i = 0; i < rows_.nodes.size(); ++i) {
      const auto parent = rows_.nodes[i].parent;
      children_[parent == TreeNode::none ? 0 : parent + 1].push_back(i);
      index_.emplace(rows_.nodes[i].key, i);
    }
    Cleared();
    return false;
  }
  const TreeRows& rows() const { return rows_; }

  static wxDataViewItem item_of(std::size_t node) { return wxDataViewItem{reinterpret_cast<void*>(node + 1)}; }
  static std::size_t place_of(const wxDataViewItem& item) { return reinterpret_cast<std::size_t>(item.GetID()); }
  wxDataViewItem find(const std::string& key) const {
    const auto found = index_.find(key);
    return found == index_.end() ? wxDataViewItem{} : item_of(found->second);
  }
  /// nullptr for the root, and for an item that GTK remembers from before the last show().
  const TreeNode* node(const wxDataViewItem& item) const {
    const auto place = place_of(item);
    return place == 0 || place > rows_.nodes.size() ? nullptr : &rows_.nodes[place - 1];
  }

  void GetValue(wxVariant& value, const wxDataViewItem& item, unsigned column) const override {
    const auto* found = node(item);
    if (!found || column >= found->cells.size()) value = wxString{};
    else if (rows_.columns[column].kind == CellKind::date) value = text(shown_date(found->cells[column].text));
    else value = text(found->cells[column].text);
  }
  bool GetAttr(const wxDataViewItem& item, unsigned column, wxDataViewItemAttr& attr) const override {
    const auto* found = node(item);
    if (!found || column >= found->cells.size()) return false;
    if (IsContainer(item)) attr.SetBold(true);
    if (found->cells[column].tone != Tone::neutral) attr.SetColour(colour(found->cells[column].tone));
    return true;
  }
  bool SetValue(const wxVariant&, const wxDataViewItem&, unsigned) override { return false; }
  wxDataViewItem GetParent(const wxDataViewItem& item) const override {
    const auto* found = node(item);
    return found && found->parent != TreeNode::none ? item_of(found->parent) : wxDataViewItem{};
  }
  bool IsContainer(const wxDataViewItem& item) const override {
    const auto place = place_of(item);
    return place == 0 || (place < children_.size() && !children_[place].empty());
  }
  bool HasContainerColumns(const wxDataViewItem&) const override { return true; }
  unsigned GetChildren(const wxDataViewItem& item, wxDataViewItemArray& items) const override {
    const auto place = place_of(item);
    if (place >= children_.size()) return 0;
    for (const auto child : children_[place]) items.Add(item_of(child));
    return static_cast<unsigned>(children_[place].size());
  }
  bool HasDefaultCompare() const override { return false; }

private:
  TreeRows rows_;
  std::vector<std::vector<std::size_t>> children_{1};
  std::map<std::string, std::size_t, std::less<>> index_;
};

} // namespace hdskit::gui
