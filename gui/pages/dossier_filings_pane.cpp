#include "gui/pages/dossier_filings_pane.hpp"

#include "gui/pages/dossier_filing_dialog.hpp"
#include "gui/pages/dossier_kept.hpp"
#include "gui/window/documents_folder.hpp"
#include "gui/window/list_view.hpp"
#include "gui/window/reading_text.hpp"
#include "gui/window/text.hpp"
#include "gui/window/theme.hpp"
#include "gui/window/view_parts.hpp"
#include "toolkit/dossier/file_dossier.hpp"
#include "toolkit/workspace/document_store.hpp"

#include <wx/button.h>
#include <wx/filedlg.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>
#include <wx/wrapsizer.h>

#include <algorithm>

namespace hdskit::gui {
namespace {

std::string pdf_wildcard() { return tr("PDF documents") + " (*.pdf)|*.pdf"; }

} // namespace

FilingsPane::FilingsPane(wxWindow* parent, const Desk& desk) : wxPanel{parent}, desk_{desk} {
  auto* rows = new wxBoxSizer{wxVERTICAL};
  list_ = new ListView{this, {.name = tr("Filings")}};
  list_->on_select = [this](const std::string&) { show_details(); };
  list_->on_open = [this](const std::string&) { attempt(desk_, [this] { read_kept(); }); };
  list_->on_told = desk_.tell;
  list_->on_failed = desk_.tell_problem;
  rows->Add(list_, wxSizerFlags{2}.Expand());
  rows->Add(new_details(), wxSizerFlags{3}.Expand().Border(wxTOP, FromDIP(gap)));
  auto* framed = new wxBoxSizer{wxVERTICAL};
  framed->Add(rows, wxSizerFlags{1}.Expand().Border(wxALL, FromDIP(2 * gap)));
  SetSizer(framed);
}

wxSizer* FilingsPane::new_details() {
  auto* rows = new wxBoxSizer{wxVERTICAL};
  details_ = new_reading_text(this, tr("The chosen filing, as it was frozen"));
  verdict_ = new wxStaticText{this, wxID_ANY, ""};
  verdict_->Hide();
  auto* buttons = new wxWrapSizer{wxHORIZONTAL, 0};
  read_ = new_button(*buttons, tr("Read what was sent"), &FilingsPane::read_kept);
  save_ = new_button(*buttons, tr("Save a copy…"), &FilingsPane::save_copy);
  verify_ = new_button(*buttons, tr("Verify a file…"), &FilingsPane::verify);
  file_ = new_button(*buttons, tr("File the dossier…"), &FilingsPane::file);
  rows->Add(details_, wxSizerFlags{1}.Expand());
  rows->Add(verdict_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(gap)));
  rows->Add(buttons, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(gap)));
  return rows;
}

wxButton* FilingsPane::new_button(wxSizer& line, const std::string& label, void (FilingsPane::*run)()) {
  auto* button = new wxButton{this, wxID_ANY, text(label)};
  button->Bind(wxEVT_BUTTON, [this, run](wxCommandEvent&) { attempt(desk_, [this, run] { (this->*run)(); }); });
  line.Add(button, wxSizerFlags{}.Border(wxRIGHT | wxBOTTOM, FromDIP(gap)));
  return button;
}

void FilingsPane::refresh() {
  const bool first_sight = filings_.empty();
  filings_ = all_filings(desk_.session.workspace());
  if (first_sight) list_->show({}); // widths follow the rows only when the columns are new
  list_->show(filing_rows(filings_));
  if (!chosen() && !filings_.empty()) list_->select_row(0);
  show_details();
}

void FilingsPane::show(std::shared_ptr<const Standing> standing) {
  standing_ = std::move(standing);
  show_details();
}

const Filing* FilingsPane::chosen() const {
  const auto key = list_->selected();
  const auto found = std::ranges::find_if(filings_, [&](const Filing& filing) { return key == std::to_string(filing.number); });
  return found == filings_.end() ? nullptr : &*found;
}

void FilingsPane::show_details() {
  const auto* filing = chosen();
  const auto words = filing ? filing_text(*filing) : no_filing_sentence();
  if (utf8(details_->GetValue()) != words) details_->ChangeValue(text(words));
  read_->Enable(filing);
  save_->Enable(filing);
  file_->Enable(standing_ && !filing_);
}

