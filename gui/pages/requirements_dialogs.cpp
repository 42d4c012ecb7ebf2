#include "gui/pages/requirements_parts.hpp"
#include "gui/presenter/requirements_sheet.hpp"
#include "gui/window/accessible.hpp"
#include "gui/window/list_view.hpp"
#include "gui/window/text.hpp"
#include "gui/window/theme.hpp"
#include "gui/window/view_parts.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/dataview.h>
#include <wx/dialog.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>

namespace hdskit::gui::pages {
namespace {

const wxSize choice_size{640, 420};                ///< device-independent pixels
constexpr int field_width = 380, hint_width = 480; ///< device-independent pixels

void add_buttons(wxDialog& dialog, wxSizer& sizer, const std::string& label) {
  auto* buttons = new wxStdDialogButtonSizer;
  auto* ok = new wxButton{&dialog, wxID_OK, text(label)};
  ok->SetDefault();
  buttons->AddButton(ok);
  buttons->AddButton(new wxButton{&dialog, wxID_CANCEL, text(tr("Cancel"))});
  buttons->Realize();
  sizer.Add(buttons, wxSizerFlags{}.Expand().Border(wxALL, dialog.FromDIP(2 * gap)));
}

class DocumentChoice : public wxDialog {
public:
  DocumentChoice(wxWindow* owner, const std::string& title, std::shared_ptr<const Requirements> requirements, std::string but_linked_to)
      : wxDialog{owner, wxID_ANY, text(title), wxDefaultPosition, wxDefaultSize, wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER},
        requirements_{std::move(requirements)}, but_linked_to_{std::move(but_linked_to)} {
    auto* sizer = new wxBoxSizer{wxVERTICAL};
    list_ = new ListView{this, {.name = title, .search = true, .count = false}};
    list_->on_search = [this](const std::string& words) { show(words); };
    list_->on_open = [this](const std::string&) { EndModal(wxID_OK); };
    list_->on_select = [this](const std::string&) { FindWindow(wxID_OK)->Enable(); };
    sizer->Add(list_, wxSizerFlags{1}.Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(2 * gap)));
    nothing_ = new Prose{this};
    sizer->Add(nothing_, wxSizerFlags{}.Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(2 * gap)));
    add_buttons(*this, *sizer, tr("Choose"));
    SetSizer(sizer);
    SetSize(FromDIP(choice_size));
    CentreOnParent();
    show("");
    list_->focus_search();
    Bind(wxEVT_CHAR_HOOK, &DocumentChoice::on_key, this);
  }
  std::string code() const { return list_->selected().value_or(""); }

private:
  /// While one searches: down to the rows, Enter takes the row that is chosen.
  void on_key(wxKeyEvent& event) {
    auto* focused = wxWindow::FindFocus();
    const bool searching = focused && list_->IsDescendant(focused) && !list_->control().HasFocus();
    const int key = event.GetKeyCode();
    if (searching && key == WXK_DOWN) list_->focus();
    else if (searching && (key == WXK_RETURN || key == WXK_NUMPAD_ENTER) && !code().empty()) EndModal(wxID_OK);
    else event.Skip();
  }

  void show(const std::string& words) {
    auto rows = documents_to_choose(*requirements_, words, but_linked_to_);
    const bool any = rows.count > 0;
    list_->show(std::move(rows));
    if (any && !list_->selected()) list_->select_row(0);
    FindWindow(wxID_OK)->Enable(any);
    nothing_->say({any ? "" : words.empty() ? tr("The vault holds no other document: add a file first.") : tr("No document holds these words."), Tone::faint});
    Layout();
  }

  std::shared_ptr<const Requirements> requirements_;
  std::string but_linked_to_;
  ListView* list_ = nullptr;
  Prose* nothing_ = nullptr;
};

