#include "gui/pages/dossier_reader.hpp"

#include "gui/window/accessible.hpp"
#include "gui/window/pdf_view.hpp"
#include "gui/window/text.hpp"
#include "gui/window/view_parts.hpp"
#include "toolkit/base/translate.hpp"

#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

namespace hdskit::gui {

DossierReader::DossierReader(wxWindow* parent) : wxPanel{parent} {
  auto* top = new wxBoxSizer{wxHORIZONTAL};
  title_ = new wxStaticText{this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END};
  title_->SetFont(title_->GetFont().Bold());
  auto* close = new wxButton{this, wxID_ANY, text(tr("Close"))};
  name_for_readers(*close, tr("Close the PDF"));
  close->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
    if (on_close) on_close();
  });
  top->Add(title_, wxSizerFlags{1}.CenterVertical());
  top->Add(close, wxSizerFlags{}.CenterVertical().Border(wxLEFT, FromDIP(gap)));
  view_ = new PdfView{this};
  view_->on_loaded = [this] {
    view_->show_outline(false); // the plan stands beside
    if (on_loaded) on_loaded();
  };
  auto* rows = new wxBoxSizer{wxVERTICAL};
  rows->Add(top, wxSizerFlags{}.Expand().Border(wxALL, FromDIP(gap)));
  rows->Add(view_, wxSizerFlags{1}.Expand());
  SetSizer(rows);
}

void DossierReader::show_file(const std::filesystem::path& file, const std::string& title) {
  file_ = file;
  tell(title);
  view_->show_file(file);
}

void DossierReader::show_bytes(std::shared_ptr<const std::string> bytes, const std::string& title) {
  file_.clear();
  tell(title);
  view_->show_bytes(std::move(bytes), title);
}

void DossierReader::tell(const std::string& title) {
  title_->SetLabel(text(title));
  title_->SetToolTip(text(title));
  Layout();
}

void DossierReader::clear() {
  file_.clear();
  view_->clear();
}

void DossierReader::jump(const DossierPlan& plan, const std::string& key) {
  std::vector<OutlinePlace> places;
  for (const auto& entry : view_->outline()) places.push_back({entry.title, entry.page});
  if (const auto page = page_of(plan, key, places)) view_->go_to_page(*page);
}

void DossierReader::focus() { view_->focus(); }
void DossierReader::focus_search() { view_->focus_search(); }

} // namespace hdskit::gui
