#include "gui/window/picture_canvas.hpp"

#include "gui/window/accessible.hpp"
#include "gui/window/picture_export.hpp"
#include "gui/window/text.hpp"
#include "gui/window/view_parts.hpp"
#include "toolkit/base/translate.hpp"

#include <wx/button.h>
#include <wx/menu.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include <cmath>

namespace hdskit::gui {

PictureCanvas::PictureCanvas(wxWindow* parent, Look look) : wxPanel{parent}, look_{std::move(look)} {
  sheet_ = new PictureSheet{this, look_.name};
  sheet_->on_choose = [this](const std::string& key) {
    if (on_choose) on_choose(key);
  };
  sheet_->on_open = [this](const std::string& key) {
    if (on_open) on_open(key);
  };
  sheet_->on_zoomed = [this] { show_zoom(); };
  sheet_->Bind(wxEVT_CONTEXT_MENU, [this](wxContextMenuEvent&) { show_menu(); });
  auto* sizer = new wxBoxSizer{wxVERTICAL};
  sizer->Add(sheet_, wxSizerFlags{1}.Expand());
  if (look_.bar) sizer->Add(new_bar(), wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(gap)));
  SetSizer(sizer);
}

void PictureCanvas::show(page::MappedDrawing picture) {
  sheet_->show(std::move(picture));
  show_zoom();
}

void PictureCanvas::choose(const std::string& key) { sheet_->choose(key); }

wxButton* PictureCanvas::new_button(const std::string& label, const std::string& name, std::function<void()> run) {
  auto* button = new wxButton{this, wxID_ANY, text(label), wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT};
  button->SetMinSize(wxSize{button->GetBestSize().GetWidth() + FromDIP(gap), -1});
  button->SetToolTip(text(name));
  name_for_readers(*button, look_.name + ": " + name);
  button->Bind(wxEVT_BUTTON, [run = std::move(run)](wxCommandEvent&) { run(); });
  return button;
}

wxSizer* PictureCanvas::new_bar() {
  const auto middle = wxSizerFlags{}.CenterVertical().Border(wxRIGHT, FromDIP(gap / 2));
  zoom_ = new wxStaticText{this, wxID_ANY, "100 %", wxDefaultPosition, wxDefaultSize, wxALIGN_CENTRE_HORIZONTAL | wxST_NO_AUTORESIZE};
  zoom_->SetMinSize(zoom_->GetTextExtent("0000 %"));
  auto* bar = new wxBoxSizer{wxHORIZONTAL};
  bar->Add(new_button("−", tr("Smaller (Ctrl+−)"), [this] { sheet_->zoom_by(false); }), middle);
  bar->Add(zoom_, middle);
  bar->Add(new_button("+", tr("Larger (Ctrl++)"), [this] { sheet_->zoom_by(true); }), middle);
  bar->Add(new_button("↔", tr("As wide as the window (Ctrl+0)"), [this] { sheet_->set_zoom({}); }), middle);
  bar->Add(new_button(tr("Whole"), tr("The whole picture"), [this] { sheet_->set_zoom({.fit = PictureFit::whole}); }), middle);
  bar->AddStretchSpacer();
  bar->Add(new_button(tr("Save the picture…"), tr("Save the picture as PNG or SVG"), [this] { export_and_tell(); }), wxSizerFlags{}.CenterVertical());
  return bar;
}

void PictureCanvas::show_zoom() {
  if (zoom_) zoom_->SetLabel(text(std::to_string(std::lround(100 * sheet_->factor())) + " %"));
}

void PictureCanvas::show_menu() {
  wxMenu menu;
  const auto add = [&](const std::string& label, std::function<void()> run) {
    const int id = menu.Append(wxID_ANY, text(label))->GetId();
    menu.Bind(
        wxEVT_MENU, [run = std::move(run)](wxCommandEvent&) { run(); }, id);
  };
  add(tr("Larger"), [this] { sheet_->zoom_by(true); });
  add(tr("Smaller"), [this] { sheet_->zoom_by(false); });
  add(tr("As wide as the window"), [this] { sheet_->set_zoom({}); });
  add(tr("The whole picture"), [this] { sheet_->set_zoom({.fit = PictureFit::whole}); });
  menu.AppendSeparator();
  add(tr("Save the picture…"), [this] { export_and_tell(); });
  sheet_->PopupMenu(&menu);
}

std::string PictureCanvas::export_picture() { return gui::export_picture(this, sheet_->picture().drawing, look_.name); }

void PictureCanvas::export_and_tell() {
  try {
    const auto sentence = export_picture();
    if (!sentence.empty() && on_told) on_told(sentence);
  } catch (...) {
    if (on_failed) on_failed(std::current_exception());
  }
}

} // namespace hdskit::gui
