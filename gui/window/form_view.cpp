#include "gui/window/form_view.hpp"

#include "gui/window/accessible.hpp"
#include "gui/window/form_control.hpp"
#include "gui/window/text.hpp"
#include "gui/window/theme.hpp"
#include "gui/window/view_parts.hpp"

#include <wx/button.h>
#include <wx/scrolwin.h>
#include <wx/sizer.h>
#include <wx/statline.h>
#include <wx/stattext.h>

#include <algorithm>

namespace hdskit::gui {
namespace {

constexpr int label_width = 140, narrowest = 180, narrowest_hint = 80, stacked_below = 330, scroll_step = 16; ///< device-independent pixels

/// wxStaticText::Wrap breaks the label for good: it is set anew each time.
void set_wrapped(wxStaticText& label, const std::string& words, int width) {
  label.SetLabelText(text(words));                                            // an ampersand is an ampersand
  if (label.GetTextExtent(text(words)).GetWidth() > width) label.Wrap(width); // it costs a millisecond even when there is nothing to break
}

bool same_shape(const Form& a, const std::vector<FormField>& b) {
  return std::ranges::equal(a.fields(), b, [](const FormField& x, const FormField& y) {
    return x.name == y.name && x.label == y.label && x.kind == y.kind && x.read_only == y.read_only && x.cites == y.cites && x.several == y.several &&
           x.heading == y.heading && (x.cites || x.choices.empty() == y.choices.empty());
  });
}

} // namespace

struct FormView::Row {
  FormField field; ///< as it was built
  FormControl control;
  wxStaticText *label = nullptr, *hint = nullptr, *fault = nullptr;
  wxBoxSizer *line = nullptr, *column = nullptr; ///< the control with the hint beside it; that, and below it the hint or the fault
  wxBoxSizer* label_column = nullptr;            ///< room above, and the label
  wxStaticText* heading = nullptr;               ///< of the part that begins here; nullptr: none begins
  wxStaticLine* heading_line = nullptr;
  bool in_use = true;

  void place_hint(bool below);
  void show(wxFlexGridSizer& grid, bool on);
  void fit(int label_width, int room, int narrowest_hint);
  std::string told, hinted; ///< the fault and the hint that are shown
  struct Fitted {
    int label_width = 0, room = 0;
    std::string label, hint, fault;
    bool operator==(const Fitted&) const = default;
  } fitted; ///< to what it was last: sizes are told many times while a page is laid out
};

void FormView::Row::place_hint(bool below) {
  line->Detach(hint);
  column->Detach(hint);
  if (below) column->Insert(1, hint);
  else line->Add(hint, wxSizerFlags{1}.CenterVertical().Border(wxLEFT, hint->FromDIP(gap)));
}

void FormView::Row::show(wxFlexGridSizer& grid, bool on) {
  in_use = on;
  for (wxSizer* part : {label_column, column}) grid.Show(part, on);
  hint->Show(on && !hinted.empty());
  fault->Show(on && !told.empty());
  if (!heading) return;
  heading->Show(on);
  heading_line->Show(on);
}

void FormView::Row::fit(int label_width, int room, int narrowest_hint) {
  const auto shown = field.required ? field.label + " *" : field.label;
  const Fitted wanted{label_width, room, shown, hinted, told};
  if (fitted == wanted) return;
  fitted = wanted;
  set_wrapped(*label, shown, label_width);
  label->SetMinSize({label_width, -1});
  const int beside = room - control.window->GetMinSize().GetWidth() - hint->FromDIP(gap);
  const int one_line = hint->GetTextExtent(text(hinted)).GetWidth();
  const bool below = control.wide || beside < std::max(narrowest_hint, one_line);
  place_hint(below);
  hint->Show(in_use && !hinted.empty());
  if (heading) set_wrapped(*heading, field.heading, label_width);
  set_wrapped(*hint, hinted, below ? room : beside);
  set_wrapped(*fault, told.empty() ? "" : "⚠ " + told, room);
}

FormView::FormView(wxWindow* parent, Look look) : wxPanel{parent}, look_{std::move(look)} {
  auto* sizer = new wxBoxSizer{wxVERTICAL};
  area_ = new wxScrolledWindow{this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL | wxTAB_TRAVERSAL};
  area_->SetScrollRate(0, FromDIP(scroll_step));
  name_for_readers(*area_, look_.name);
  sizer->Add(area_, wxSizerFlags{1}.Expand());
  if (look_.buttons) sizer->Add(new_buttons(), wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(gap)));
  SetSizer(sizer);
  area_->Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    fit_rows();
    event.Skip();
  });
  update_buttons();
}

FormView::~FormView() { form_ = nullptr; } // controls lose the keyboard while they go

wxSizer* FormView::new_buttons() {
  auto* line = new wxBoxSizer{wxHORIZONTAL};
  save_ = new wxButton{this, wxID_ANY, text(tr("Save"))};
  discard_ = new wxButton{this, wxID_ANY, text(tr("Discard"))};
  discard_->SetToolTip(text(tr("Forget what was typed since the last saving")));
  save_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
    if (on_save) on_save();
  });
  discard_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
    if (on_discard) on_discard();
  });
  line->Add(save_);
  line->Add(discard_, wxSizerFlags{}.Border(wxLEFT, FromDIP(gap)));
  return line;
}

void FormView::show(Form& form) {
  std::vector<FormField> built;
  for (const auto& row : rows_) built.push_back(row->field);
  const bool fits = form_ && same_shape(form, built);
  form_ = &form;
  if (!fits) build();
  refresh();
  area_->Scroll(0, 0);
}

void FormView::clear() {
  form_ = nullptr;
  rows_.clear();
  area_->DestroyChildren();
  area_->SetSizer(nullptr);
  update_buttons();
}

