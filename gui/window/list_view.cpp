#include "gui/window/list_view.hpp"

#include "gui/window/dropped_files.hpp"
#include "gui/window/keyboard_row.hpp"
#include "gui/window/list_model.hpp"
#include "gui/window/native_tree.hpp"
#include "gui/window/view_parts.hpp"

namespace hdskit::gui {

ListView::ListView(wxWindow* parent, Look look) : RowsPanel{parent, std::move(look), wxDV_SINGLE | wxDV_ROW_LINES}, list_{&control()} {
  model_ = new ListModel;
  list_->AssociateModel(model_);
  model_->DecRef();
  accept_dropped_files(*list_); // only once it has a model
  list_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) {
    if (const auto key = selected(); key && !settling_ && on_select) on_select(*key);
  });
  list_->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent&) {
    if (const auto key = selected(); key && on_open) on_open(*key);
  });
  list_->Bind(wxEVT_DATAVIEW_COLUMN_HEADER_CLICK, &ListView::heading_clicked, this);
  list_->Bind(wxEVT_DATAVIEW_ITEM_DROP, [this](wxDataViewEvent& event) {
    if (const auto files = dropped_files(event); !files.empty() && on_drop) on_drop(files);
  });
}

void ListView::build_columns() {
  list_->ClearColumns();
  for (std::size_t i = 0; i < rows_.columns.size(); ++i) {
    const auto& column = rows_.columns[i];
    const auto align = column.kind == CellKind::number ? wxALIGN_RIGHT : wxALIGN_LEFT;
    auto* shown = list_->AppendTextColumn(text(column.heading), static_cast<unsigned>(i), wxDATAVIEW_CELL_INERT, wxCOL_WIDTH_AUTOSIZE, align,
                                          wxDATAVIEW_COL_RESIZABLE | wxDATAVIEW_COL_SORTABLE);
    shown->GetRenderer()->EnableEllipsize(wxELLIPSIZE_END); // a text that is cut says so
  }
}

void ListView::show(ListRows rows) {
  settling_ = true;
  const auto key = selected();
  const auto same = [](const SheetColumn& a, const SheetColumn& b) { return a.heading == b.heading && a.kind == b.kind; };
  const bool other_columns = !std::ranges::equal(rows.columns, rows_.columns, same);
  const bool first_rows = rows_.count == 0; // widths were those of the headings alone
  list_->UnselectAll();
  rows_ = std::move(rows);
  if (other_columns) {
    sorted_by_.reset();
    model_->show({});
    tell_rows_of_one_height(*list_, false);
    build_columns();
    fit_columns(*list_, rows_);
    tell_rows_of_one_height(*list_, true);
  } else if (first_rows) fit_columns(*list_, rows_);
  model_->show(sorted_by_ && !on_sort ? sorted_rows(rows_, *sorted_by_, descending_) : rows_);
  show_row_count(rows_.count);
  if (key) select(*key);
  settling_ = false;
}

std::optional<std::string> ListView::selected() const {
  const auto item = list_->GetSelection();
  if (!item.IsOk()) return std::nullopt;
  const auto row = model_->GetRow(item);
  return row < model_->rows().count ? std::optional{model_->rows().key(row)} : std::nullopt;
}

void ListView::select(const std::string& key) {
  const auto& rows = model_->rows();
  for (std::size_t row = 0; row < rows.count; ++row)
    if (rows.key(row) == key) return select_row(row);
}

void ListView::select_row(std::size_t row) {
  if (row >= model_->rows().count) return;
  const auto item = model_->GetItem(static_cast<unsigned>(row));
  const bool was_settling = std::exchange(settling_, true);
  list_->Select(item);
  list_->SetCurrentItem(item);
  keyboard_follows_selection(*list_);
  settling_ = was_settling;
}

void ListView::heading_clicked(wxDataViewEvent& event) {
  const auto column = static_cast<std::size_t>(event.GetColumn());
  if (column >= rows_.columns.size()) return;
  descending_ = sorted_by_ == column && !descending_;
  sorted_by_ = column;
  for (unsigned i = 0; i < list_->GetColumnCount(); ++i) list_->GetColumn(i)->UnsetAsSortKey();
  list_->GetColumn(static_cast<unsigned>(column))->SetSortOrder(!descending_);
  if (on_sort) on_sort(column, descending_);
  else show(rows_);
}

Sheet ListView::all_rows() const { return sheet_of(model_->rows(), name()); }

} // namespace hdskit::gui
