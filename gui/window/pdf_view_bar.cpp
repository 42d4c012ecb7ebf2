#include "gui/viewer/page_layout.hpp"
#include "gui/window/accessible.hpp"
#include "gui/window/pdf_canvas.hpp"
#include "gui/window/pdf_view.hpp"
#include "gui/window/text.hpp"
#include "gui/window/view_parts.hpp"
#include "toolkit/base/translate.hpp"

#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/srchctrl.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>
#include <wx/tglbtn.h>
#include <wx/wrapsizer.h>

#include <cmath>

namespace hdskit::gui {

wxButton* PdfView::new_button(const std::string& label, const std::string& name, std::function<void()> run) {
  auto* button = new wxButton{bar_, wxID_ANY, text(label), wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT};
  button->SetMinSize(wxSize{button->GetBestSize().GetWidth() + FromDIP(gap), page_field_->GetBestSize().GetHeight()});
  button->SetToolTip(text(name));
  name_for_readers(*button, name);
  button->Bind(wxEVT_BUTTON, [run = std::move(run)](wxCommandEvent&) { run(); });
  return button;
}

wxSizer* PdfView::new_bar() {
  const auto middle = wxSizerFlags{}.CenterVertical().Border(wxRIGHT, FromDIP(gap / 2));
  const auto group = wxSizerFlags{}.CenterVertical().Border(wxRIGHT, FromDIP(2 * gap));
  auto* bar = new wxWrapSizer{wxHORIZONTAL, wxREMOVE_LEADING_SPACES};

  auto* pages = new wxBoxSizer{wxHORIZONTAL};
  chapters_button_ = new wxToggleButton{bar_, wxID_ANY, text("☰"), wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT};
  name_for_readers(*chapters_button_, tr("Chapters"));
  chapters_button_->SetToolTip(text(tr("Show or hide the chapters")));
  chapters_button_->Bind(wxEVT_TOGGLEBUTTON, [this](wxCommandEvent& event) { show_outline(event.IsChecked()); });
  page_field_ = new wxTextCtrl{bar_, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER | wxTE_RIGHT};
  page_field_->SetInitialSize(page_field_->GetSizeFromTextSize(page_field_->GetTextExtent("00000")));
  name_for_readers(*page_field_, tr("Page"));
  page_field_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { type_page(); });
  page_field_->Bind(wxEVT_KILL_FOCUS, [this](wxFocusEvent& event) {
    event.Skip();
    if (!IsBeingDeleted()) page_field_->ChangeValue(std::to_string(canvas_->page() + 1));
  });
  pages_ = new wxStaticText{bar_, wxID_ANY, ""};
  pages->Add(chapters_button_, middle);
  pages->Add(new wxStaticText{bar_, wxID_ANY, text(tr("Page"))}, middle);
  pages->Add(page_field_, middle);
  pages->Add(pages_, middle);

  auto* zoom = new wxBoxSizer{wxHORIZONTAL};
  zoom_ = new wxStaticText{bar_, wxID_ANY, "100 %", wxDefaultPosition, wxDefaultSize, wxALIGN_CENTRE_HORIZONTAL | wxST_NO_AUTORESIZE};
  zoom_->SetMinSize(zoom_->GetTextExtent("0000 %"));
  zoom->Add(new_button("−", tr("Smaller (Ctrl+−)"), [this] { zoom_by(false); }), middle);
  zoom->Add(zoom_, middle);
  zoom->Add(new_button("+", tr("Larger (Ctrl++)"), [this] { zoom_by(true); }), middle);
  zoom->Add(new_button("↔", tr("As wide as the window (Ctrl+0)"), [this] { canvas_->set_zoom({}); }), middle);

  auto* search = new wxBoxSizer{wxHORIZONTAL};
  search_ = new_search_field(bar_, tr("the document"), [this](const std::string& words) { this->search(words); });
  search_->SetMinSize(FromDIP(wxSize{150, -1}));
  search_->Bind(wxEVT_SEARCH, [this](wxCommandEvent&) { go_to_hit(true); });
  hits_told_ = new wxStaticText{bar_, wxID_ANY, ""};
  search->Add(search_, middle);
  search->Add(new_button("▲", tr("Previous match (Shift+F3)"), [this] { go_to_hit(false); }), middle);
  search->Add(new_button("▼", tr("Next match (F3)"), [this] { go_to_hit(true); }), middle);
  search->Add(hits_told_, middle);
  for (auto* part : {pages, zoom, search}) bar->Add(part, group);
  return bar;
}

void PdfView::show_zoom() { zoom_->SetLabel(text(std::to_string(std::lround(100 * canvas_->factor())) + " %")); }

void PdfView::zoom_by(bool larger) { canvas_->set_zoom({false, larger ? zoom_above(canvas_->factor()) : zoom_below(canvas_->factor())}); }

void PdfView::type_page() {
  long number = 0;
  if (page_field_->GetValue().ToLong(&number)) {
    canvas_->go_to_page(static_cast<int>(std::clamp(number, 1L, static_cast<long>(canvas_->page_count()))) - 1);
    canvas_->SetFocus();
  }
  page_field_->ChangeValue(std::to_string(canvas_->page() + 1));
}

bool PdfView::run_key(int key, bool control, bool shift) {
  if (key == WXK_F3) return go_to_hit(!shift), true;
  if (!control) return false;
  if (key == '+' || key == '=' || key == WXK_NUMPAD_ADD) return zoom_by(true), true;
  if (key == '-' || key == WXK_NUMPAD_SUBTRACT) return zoom_by(false), true;
  if (key == '0' || key == WXK_NUMPAD0) return canvas_->set_zoom({}), true;
  return false;
}

} // namespace hdskit::gui