void FormView::build() {
  auto* form = std::exchange(form_, nullptr); // controls that go may lose the keyboard, which is no leaving
  rows_.clear();
  area_->SetSizer(nullptr);
  area_->DestroyChildren();
  form_ = form;
  grid_ = new wxFlexGridSizer{2, FromDIP(wxSize{2 * gap, gap})};
  grid_->AddGrowableCol(1);
  for (std::size_t i = 0; i < form_->fields().size(); ++i) add_row(*grid_, i);
  area_->SetSizer(grid_);
  fit_rows();
}

void FormView::add_row(wxSizer& grid, std::size_t i) {
  auto row = std::make_unique<Row>();
  row->field = form_->fields()[i];
  const auto& field = row->field;
  if (!field.heading.empty()) {
    row->heading = new wxStaticText{area_, wxID_ANY, text(field.heading)};
    row->heading->SetFont(row->heading->GetFont().Bold());
    row->heading_line = new wxStaticLine{area_};
    const int above = i == 0 ? 0 : FromDIP(2 * gap);
    grid.Add(row->heading, wxSizerFlags{}.Border(wxTOP, above));
    grid.Add(row->heading_line, wxSizerFlags{}.Expand().CenterVertical().Border(wxTOP, above));
  }
  row->label = new wxStaticText{area_, wxID_ANY, ""};
  row->control = new_form_control(
      area_, field, [this, i](const std::string& typed) { edited(i, typed); }, [this, i] { left(i); });
  row->line = new wxBoxSizer{wxHORIZONTAL};
  row->line->Add(row->control.window, wxSizerFlags{row->control.wide ? 1 : 0}.CenterVertical());
  row->hint = new wxStaticText{area_, wxID_ANY, ""};
  row->hint->SetForegroundColour(colour(Tone::faint));
  row->fault = new wxStaticText{area_, wxID_ANY, ""};
  row->fault->SetForegroundColour(colour(Tone::bad));
  row->fault->Hide();
  row->column = new wxBoxSizer{wxVERTICAL};
  row->column->Add(row->line, wxSizerFlags{}.Expand());
  row->column->Add(row->fault);
  row->place_hint(row->control.wide);
  row->hinted = field.hint;
  describe_for_readers(*row->control.input, field.hint);
  const int down = std::max(0, (row->control.input->GetBestSize().GetHeight() - row->label->GetCharHeight()) / 2);
  const int label_down = field.kind == FieldKind::long_text ? FromDIP(gap) / 2 : down; // beside the first line of a high control
  row->label_column = new wxBoxSizer{wxVERTICAL};
  row->label_column->AddSpacer(label_down);
  row->label_column->Add(row->label);
  grid.Add(row->label_column);
  grid.Add(row->column, wxSizerFlags{1}.Expand());
  rows_.push_back(std::move(row));
}

void FormView::fit_rows() {
  if (rows_.empty()) return;
  const int width = area_->GetClientSize().GetWidth(), beside = FromDIP(label_width);
  const bool stacked = width < FromDIP(stacked_below);
  if (stacked != (grid_->GetCols() == 1)) {
    grid_->RemoveGrowableCol(stacked ? 1 : 0);
    grid_->SetCols(stacked ? 1 : 2);
    grid_->AddGrowableCol(stacked ? 0 : 1);
  }
  const int room = std::max(FromDIP(narrowest), width - (stacked ? 0 : beside) - FromDIP(3 * gap)), label = stacked ? room : beside;
  for (const auto& row : rows_) row->fit(label, room, FromDIP(narrowest_hint));
  area_->FitInside();
  area_->Layout();
}

void FormView::refresh() {
  if (!form_) return;
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    auto& row = *rows_[i];
    if (row.control.offer && row.field.choices != form_->fields()[i].choices) row.control.offer(form_->fields()[i].choices);
    row.field = form_->fields()[i];
    row.control.fill(form_->shown(i));
  }
  tell_faults();
  show_rows_in_use();
  update_buttons();
}

void FormView::show_rows_in_use() {
  bool other = false;
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    const bool in_use = form_->in_use(i);
    if (rows_[i]->in_use == in_use) continue;
    rows_[i]->show(*grid_, in_use);
    other = true;
  }
  if (other) fit_rows();
}

bool FormView::tell_fault(std::size_t field) {
  auto& row = *rows_.at(field);
  const auto fault = form_->told_fault(field), hint = form_->hint(field);
  if (fault == row.told && hint == row.hinted) return false;
  row.told = fault;
  row.hinted = hint;
  row.fault->Show(row.in_use && !fault.empty());
  describe_for_readers(*row.control.input, fault.empty() ? hint : fault);
  return true;
}

void FormView::tell_faults() {
  if (!form_) return;
  bool other = false;
  for (std::size_t i = 0; i < rows_.size(); ++i) other |= tell_fault(i);
  if (other) fit_rows();
}

void FormView::edited(std::size_t field, const std::string& words) {
  if (!form_) return;
  form_->type(field, words);
  if (tell_fault(field)) fit_rows();
  show_rows_in_use();
  update_buttons();
  if (on_edit) on_edit();
}

void FormView::left(std::size_t field) {
  if (!form_ || field >= rows_.size()) return;
  form_->leave(field);
  if (tell_fault(field)) fit_rows();
}

void FormView::focus(std::size_t field) {
  if (field >= rows_.size()) return;
  rows_[field]->control.input->SetFocus(); // the scrolled window brings it into sight
}

void FormView::update_buttons() {
  if (!save_) return;
  const bool changed = form_ && form_->changed();
  save_->Show(form_ != nullptr);
  discard_->Show(form_ != nullptr);
  save_->Enable(changed);
  discard_->Enable(changed);
}

} // namespace hdskit::gui