void FilingsPane::reveal(const std::string& number) {
  list_->select(number);
  show_details();
}

void FilingsPane::read_kept() {
  const auto* filing = chosen();
  if (!filing) return;
  desk_.background.run(
      this, "", [location = desk_.session.location(), filing = *filing](const Progress&) { return kept_pdf(Workspace::open(location), filing); },
      [this, title = filing_title(*filing)](std::shared_ptr<const std::string> pdf) { on_read(std::move(pdf), title); });
}

void FilingsPane::save_copy() {
  const auto* filing = chosen();
  if (!filing) return;
  wxFileDialog dialog{this,
                      text(tr("Save a copy of what was sent")),
                      text(documents_folder().string()),
                      text(filing_file_name(*filing)),
                      text(pdf_wildcard()),
                      wxFD_SAVE | wxFD_OVERWRITE_PROMPT};
  if (dialog.ShowModal() != wxID_OK) return;
  const std::filesystem::path file{utf8(dialog.GetPath())};
  desk_.background.run(
      this, "",
      [location = desk_.session.location(), digest = filing->pdf, file](const Progress&) { extract_document(Workspace::open(location), digest, file); },
      [this, file] { desk_.tell(tr("“{1}” was written.", {file.string()})); });
}

void FilingsPane::verify() {
  wxFileDialog dialog{this, text(tr("Verify a file")), "", "", text(pdf_wildcard() + "|" + tr("All files") + "|*"), wxFD_OPEN | wxFD_FILE_MUST_EXIST};
  if (dialog.ShowModal() != wxID_OK) return;
  const std::filesystem::path file{utf8(dialog.GetPath())};
  desk_.background.run(
      this, tr("Verifying “{1}”", {file.filename().string()}),
      [location = desk_.session.location(), file](const Progress&) { return verify_filing(Workspace::open(location), file); },
      [this, file](const FilingCheck& check) { verified(check, file.filename().string()); });
}

void FilingsPane::verified(const FilingCheck& check, const std::string& name) {
  const auto sentence = verified_sentence(check, name);
  verdict_->SetLabel(text(sentence.text));
  verdict_->SetForegroundColour(colour(sentence.tone));
  verdict_->Show();
  verdict_->Wrap(details_->GetSize().x);
  Layout();
  if (check.filing) reveal(std::to_string(check.filing->number));
}

void FilingsPane::file() {
  if (!standing_ || filing_) return;
  const auto* host = standing_->input.host();
  const auto& kept = kept_dossier(desk_.session.location(), standing_->frameworks.asked());
  auto proposed = proposed_filing(kept.order ? std::filesystem::path{kept.order->output}.parent_path() : documents_folder(), host ? host->name : "",
                                  standing_->day, filings_.size() + 1, standing_->frameworks.ordered());
  if (kept.order) proposed.version = kept.order->version;
  if (const auto wanted = ask_filing(this, standing_, proposed)) start_filing(*wanted);
}

void FilingsPane::start_filing(const FilingOrder& wanted) {
  filing_ = true;
  show_details();
  desk_.background.run(
      this, tr("Filing the dossier"),
      [location = desk_.session.location(), wanted, acting = desk_.session.acting()](const Progress& progress) {
        auto workspace = Workspace::open(location);
        return file_dossier(workspace, wanted.order, wanted.reason, acting, progress);
      },
      [this, output = wanted.order.output](const Filing& filing) { filed(filing, output); },
      [this](const std::exception_ptr& failure) {
        filing_ = false;
        show_details();
        desk_.tell_problem(failure);
      });
}

/// The session does not remember it: a filing is never taken back.
void FilingsPane::filed(const Filing& filing, const std::filesystem::path& output) {
  filing_ = false;
  attempt(desk_, [this] { desk_.session.look(); });
  desk_.changed();
  refresh();
  reveal(std::to_string(filing.number));
  desk_.tell(tr("{1}. It can no longer be changed. What is sent stands in “{2}”.", {filing_title(filing), output.parent_path().string()}));
}

void FilingsPane::focus() { list_->focus(); }

} // namespace hdskit::gui
