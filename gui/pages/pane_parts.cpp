#include "gui/pages/pane_parts.hpp"

#include "gui/window/text.hpp"
#include "gui/window/view_parts.hpp"

#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/splitter.h>

namespace hdskit::gui::pages {

wxSplitterWindow* new_splitter(wxWindow* parent, int narrowest, double gravity) {
  auto* splitter = new wxSplitterWindow{parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxSP_LIVE_UPDATE | wxSP_NOBORDER};
  splitter->SetMinimumPaneSize(parent->FromDIP(narrowest));
  splitter->SetSashGravity(gravity);
  return splitter;
}

void fill_pane(wxWindow& pane, wxSizer* rows) {
  auto* around = new wxBoxSizer{wxVERTICAL};
  around->Add(rows, wxSizerFlags{1}.Expand().Border(wxALL, pane.FromDIP(gap)));
  pane.SetSizer(around);
}

wxButton* add_button(wxWindow* parent, wxSizer& line, const Desk& desk, const std::string& label, std::function<void()> run) {
  auto* button = new wxButton{parent, wxID_ANY, text(label)};
  button->Bind(wxEVT_BUTTON, [&desk, run = std::move(run)](wxCommandEvent&) { attempt(desk, run); });
  line.Add(button, wxSizerFlags{}.Border(wxRIGHT | wxBOTTOM, parent->FromDIP(gap)));
  return button;
}

} // namespace hdskit::gui::pages