class DocumentDescription : public wxDialog {
public:
  DocumentDescription(wxWindow* owner, const std::filesystem::path& file, const std::vector<Evidence>& known, const std::string& title)
      : wxDialog{owner, wxID_ANY, text(title)}, document_{proposed_document(file)}, known_{known} {
    auto* sizer = new wxBoxSizer{wxVERTICAL};
    const auto name = file.filename().string();
    auto* file_name = new wxStaticText{this, wxID_ANY, ""};
    file_name->SetLabelText(text(is_utf8(name) ? name : tr("a file whose name is in no known alphabet")));
    file_name->SetFont(file_name->GetFont().Bold());
    sizer->Add(file_name, wxSizerFlags{}.Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(2 * gap)));
    sizer->Add(new_fields(), wxSizerFlags{}.Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(2 * gap)));
    fault_ = new Prose{this};
    sizer->Add(fault_, wxSizerFlags{}.Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(2 * gap)));
    add_buttons(*this, *sizer, tr("Add"));
    SetSizer(sizer);
    judge();
    CentreOnParent();
    title_->SetFocus();
    title_->SelectAll();
    CallAfter([this] { Raise(); }); // after a drop the keyboard is still with the file manager
  }
  const NewDocument& document() const { return document_; }

private:
  wxSizer* new_fields() {
    auto* grid = new wxFlexGridSizer{2, FromDIP(wxSize{2 * gap, gap})};
    grid->AddGrowableCol(1);
    const auto add = [&](const std::string& label, auto make) {
      grid->Add(new wxStaticText{this, wxID_ANY, text(label)}, wxSizerFlags{}.CenterVertical());
      auto* control = make();
      control->SetMinSize(FromDIP(wxSize{field_width, -1}));
      name_for_readers(*control, label);
      grid->Add(control, wxSizerFlags{}.Expand());
      return control;
    };
    title_ = add(tr("Title"), [this] { return new wxTextCtrl{this, wxID_ANY, text(document_.title)}; });
    kind_ = add(tr("Kind"), [this] { return new wxChoice{this, wxID_ANY}; });
    code_ = add(tr("Code"), [this] { return new wxTextCtrl{this, wxID_ANY, text(document_.code)}; });
    code_->SetHint(text(tr("empty: the next free number")));
    for (const auto& choice : choices_of(EvidenceKind{})) kind_->Append(text(tr(choice.label)));
    kind_->SetSelection(static_cast<int>(document_.kind));
    for (auto* field : {title_, code_}) field->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { judge(); });
    kind_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { judge(); });
    return grid;
  }

  void judge() {
    document_.title = utf8(title_->GetValue());
    document_.code = std::string{trimmed(utf8(code_->GetValue()))};
    document_.kind = static_cast<EvidenceKind>(std::max(0, kind_->GetSelection()));
    const auto fault = fault_of(document_, known_);
    FindWindow(wxID_OK)->Enable(fault.empty());
    fault_->say({fault.empty() ? "" : "✖ " + fault, Tone::bad});
    fault_->wrap(FromDIP(hint_width));
    GetSizer()->SetSizeHints(this);
  }

  NewDocument document_;
  const std::vector<Evidence>& known_;
  wxTextCtrl *title_ = nullptr, *code_ = nullptr;
  wxChoice* kind_ = nullptr;
  Prose* fault_ = nullptr;
};

} // namespace

std::string choose_document(wxWindow* owner, const std::string& title, std::shared_ptr<const Requirements> requirements, const std::string& but_linked_to) {
  DocumentChoice dialog{owner, title, std::move(requirements), but_linked_to};
  return dialog.ShowModal() == wxID_OK ? dialog.code() : "";
}

std::optional<NewDocument> describe_document(wxWindow* owner, const std::filesystem::path& file, const std::vector<Evidence>& known, std::size_t number,
                                             std::size_t count) {
  const auto title = count == 1 ? tr("Add a document") : tr("Add a document ({1} of {2})", {std::to_string(number), std::to_string(count)});
  DocumentDescription dialog{owner, file, known, title};
  return dialog.ShowModal() == wxID_OK ? std::optional{dialog.document()} : std::nullopt;
}

} // namespace hdskit::gui::pages
