#include "gui/pages/requirements_sheet.hpp"

#include "gui/window/list_view.hpp"
#include "gui/window/text.hpp"
#include "gui/window/view_parts.hpp"

#include <wx/button.h>
#include <wx/dataview.h>
#include <wx/filedlg.h>
#include <wx/sizer.h>
#include <wx/wrapsizer.h>

namespace hdskit::gui::pages {
namespace {

constexpr int list_height = 94; ///< device-independent pixels

} // namespace

void RequirementSheet::add_documents(wxSizer& column) {
  auto* heading = new wxStaticText{this, wxID_ANY, text(tr("Documents that prove it (drop files here)"))};
  heading->SetFont(heading->GetFont().Bold());
  column.Add(heading, wxSizerFlags{}.Border(wxBOTTOM, FromDIP(gap / 2)));
  documents_ = new ListView{this, {.name = tr("Documents linked to the item"), .count = false}};
  documents_->SetMinSize(FromDIP(wxSize{-1, list_height}));
  documents_->on_open = [this](const std::string& code) { desk_.go_to("evidence", code); };
  documents_->on_select = [this](const std::string&) { detach_button_->Enable(); };
  documents_->on_drop = [this](const std::vector<std::filesystem::path>& files) { CallAfter([this, files] { add_files(files); }); };
  column.Add(documents_, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(gap)));
  auto* line = new wxWrapSizer{wxHORIZONTAL, 0};
  const auto button = [&](const std::string& label, const std::string& help, void (RequirementSheet::*run)()) {
    auto* made = new wxButton{this, wxID_ANY, text(label)};
    made->SetToolTip(text(help));
    made->Bind(wxEVT_BUTTON, [this, run](wxCommandEvent&) { attempt(desk_, [this, run] { (this->*run)(); }); });
    line->Add(made, wxSizerFlags{}.Border(wxRIGHT | wxBOTTOM, FromDIP(gap)));
    return made;
  };
  button(tr("Link a document…"), tr("Link a document of the vault to this item"), &RequirementSheet::attach);
  button(tr("Add a file…"), tr("File a new document in the vault and link it to this item"), &RequirementSheet::ask_files);
  detach_button_ = button(tr("Detach"), tr("Take away the link; the document stays in the vault"), &RequirementSheet::detach);
  button(tr("Export…"), tr("Write this list as an Excel workbook or as CSV"), &RequirementSheet::export_documents);
  column.Add(line, wxSizerFlags{}.Expand());
}

void RequirementSheet::attach() {
  const auto code = choose_document(this, tr("Document to link to {1}", {answer_.label()}), requirements_, item());
  if (code.empty()) return;
  attach_document(desk_.session, code, item(), answer_.label());
  desk_.changed();
}

void RequirementSheet::detach() {
  const auto code = documents_->selected();
  if (!code) return;
  detach_document(desk_.session, *code, item(), answer_.label());
  desk_.changed();
}

void RequirementSheet::export_documents() {
  if (const auto sentence = documents_->export_rows(); !sentence.empty()) desk_.tell(sentence);
}

void RequirementSheet::ask_files() {
  wxFileDialog dialog{
      this, text(tr("Files that prove {1}", {answer_.label()})), "", "", text(tr("All files") + "|*"), wxFD_OPEN | wxFD_FILE_MUST_EXIST | wxFD_MULTIPLE};
  if (dialog.ShowModal() != wxID_OK) return;
  wxArrayString names;
  dialog.GetPaths(names);
  std::vector<std::filesystem::path> files;
  for (const auto& name : names) files.emplace_back(utf8(name));
  add_files(files);
}

void RequirementSheet::add_files(const std::vector<std::filesystem::path>& files) {
  if (item().empty() || !requirements_ || describing_) return; // files may be dropped while the window waits for an answer
  describing_ = true;
  attempt(desk_, [&] {
    auto documents = describe(files);
    if (!documents.empty()) store(std::move(documents));
  });
  describing_ = false;
}

/// All of them or none, so that nobody has to remember where they stopped.
std::vector<NewDocument> RequirementSheet::describe(const std::vector<std::filesystem::path>& files) {
  auto known = requirements_->standing().input.evidence;
  const auto& others = requirements_->standing().others;
  known.insert(known.end(), others.begin(), others.end());
  std::vector<NewDocument> documents;
  for (const auto& file : files) {
    auto document = describe_document(this, file, known, documents.size() + 1, files.size());
    if (!document) return {};
    if (!document->code.empty()) {
      Evidence taken;
      taken.code = document->code;
      taken.title = document->title;
      known.push_back(taken);
    }
    documents.push_back(std::move(*document));
  }
  return documents;
}

void RequirementSheet::store(std::vector<NewDocument> documents) {
  const auto* requirement = requirements_->find(item());
  if (!requirement) return;
  const auto title = title_of_adding(documents, answer_.label());
  desk_.background.run(
      this, tr("Filing documents"),
      [location = desk_.session.location(), acting = desk_.session.acting(), documents, which = item(),
       obligation = requirement->item->obligation](const Progress& progress) {
        auto workspace = Workspace::open(location);
        return hdskit::gui::add_documents(workspace, acting, documents, which, obligation, progress);
      },
      [this, title, label = answer_.label(), count = documents.size()](JournalSpan span) {
        desk_.session.remember(title, span);
        desk_.tell(tr("Documents filed and linked to {1}: {2}.", {label, std::to_string(count)}));
        desk_.changed();
      });
}

} // namespace hdskit::gui::pages
