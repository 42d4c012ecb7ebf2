#include "gui/pages/evidence_adding_run.hpp"
#include "gui/window/accessible.hpp"
#include "gui/window/text.hpp"
#include "gui/window/theme.hpp"
#include "gui/window/view_parts.hpp"
#include "toolkit/base/translate.hpp"

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/dialog.h>
#include <wx/scrolwin.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

namespace hdskit::gui::pages {
namespace {

constexpr int width = 780, tallest = 420, code_width = 110, file_width = 200, scroll_step = 16; ///< device-independent pixels

/// A line a file: what it is called, and the code, title and kind under which it will be filed.
class AddingDialog : public wxDialog {
public:
  AddingDialog(wxWindow* owner, std::vector<NewDocument> documents, const TakenCodes& taken)
      : wxDialog{owner,
                 wxID_ANY,
                 text(trn("Add a document to the vault", "Add {1} documents to the vault", static_cast<std::int64_t>(documents.size()))),
                 wxDefaultPosition,
                 wxDefaultSize,
                 wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER},
        documents_{std::move(documents)}, taken_{taken} {
    auto* parts = new wxBoxSizer{wxVERTICAL};
    const auto flags = wxSizerFlags{}.Expand().Border(wxALL, FromDIP(2 * gap));
    auto* sentence = new wxStaticText{this, wxID_ANY, text(tr("Statements cite a document by its code. All of this can be changed later."))};
    parts->Add(sentence, flags);
    parts->Add(new_lines(), wxSizerFlags{1}.Expand().Border(wxLEFT | wxRIGHT, FromDIP(2 * gap)));
    fault_ = new wxStaticText{this, wxID_ANY, " "};
    fault_->SetForegroundColour(colour(Tone::bad));
    parts->Add(fault_, flags);
    parts->Add(new_buttons(), flags);
    SetSizer(parts);
    const int lines = static_cast<int>(documents_.size()) + 1;
    constexpr int line_height = 44, around = 190;
    SetSize(FromDIP(wxSize{width, std::min(tallest, lines * line_height) + around}));
    SetEscapeId(wxID_CANCEL);
    CentreOnParent();
    check();
  }
  const std::vector<NewDocument>& documents() const { return documents_; }

private:
  wxWindow* new_lines() {
    auto* area = new wxScrolledWindow{this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL | wxTAB_TRAVERSAL};
    area->SetScrollRate(0, FromDIP(scroll_step));
    auto* grid = new wxFlexGridSizer{4, FromDIP(wxSize{2 * gap, gap})};
    grid->AddGrowableCol(2, 1);
    for (const auto& heading : {tr("File"), tr("Code"), tr("Title"), tr("Kind")}) {
      auto* label = new wxStaticText{area, wxID_ANY, text(heading)};
      label->SetFont(label->GetFont().Bold());
      grid->Add(label);
    }
    for (std::size_t i = 0; i < documents_.size(); ++i) add_line(area, *grid, i);
    area->SetSizer(grid);
    return area;
  }

  void add_line(wxWindow* area, wxFlexGridSizer& grid, std::size_t index) {
    const auto name = documents_[index].file.filename().string();
    auto* file = new wxStaticText{area, wxID_ANY, "", wxDefaultPosition, FromDIP(wxSize{file_width, -1}), wxST_ELLIPSIZE_MIDDLE | wxST_NO_AUTORESIZE};
    file->SetLabelText(text(name));
    file->SetToolTip(text(documents_[index].file.string()));
    grid.Add(file, wxSizerFlags{}.CenterVertical());
    grid.Add(new_text(area, tr("Code of {1}", {name}), documents_[index].code, code_width, [this, index](auto words) { documents_[index].code = words; }),
             wxSizerFlags{}.CenterVertical());
    grid.Add(new_text(area, tr("Title of {1}", {name}), documents_[index].title, -1, [this, index](auto words) { documents_[index].title = words; }),
             wxSizerFlags{}.Expand());
    auto* kind = new wxChoice{area, wxID_ANY};
    for (const auto& choice : choices_of(EvidenceKind{})) kind->Append(text(tr(choice.label)));
    kind->SetSelection(static_cast<int>(documents_[index].kind));
    name_for_readers(*kind, tr("Kind of {1}", {name}));
    kind->Bind(wxEVT_CHOICE, [this, index](wxCommandEvent& event) { documents_[index].kind = static_cast<EvidenceKind>(event.GetSelection()); });
    grid.Add(kind, wxSizerFlags{}.CenterVertical());
  }

  wxTextCtrl* new_text(wxWindow* area, const std::string& name, const std::string& value, int wide, std::function<void(std::string)> take) {
    auto* field = new wxTextCtrl{area, wxID_ANY, text(value), wxDefaultPosition, FromDIP(wxSize{wide, -1})};
    name_for_readers(*field, name);
    field->Bind(wxEVT_TEXT, [this, field, take = std::move(take)](wxCommandEvent&) {
      take(utf8(field->GetValue()));
      check();
    });
    if (!first_) first_ = field;
    return field;
  }

  wxSizer* new_buttons() {
    auto* buttons = new wxStdDialogButtonSizer;
    add_ = new wxButton{this, wxID_OK, text(tr("Add"))};
    buttons->AddButton(add_);
    buttons->AddButton(new wxButton{this, wxID_CANCEL, text(tr("Cancel"))});
    buttons->Realize();
    add_->SetDefault();
    return buttons;
  }

  void check() {
    std::string fault;
    for (std::size_t i = 0; i < documents_.size() && fault.empty(); ++i)
      if (fault = fault_among(documents_, i, taken_); !fault.empty()) fault = "✖ " + documents_[i].file.filename().string() + ": " + fault;
    if (!fault_ || !add_) return;
    fault_->SetLabelText(text(fault.empty() ? " " : fault));
    fault_->Wrap(GetClientSize().GetWidth() - FromDIP(4 * gap));
    add_->Enable(fault.empty());
    Layout();
  }

  std::vector<NewDocument> documents_;
  const TakenCodes& taken_;
  wxStaticText* fault_ = nullptr;
  wxButton* add_ = nullptr;
  wxTextCtrl* first_ = nullptr;
};

} // namespace

std::optional<std::vector<NewDocument>> ask_about_documents(wxWindow* owner, std::vector<NewDocument> proposed, const TakenCodes& taken) {
  AddingDialog dialog{owner, std::move(proposed), taken};
  if (dialog.ShowModal() != wxID_OK) return std::nullopt;
  return dialog.documents();
}

} // namespace hdskit::gui::pages
