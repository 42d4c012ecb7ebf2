#include "gui/window/rows_panel.hpp"

#include "gui/window/accessible.hpp"
#include "gui/window/native_tree.hpp"
#include "gui/window/sheet_export.hpp"
#include "gui/window/text.hpp"
#include "gui/window/view_parts.hpp"
#include "toolkit/base/translate.hpp"

#include <wx/dataview.h>
#include <wx/msgdlg.h>
#include <wx/sizer.h>
#include <wx/srchctrl.h>
#include <wx/stattext.h>

namespace hdskit::gui {

RowsPanel::RowsPanel(wxWindow* parent, Look look, long style) : wxPanel{parent}, look_{std::move(look)} {
  auto* sizer = new wxBoxSizer{wxVERTICAL};
  if (look_.search) {
    search_ = new_search_field(this, look_.name, [this](const std::string& words) {
      if (on_search) on_search(words);
    });
    sizer->Add(search_, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(gap)));
  }
  control_ = new wxDataViewCtrl{this, wxID_ANY, wxDefaultPosition, wxDefaultSize, style};
  name_for_readers(*control_, look_.name);
  leave_search_to_the_page(*control_);
  sizer->Add(control_, wxSizerFlags{1}.Expand());
  if (look_.count) sizer->Add(new_count_line(this, count_, [this] { export_and_tell(); }), wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(gap)));
  SetSizer(sizer);
}

void RowsPanel::focus() { control_->SetFocus(); }

void RowsPanel::focus_search() {
  if (search_) search_->SetFocus();
}

void RowsPanel::show_row_count(std::size_t rows) {
  if (count_) show_count(*count_, rows);
}

std::string RowsPanel::export_rows() {
  if (!look_.caution.empty()) {
    wxMessageDialog dialog{wxGetTopLevelParent(this), text(look_.caution), "hdskit", wxOK | wxCANCEL | wxCANCEL_DEFAULT | wxICON_WARNING};
    dialog.SetOKCancelLabels(text(tr("Export…")), text(tr("Cancel")));
    if (dialog.ShowModal() != wxID_OK) return "";
  }
  return export_sheet(this, all_rows());
}

void RowsPanel::export_and_tell() {
  try {
    const auto sentence = export_rows();
    if (!sentence.empty() && on_told) on_told(sentence);
  } catch (...) {
    if (on_failed) on_failed(std::current_exception());
  }
}

} // namespace hdskit::gui
