#pragma once

#include "gui/presenter/form.hpp"
#include "gui/presenter/rows.hpp"
#include "gui/window/text.hpp"
#include "gui/window/theme.hpp"

#include <wx/dataview.h>

namespace hdskit::gui {

/// ListRows as wxDataViewCtrl asks for them, one cell at a time.
class ListModel : public wxDataViewVirtualListModel {
public:
  void show(ListRows rows) {
    rows_ = std::move(rows);
    held_row_ = TreeNode::none;
    Reset(static_cast<unsigned>(rows_.count));
  }
  const ListRows& rows() const { return rows_; }

  void GetValueByRow(wxVariant& value, unsigned row, unsigned column) const override {
    const auto* cell = cell_at(row, column);
    if (!cell) value = wxString{};
    else if (rows_.columns[column].kind == CellKind::date) value = text(shown_date(cell->text));
    else value = text(cell->text.substr(0, cell->text.find('\n')));
  }
  bool GetAttrByRow(unsigned row, unsigned column, wxDataViewItemAttr& attr) const override {
    const auto* cell = cell_at(row, column);
    if (!cell || cell->tone == Tone::neutral) return false;
    attr.SetColour(colour(cell->tone));
    return true;
  }
  bool SetValueByRow(const wxVariant&, unsigned, unsigned) override { return false; }

private:
  /// A row is asked for once per column, twice: its cells are held until another row is asked for. GTK may ask for rows that went a moment ago,
  /// and an exception may not pass through it.
  const Cell* cell_at(std::size_t row, std::size_t column) const {
    if (row != held_row_) {
      held_.clear();
      try {
        if (row < rows_.count) held_ = rows_.cells(row);
      } catch (const std::exception&) {} // the workspace is gone: the frame's own look at it tells so
      held_row_ = row;
    }
    return column < held_.size() ? &held_[column] : nullptr;
  }

  ListRows rows_;
  mutable std::vector<Cell> held_;
  mutable std::size_t held_row_ = TreeNode::none;
};

} // namespace hdskit::gui
