#include "gui/pages/requirements_sheet.hpp"

#include "gui/window/accessible.hpp"
#include "gui/window/list_view.hpp"
#include "gui/window/text.hpp"
#include "gui/window/theme.hpp"
#include "gui/window/view_parts.hpp"
#include "toolkit/base/text.hpp"

#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>

#include <algorithm>

namespace hdskit::gui::pages {
namespace {

constexpr int statement_height = 160, narrowest_field = 60, date_width = 124, margin = 2 * gap, scroll_step = 16; ///< device-independent pixels

std::string lines_of_cells(const std::vector<Cell>& cells) {
  std::vector<std::string> lines;
  for (const auto& cell : cells) lines.push_back(cell.text);
  return joined(lines, "\n");
}

} // namespace

RequirementSheet::RequirementSheet(wxWindow* parent, const Desk& desk)
    : wxScrolledWindow{parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL | wxTAB_TRAVERSAL}, desk_{desk}, answer_{desk.session, desk.drafts} {
  SetScrollRate(0, FromDIP(scroll_step));
  ShowScrollbars(wxSHOW_SB_NEVER, wxSHOW_SB_ALWAYS); // one that comes and goes would change the width that texts are wrapped to
  auto* column = new wxBoxSizer{wxVERTICAL};
  add_asked(*column);
  add_draft_line(*column);
  add_answer(*column);
  add_save_line(*column);
  add_documents(*column);
  auto* framed = new wxBoxSizer{wxVERTICAL};
  framed->Add(column, wxSizerFlags{1}.Expand().Border(wxLEFT | wxRIGHT, FromDIP(margin)));
  SetSizer(framed);
  Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    fit();
    event.Skip();
  });
  Bind(
      wxEVT_TIMER, [this](wxTimerEvent&) { keep_draft(); }, draft_pause_.GetId());
}

RequirementSheet::~RequirementSheet() {
  try {
    if (answer_.changed()) answer_.keep_draft();
  } catch (...) {} // nobody is left to tell; settle() has asked
}

Prose* RequirementSheet::new_prose(wxSizer& column, int below) {
  prose_.push_back(new Prose{this});
  column.Add(prose_.back(), wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(below)));
  return prose_.back();
}

void RequirementSheet::add_asked(wxSizer& column) {
  heading_ = new_prose(column, gap);
  heading_->SetFont(heading_->GetFont().Bold().Scaled(1.2f));
  terms_ = new_prose(column, gap / 2);
  caution_ = new_prose(column, gap / 2);
  wording_ = new_prose(column, gap);
  gaps_ = new_prose(column, gap);
  expected_ = new_prose(column, gap);
}

void RequirementSheet::add_draft_line(wxSizer& column) {
  draft_line_ = new wxPanel{this};
  auto *lines = new wxBoxSizer{wxVERTICAL}, *buttons = new wxBoxSizer{wxHORIZONTAL};
  draft_ = new Prose{draft_line_};
  prose_.push_back(draft_);
  auto* take = new wxButton{draft_line_, wxID_ANY, text(tr("Take it up"))};
  auto* let_go = new wxButton{draft_line_, wxID_ANY, text(tr("Let it go"))};
  name_for_readers(*take, tr("Take up the text that was not saved"));
  name_for_readers(*let_go, tr("Let go the text that was not saved"));
  take->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { attempt(desk_, [this] { take_up_draft(); }); });
  let_go->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { attempt(desk_, [this] { let_go_draft(); }); });
  buttons->Add(take, wxSizerFlags{}.Border(wxRIGHT, FromDIP(gap)));
  buttons->Add(let_go);
  lines->Add(draft_, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(gap)));
  lines->Add(buttons);
  draft_line_->SetSizer(lines);
  draft_line_->Hide();
  column.Add(draft_line_, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(gap)));
  elsewhere_ = new_prose(column, gap);
}

wxSizer* RequirementSheet::new_labelled(std::size_t field) {
  auto described = answer_.form().fields()[field];
  for (std::size_t i = 0; i < described.choices.size() && field == AnswerForm::state; ++i)
    described.choices[i].label = symbol_of(static_cast<DemonstrationState>(i)) + " " + described.choices[i].label;
  auto* label = new wxStaticText{this, wxID_ANY, text(described.label)};
  controls_[field] = new_form_control(
      this, described, [this, field](const std::string& words) { typed(field, words); },
      [this, field] {
        answer_.form().leave(field);
        tell_standing_of_text();
      });
  accept_documents(*controls_[field].input, [this](const auto& files) { add_files(files); });
  auto* sizer = new wxBoxSizer{wxVERTICAL};
  sizer->Add(label, wxSizerFlags{}.Border(wxBOTTOM, FromDIP(gap / 2)));
  sizer->Add(controls_[field].window, wxSizerFlags{field == AnswerForm::statement ? 1 : 0}.Expand());
  return sizer;
}

