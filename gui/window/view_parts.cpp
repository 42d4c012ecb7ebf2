#include "gui/window/view_parts.hpp"

#include "gui/window/accessible.hpp"
#include "gui/window/text.hpp"
#include "toolkit/base/translate.hpp"

#include <wx/button.h>
#include <wx/dataview.h>
#include <wx/sizer.h>
#include <wx/srchctrl.h>
#include <wx/stattext.h>
#include <wx/timer.h>

#include <gtk/gtk.h>

#include <algorithm>
#include <utility>

namespace hdskit::gui {
namespace {

constexpr std::size_t rows_measured = 60;
constexpr int widest = 420, narrowest = 48, padding = 28; ///< device-independent pixels

class SearchField : public wxSearchCtrl {
public:
  SearchField(wxWindow* parent, std::function<void(const std::string&)> search) : wxSearchCtrl{parent, wxID_ANY}, search_{std::move(search)}, pause_{this} {
    constexpr int pause_ms = 150; // typing goes on undisturbed
    Bind(wxEVT_TEXT, [this](wxCommandEvent&) { pause_.StartOnce(pause_ms); });
    Bind(wxEVT_TIMER, [this](wxTimerEvent&) { search_(utf8(GetValue())); });
    Bind(wxEVT_SEARCH_CANCEL, [this](wxCommandEvent&) { Clear(); });
    Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
      if (event.GetKeyCode() == WXK_ESCAPE && !GetValue().empty()) Clear();
      else event.Skip();
    });
    ShowCancelButton(true);
  }

private:
  std::function<void(const std::string&)> search_;
  wxTimer pause_;
};

void set_width(wxDataViewCtrl& control, unsigned column, int text_width, unsigned extra) {
  const int width = std::clamp(text_width + control.FromDIP(padding) + static_cast<int>(extra), control.FromDIP(narrowest), control.FromDIP(widest));
  control.GetColumn(column)->SetWidth(width);
}

int width_of(const wxDataViewCtrl& control, const std::string& words) { return control.GetTextExtent(text(words)).GetWidth(); }

/// Themes write headings in bold.
int width_of_heading(const wxDataViewCtrl& control, const std::string& heading) {
  const auto font = control.GetFont().Bold();
  int width = 0, height = 0;
  control.GetTextExtent(text(heading), &width, &height, nullptr, nullptr, &font);
  return width;
}

/// GetWidth() is nought until the list was seen.
int width_set(const wxDataViewColumn& column) { return gtk_tree_view_column_get_fixed_width(GTK_TREE_VIEW_COLUMN(column.GetGtkHandle())); }

void take_the_rest(wxDataViewCtrl& control, unsigned column, unsigned last, int narrowest_width) {
  if (last >= control.GetColumnCount()) return;
  int rest = control.GetClientSize().GetWidth();
  for (unsigned i = 0; i <= last; ++i)
    if (i != column) rest -= width_set(*control.GetColumn(i));
  control.GetColumn(column)->SetWidth(std::max(control.FromDIP(narrowest_width), rest));
}

} // namespace

wxSearchCtrl* new_search_field(wxWindow* parent, const std::string& name, std::function<void(const std::string& words)> search) {
  auto* field = new SearchField{parent, std::move(search)};
  field->SetDescriptiveText(text(tr("Search")));
  name_for_readers(*field, tr("Search in: {1}", {name}));
  return field;
}

wxSizer* new_count_line(wxWindow* parent, wxStaticText*& count, std::function<void()> export_rows) {
  auto* line = new wxBoxSizer{wxHORIZONTAL};
  count = new wxStaticText{parent, wxID_ANY, ""};
  auto* button = new wxButton{parent, wxID_ANY, text(tr("Export…"))};
  button->SetToolTip(text(tr("Write this list as an Excel workbook or as CSV")));
  button->Bind(wxEVT_BUTTON, [export_rows](wxCommandEvent&) { export_rows(); });
  line->Add(count, wxSizerFlags{1}.CenterVertical());
  line->Add(button, wxSizerFlags{}.CenterVertical());
  return line;
}

void show_count(wxStaticText& count, std::size_t rows) { count.SetLabel(text(trn("{1} row", "{1} rows", static_cast<std::int64_t>(rows)))); }

void fit_columns(wxDataViewCtrl& control, const ListRows& rows) {
  std::vector<int> widths;
  for (const auto& column : rows.columns) widths.push_back(width_of_heading(control, column.heading));
  for (std::size_t row = 0; row < std::min(rows.count, rows_measured); ++row) {
    const auto cells = rows.cells(row);
    for (std::size_t i = 0; i < std::min(cells.size(), widths.size()); ++i) widths[i] = std::max(widths[i], width_of(control, cells[i].text));
  }
  for (unsigned i = 0; i < widths.size(); ++i) set_width(control, i, widths[i], 0);
}

void fit_columns(wxDataViewCtrl& control, const TreeRows& rows) {
  constexpr int indent = 24; // of a node under its parent
  std::vector<int> widths;
  for (const auto& column : rows.columns) widths.push_back(width_of_heading(control, column.heading));
  for (const auto& node : rows.nodes)
    for (std::size_t i = 0; i < std::min(node.cells.size(), widths.size()) && widths[i] < control.FromDIP(widest); ++i)
      widths[i] = std::max(widths[i], width_of(control, node.cells[i].text));
  for (unsigned i = 0; i < widths.size(); ++i) set_width(control, i, widths[i], i == 0 ? static_cast<unsigned>(control.FromDIP(3 * indent)) : 0);
}

void give_the_rest(wxDataViewCtrl& control, unsigned column, unsigned last, int narrowest_width) {
  take_the_rest(control, column, last, narrowest_width);
  control.Bind(wxEVT_SIZE, [&control, column, last, narrowest_width, width = 0](wxSizeEvent& event) mutable {
    event.Skip();
    const int before = std::exchange(width, event.GetSize().GetWidth());
    if (before != width) take_the_rest(control, column, last, narrowest_width);
  });
}

} // namespace hdskit::gui
