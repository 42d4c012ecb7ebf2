#include "gui/window/conflict_dialog.hpp"

#include "gui/window/accessible.hpp"
#include "gui/window/text.hpp"
#include "gui/window/theme.hpp"
#include "gui/window/view_parts.hpp"

#include <wx/button.h>
#include <wx/dialog.h>
#include <wx/msgdlg.h>
#include <wx/radiobut.h>
#include <wx/scrolwin.h>
#include <wx/sizer.h>
#include <wx/statline.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

namespace hdskit::gui {
namespace {

constexpr int long_height = 120, width = 820, highest = 620, scroll_step = 16; ///< device-independent pixels
using Side = Resolution::Side;

class ConflictDialog : public wxDialog {
public:
  ConflictDialog(wxWindow* owner, const std::string& title, const std::string& who_and_when, Resolution resolution);
  std::vector<std::string> values() const { return resolution_.values(); }

private:
  void add_line(wxSizer& lines, std::size_t line);
  wxSizer* new_side(std::size_t line, Side side, const std::string& label, const std::string& words);
  wxSizer* new_editor(std::size_t line);
  wxRadioButton* new_button(std::size_t line, Side side, const std::string& label);

  Resolution resolution_;
  wxScrolledWindow* area_ = nullptr;
};

ConflictDialog::ConflictDialog(wxWindow* owner, const std::string& title, const std::string& who_and_when, Resolution resolution)
    : wxDialog{owner, wxID_ANY, text(tr("Two people changed “{1}”", {title})), wxDefaultPosition, wxDefaultSize, wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER},
      resolution_{std::move(resolution)} {
  auto* sizer = new wxBoxSizer{wxVERTICAL};
  const auto flags = wxSizerFlags{}.Expand().Border(wxALL, FromDIP(2 * gap));
  auto* words = new wxStaticText{
      this, wxID_ANY,
      text(tr("“{1}” was changed while you were typing: {2}. Choose for each field what shall stand there; nothing is saved before.", {title, who_and_when}))};
  words->Wrap(FromDIP(width));
  sizer->Add(words, flags);
  area_ = new wxScrolledWindow{this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL | wxTAB_TRAVERSAL};
  area_->SetScrollRate(0, FromDIP(scroll_step));
  auto* lines = new wxBoxSizer{wxVERTICAL};
  for (std::size_t i = 0; i < resolution_.lines().size(); ++i) add_line(*lines, i);
  area_->SetSizer(lines);
  const int high = std::min(FromDIP(highest), lines->GetMinSize().GetHeight() + FromDIP(gap));
  area_->SetMinSize({FromDIP(width), high});
  area_->FitInside();
  sizer->Add(area_, wxSizerFlags{1}.Expand().Border(wxLEFT | wxRIGHT, FromDIP(2 * gap)));
  auto* buttons = new wxStdDialogButtonSizer;
  auto* save = new wxButton{this, wxID_OK, text(tr("Save this"))};
  save->SetDefault();
  buttons->AddButton(save);
  buttons->AddButton(new wxButton{this, wxID_CANCEL, text(tr("Go on typing"))});
  buttons->Realize();
  sizer->Add(buttons, flags);
  SetSizerAndFit(sizer);
  CentreOnParent();
}

void ConflictDialog::add_line(wxSizer& lines, std::size_t line) {
  const auto& shown = resolution_.lines()[line];
  const auto below = wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(gap));
  if (line > 0) lines.Add(new wxStaticLine{area_}, below);
  auto* label = new wxStaticText{area_, wxID_ANY, ""};
  label->SetLabelText(text(shown.label));
  label->SetFont(label->GetFont().Bold());
  lines.Add(label, below);
  auto* sides = new wxGridSizer{2, FromDIP(wxSize{2 * gap, gap})};
  sides->Add(new_side(line, Side::mine, tr("Keep mine"), shown.mine), wxSizerFlags{}.Expand());
  sides->Add(new_side(line, Side::theirs, tr("Take theirs"), shown.theirs), wxSizerFlags{}.Expand());
  lines.Add(sides, below);
  if (shown.editable) lines.Add(new_editor(line), below);
  if (shown.editable) return;
  auto* before = new wxStaticText{area_, wxID_ANY, ""};
  before->SetLabelText(text(shown.before.empty() ? tr("Before: nothing") : tr("Before: {1}", {shown.before})));
  before->SetForegroundColour(colour(Tone::faint));
  lines.Add(before, below);
}

wxRadioButton* ConflictDialog::new_button(std::size_t line, Side side, const std::string& label) {
  auto* button = new wxRadioButton{area_, wxID_ANY, text(label), wxDefaultPosition, wxDefaultSize, side == Side::mine ? wxRB_GROUP : 0};
  button->SetValue(side == Side::mine);
  name_for_readers(*button, tr("{1}: {2}", {resolution_.lines()[line].label, label}));
  button->Bind(wxEVT_RADIOBUTTON, [this, line, side](wxCommandEvent&) { resolution_.take(line, side); });
  return button;
}

wxSizer* ConflictDialog::new_side(std::size_t line, Side side, const std::string& label, const std::string& words) {
  auto* column = new wxBoxSizer{wxVERTICAL};
  column->Add(new_button(line, side, label));
  const bool editable = resolution_.lines()[line].editable;
  auto* shown = new wxTextCtrl{area_, wxID_ANY, text(words), wxDefaultPosition, wxDefaultSize, editable ? wxTE_MULTILINE | wxTE_READONLY : wxTE_READONLY};
  if (editable) shown->SetMinSize(FromDIP(wxSize{-1, long_height}));
  name_for_readers(*shown, tr("{1}: {2}", {resolution_.lines()[line].label, side == Side::mine ? tr("mine") : tr("theirs")}));
  column->Add(shown, wxSizerFlags{1}.Expand());
  return column;
}

wxSizer* ConflictDialog::new_editor(std::size_t line) {
  auto* column = new wxBoxSizer{wxVERTICAL};
  auto* button = new_button(line, Side::edited, tr("Bring both together here"));
  auto* editor = new wxTextCtrl{area_, wxID_ANY, text(resolution_.lines()[line].mine), wxDefaultPosition, wxDefaultSize, wxTE_MULTILINE};
  editor->SetMinSize(FromDIP(wxSize{-1, long_height}));
  name_for_readers(*editor, tr("{1}: both together", {resolution_.lines()[line].label}));
  editor->Bind(wxEVT_TEXT, [this, line, editor, button](wxCommandEvent&) {
    resolution_.edit(line, utf8(editor->GetValue()));
    button->SetValue(true);
  });
  column->Add(button);
  column->Add(editor, wxSizerFlags{1}.Expand());
  return column;
}

} // namespace