void RequirementSheet::add_answer(wxSizer& column) {
  auto* line = new wxBoxSizer{wxHORIZONTAL};
  line->Add(new_labelled(AnswerForm::state), wxSizerFlags{1}.Border(wxRIGHT, FromDIP(2 * gap)));
  line->Add(new_labelled(AnswerForm::owner), wxSizerFlags{1}.Border(wxRIGHT, FromDIP(2 * gap)));
  line->Add(new_labelled(AnswerForm::due));
  for (const auto field : {AnswerForm::state, AnswerForm::owner}) controls_[field].window->SetMinSize(FromDIP(wxSize{narrowest_field, -1}));
  controls_[AnswerForm::due].window->SetMinSize(FromDIP(wxSize{date_width, -1}));
  column.Add(line, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(gap)));
  fault_ = new_prose(column, gap);
  add_applicability(column);
  column.Add(new_labelled(AnswerForm::statement), wxSizerFlags{1}.Expand().Border(wxBOTTOM, FromDIP(gap)));
  statement_ = dynamic_cast<wxTextCtrl*>(controls_[AnswerForm::statement].input);
  statement_->SetMinSize(FromDIP(wxSize{-1, statement_height}));
}

void RequirementSheet::add_applicability(wxSizer& column) {
  applicability_ = new wxBoxSizer{wxVERTICAL};
  applicability_->Add(new_labelled(AnswerForm::applicability));
  column.Add(applicability_, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(gap)));
  excluded_ = new_prose(column, gap);
  applicability_->ShowItems(false);
}

void RequirementSheet::show_applicability() {
  applicability_->ShowItems(sheet_.choosable);
  excluded_->say({answer_.excludes() ? tr("Excluded: the text below says why it does not concern the hospital.") : "", Tone::faint});
}

void RequirementSheet::add_save_line(wxSizer& column) {
  auto* line = new wxBoxSizer{wxHORIZONTAL};
  auto* cite_button = new wxButton{this, wxID_ANY, text(tr("Cite a document…"))};
  cite_button->SetToolTip(text(tr("Puts the code of a document where the caret stands (Ctrl+K)")));
  cite_button->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { attempt(desk_, [this] { cite(); }); });
  saved_ = new Prose{this};
  save_button_ = new wxButton{this, wxID_ANY, text(tr("Save"))};
  save_button_->SetToolTip(text(tr("Save the answer (Ctrl+S)")));
  save_button_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { save(); });
  line->Add(cite_button, wxSizerFlags{}.CenterVertical());
  line->AddStretchSpacer();
  line->Add(saved_, wxSizerFlags{}.CenterVertical().Border(wxRIGHT, FromDIP(gap)));
  line->Add(save_button_, wxSizerFlags{}.CenterVertical());
  column.Add(line, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(2 * gap)));
}

void RequirementSheet::show(std::shared_ptr<const Requirements> requirements, const std::string& item) {
  const auto* requirement = requirements->find(item);
  if (!requirement) return;
  requirements_ = std::move(requirements);
  draft_pause_.Stop();
  refused_.clear();
  was_saved_ = false;
  answer_.show(item, requirements_->name_of(*requirement), requirement->answer);
  sheet_ = sheet_of(*requirements_, *requirement);
  Scroll(0, 0);
  show_draft();
  fill();
  show_asked();
}

void RequirementSheet::follow(std::shared_ptr<const Requirements> requirements) {
  const auto* requirement = requirements->find(item());
  if (!requirement) return; // another checklist was adopted: what is typed stays in sight
  requirements_ = std::move(requirements);
  answer_.follow(requirement->answer);
  sheet_ = sheet_of(*requirements_, *requirement);
  fill();
  show_asked();
}

void RequirementSheet::show_asked() {
  heading_->say({sheet_.heading});
  terms_->say({sheet_.terms, Tone::faint});
  caution_->say(sheet_.caution);
  wording_->say({sheet_.wording});
  gaps_->say({lines_of_cells(sheet_.gaps), Tone::warning});
  expected_->say({lines_of_cells(sheet_.expected)});
  show_applicability();
  documents_->show(sheet_.documents);
  detach_button_->Enable(documents_->selected().has_value());
  fit();
}

void RequirementSheet::fit() {
  if (!documents_) return;                                                                                 // sizes are told before everything stands
  const int width = std::max(FromDIP(statement_height), GetClientSize().GetWidth() - FromDIP(3 * margin)); // GTK measures a little wider than what it is given
  for (auto* prose : prose_) prose->wrap(width);
  FitInside();
  Layout();
}

} // namespace hdskit::gui::pages
