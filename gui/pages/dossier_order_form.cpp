#include "gui/pages/dossier_order_form.hpp"

#include "gui/window/accessible.hpp"
#include "gui/window/text.hpp"
#include "gui/window/theme.hpp"
#include "gui/window/view_parts.hpp"
#include "toolkit/base/translate.hpp"

#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/filedlg.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

namespace hdskit::gui {
namespace {

void add_label(wxWindow* parent, wxFlexGridSizer& grid, const std::string& label) {
  grid.Add(new wxStaticText{parent, wxID_ANY, text(label)}, wxSizerFlags{}.CenterVertical());
}

void tell_fault(wxStaticText& line, wxWindow& control, const std::string& fault) {
  line.SetLabel(text(fault.empty() ? "" : "⚠ " + fault));
  line.Show(!fault.empty());
  if (!fault.empty()) line.Wrap(line.GetParent()->GetClientSize().x - line.GetPosition().x);
  describe_for_readers(control, fault);
}

} // namespace

OrderForm::OrderForm(wxWindow* parent) : wxPanel{parent} {
  auto* grid = new wxFlexGridSizer{2, FromDIP(wxSize{2 * gap, gap})};
  grid->AddGrowableCol(1);
  add_date(*grid);
  add_version(*grid);
  add_contents(*grid);
  add_output(*grid);
  SetSizer(grid);
}

void OrderForm::add_date(wxFlexGridSizer& grid) {
  FormField field;
  field.name = "date";
  field.label = tr("Date of the dossier");
  field.kind = FieldKind::date;
  field.required = true;
  add_label(this, grid, field.label);
  date_ = new_form_control(
      this, field, [this](const std::string&) { changed(); }, [] {});
  date_fault_ = add_with_fault(grid, date_.window, nullptr);
}

void OrderForm::add_version(wxFlexGridSizer& grid) {
  add_label(this, grid, tr("Version"));
  constexpr int width = 160; ///< device-independent pixels
  version_ = new wxTextCtrl{this, wxID_ANY, "", wxDefaultPosition, FromDIP(wxSize{width, -1})};
  version_->SetHint(text(tr("the next number")));
  name_for_readers(*version_, tr("Version; empty for the number of the next filing"));
  version_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { changed(); });
  grid.Add(version_, wxSizerFlags{}.CenterVertical());
}

void OrderForm::add_contents(wxFlexGridSizer& grid) {
  annexes_ = new wxCheckBox{this, wxID_ANY, text(tr("With the annexes behind it"))};
  odt_ = new wxCheckBox{this, wxID_ANY, text(tr("An editable text (ODT) beside it"))};
  add_label(this, grid, tr("Contents"));
  for (auto* box : {annexes_, odt_}) {
    if (box == odt_) grid.AddSpacer(0);
    box->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) { changed(); });
    grid.Add(box, wxSizerFlags{}.CenterVertical());
  }
}

void OrderForm::add_output(wxFlexGridSizer& grid) {
  const auto label = tr("Write the PDF to");
  add_label(this, grid, label);
  auto* line = new wxBoxSizer{wxHORIZONTAL};
  output_ = new wxTextCtrl{this, wxID_ANY};
  name_for_readers(*output_, label);
  output_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { changed(); });
  auto* button = new wxButton{this, wxID_ANY, text(tr("Choose…"))};
  name_for_readers(*button, tr("Choose where to write the PDF"));
  button->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { choose_output(); });
  line->Add(output_, wxSizerFlags{1}.CenterVertical());
  line->Add(button, wxSizerFlags{}.CenterVertical().Border(wxLEFT, FromDIP(gap)));
  output_fault_ = add_with_fault(grid, nullptr, line);
}

wxStaticText* OrderForm::add_with_fault(wxFlexGridSizer& grid, wxWindow* control, wxSizer* line) {
  auto* cell = new wxBoxSizer{wxVERTICAL};
  if (control) cell->Add(control);
  else cell->Add(line, wxSizerFlags{}.Expand());
  auto* fault = new wxStaticText{this, wxID_ANY, ""};
  fault->SetForegroundColour(colour(Tone::bad));
  fault->Hide();
  cell->Add(fault, wxSizerFlags{}.Border(wxTOP, FromDIP(gap) / 2));
  grid.Add(cell, wxSizerFlags{}.Expand());
  return fault;
}

void OrderForm::choose_output() {
  const std::filesystem::path file{utf8(output_->GetValue())};
  wxFileDialog dialog{
      this,     text(tr("Write the PDF to")), text(file.parent_path().string()), text(file.filename().string()), text(tr("PDF documents") + " (*.pdf)|*.pdf"),
      wxFD_SAVE};
  if (dialog.ShowModal() != wxID_OK) return;
  std::filesystem::path chosen{utf8(dialog.GetPath())};
  if (chosen.extension().empty()) chosen += ".pdf";
  output_->SetValue(text(chosen.string()));
}

void OrderForm::changed() {
  tell_faults();
  if (on_change) on_change();
}

void OrderForm::tell_faults() {
  const auto faults = faults_of(texts());
  tell_fault(*date_fault_, *date_.input, faults.date);
  tell_fault(*output_fault_, *output_, faults.output);
  GetParent()->Layout();
}

void OrderForm::fill(const OrderTexts& texts) {
  framework_ = texts.framework;
  date_.fill(texts.date);
  version_->ChangeValue(text(texts.version));
  output_->ChangeValue(text(texts.output));
  output_->SetInsertionPointEnd();
  annexes_->SetValue(texts.annexes);
  odt_->SetValue(texts.odt);
  tell_faults();
}

OrderTexts OrderForm::texts() const {
  return {.date = date_.text(),
          .version = utf8(version_->GetValue()),
          .output = utf8(output_->GetValue()),
          .annexes = annexes_->GetValue(),
          .odt = odt_->GetValue(),
          .framework = framework_};
}

} // namespace hdskit::gui