std::optional<std::vector<std::string>> resolve_conflicts(wxWindow* owner, const std::string& record_title, const std::string& who_and_when,
                                                          const std::vector<FormField>& fields, const Merge& merge) {
  if (merge.conflicts.empty()) return merge.values;
  ConflictDialog dialog{wxGetTopLevelParent(owner), record_title, who_and_when, {fields, merge}};
  return dialog.ShowModal() == wxID_OK ? std::optional{dialog.values()} : std::nullopt;
}

std::optional<std::vector<std::string>> resolve_conflicts(wxWindow* owner, const std::string& record_title, const std::string& who_and_when,
                                                          const std::vector<std::string>& labels, const Merge& merge) {
  return resolve_conflicts(owner, record_title, who_and_when, labelled_fields(labels), merge);
}

RemovedAnswer ask_about_removed(wxWindow* owner, const std::string& record_title, const std::string& who_and_when) {
  wxMessageDialog dialog{wxGetTopLevelParent(owner), text(tr("“{1}” was removed while you were typing: {2}.", {record_title, who_and_when})), "hdskit",
                         wxYES_NO | wxCANCEL | wxICON_WARNING};
  dialog.SetExtendedMessage(text(tr("What you typed can be recorded again as a new record, or be let go with it.")));
  dialog.SetYesNoCancelLabels(text(tr("Record it again")), text(tr("Let it go")), text(tr("Go on typing")));
  switch (dialog.ShowModal()) {
    case wxID_YES: return RemovedAnswer::record_again;
    case wxID_NO: return RemovedAnswer::let_go;
    default: return RemovedAnswer::keep_typing;
  }
}

} // namespace hdskit::gui
