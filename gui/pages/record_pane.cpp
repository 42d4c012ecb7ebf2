#include "gui/pages/record_pane.hpp"

#include "gui/window/conflict_dialog.hpp"
#include "gui/window/form_view.hpp"
#include "gui/window/text.hpp"
#include "gui/window/theme.hpp"
#include "gui/window/view_parts.hpp"

#include <wx/msgdlg.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

namespace hdskit::gui::pages {

RecordPane::RecordPane(wxWindow* parent, const Desk& desk, RecordWays ways) : wxPanel{parent}, desk_{desk}, ways_{std::move(ways)} {
  title_ = new wxStaticText{this, wxID_ANY, ""};
  title_->SetFont(title_->GetFont().Bold().Scaled(1.2f));
  last_change_ = new wxStaticText{this, wxID_ANY, ""};
  last_change_->SetForegroundColour(colour(Tone::faint));
  form_ = new FormView{this, {.name = tr("The record")}};
  form_->on_save = [this] { save(); };
  form_->on_discard = [this] { attempt(desk_, [&] { discard(); }); };
  form_->on_edit = [this] { typed(); };
  auto* parts = new wxBoxSizer{wxVERTICAL};
  const auto flags = wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(gap));
  parts->Add(title_, flags);
  parts->Add(last_change_, flags);
  said_place_ = new wxBoxSizer{wxVERTICAL};
  parts->Add(said_place_, wxSizerFlags{}.Expand());
  parts->Add(form_, wxSizerFlags{1}.Expand());
  auto* around = new wxBoxSizer{wxVERTICAL};
  around->Add(parts, wxSizerFlags{1}.Expand().Border(wxLEFT, FromDIP(2 * gap)));
  SetSizer(around);
  Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    wrap_heading();
    event.Skip();
  });
}

void RecordPane::wrap_heading() {
  constexpr int narrowest = 80;
  const int room = std::max(FromDIP(narrowest), GetClientSize().GetWidth() - FromDIP(2 * gap));
  title_->SetLabelText(text(edit_ ? edit_->title() : tr("Nothing is recorded here yet")));
  title_->Wrap(room);
  last_change_->SetLabelText(text(words_));
  last_change_->Wrap(room);
  for (std::size_t i = 0; i < said_.size(); ++i) {
    said_[i]->SetForegroundColour(colour(lines_[i].tone));
    said_[i]->SetLabelText(text(lines_[i].text));
    said_[i]->Wrap(room);
  }
  Layout();
}

void RecordPane::say(std::vector<Cell> lines) {
  if (lines == lines_) return;
  lines_ = std::move(lines);
  while (said_.size() > lines_.size()) {
    said_.back()->Destroy();
    said_.pop_back();
  }
  while (said_.size() < lines_.size()) {
    said_.push_back(new wxStaticText{this, wxID_ANY, ""});
    said_.back()->SetFont(said_.back()->GetFont().Bold());
    said_place_->Add(said_.back(), wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(gap)));
  }
  wrap_heading();
}

void RecordPane::typed() {
  if (on_typed) attempt(desk_, [&] { on_typed(); });
}

void RecordPane::show_heading() {
  words_ = edit_ ? edit_->last_change(desk_.session.workspace()) : tr("Press “New” and fill in what you know; the rest can wait.");
  wrap_heading();
}

void RecordPane::show(std::unique_ptr<RecordEdit> edit) {
  if (edit) form_->show(edit->form());
  else form_->clear();
  edit_ = std::move(edit); // the view has let go of the former form
  show_heading();
  typed();
  if (on_changed) on_changed();
}

void RecordPane::edit(const RecordKind& kind, std::int64_t id) { show(std::make_unique<RecordEdit>(desk_.session.workspace(), kind, id, ways_)); }

void RecordPane::edit_new(const RecordKind& kind, const Assignments& proposed) {
  show(std::make_unique<RecordEdit>(desk_.session.workspace(), kind, ways_, proposed));
}

void RecordPane::edit_first(const RecordKind& kind) {
  const auto records = kind.all(desk_.session.workspace());
  if (records.empty()) show(nullptr);
  else edit(kind, records.front().id);
}

void RecordPane::edit_nothing() { show(nullptr); }

void RecordPane::remove() {
  if (!edit_ || !edit_->id()) return;
  const auto& of = edit_->kind();
  const auto id = *edit_->id();
  wxMessageDialog dialog{wxGetTopLevelParent(this), text(tr("Remove “{1}”?", {edit_->title()})), "hdskit", wxOK | wxCANCEL | wxICON_QUESTION};
  dialog.SetExtendedMessage(text(tr("Edit > Undo brings it back.")));
  dialog.SetOKCancelLabels(text(tr("Remove")), text(tr("Keep it")));
  if (dialog.ShowModal() != wxID_OK || !edit_ || edit_->id() != id || &edit_->kind() != &of) return;
  const auto sentence = remove_record_of(desk_.session, of, id, edit_->form().started(), ways_);
  edit_first(of);
  desk_.changed();
  desk_.tell(sentence);
}

void RecordPane::focus() { form_->focus_first(); }

void RecordPane::discard() {
  if (!edit_) return;
  const auto& kind = edit_->kind();
  if (!edit_->id() || !record_if_there(desk_.session.workspace(), kind, *edit_->id())) edit_first(kind);
  else edit(kind, *edit_->id());
  desk_.tell(tr("What was typed was discarded."));
}

bool RecordPane::settle() { return !edit_ || !edit_->form().changed() || save(); }

bool RecordPane::save() {
  if (!edit_ || saving_) return false;
  saving_ = true; // a question may stand for long, and the window goes on living below it
  const auto title = edit_->title();
  const RecordEdit::Questions questions{
      [&](const Merge& merge, const std::string& who) { return resolve_conflicts(this, title, who, edit_->form().fields(), merge); },
      [&](const std::string& who) { return ask_about_removed(this, title, who); }};
  bool settled = false;
  attempt(desk_, [&] { settled = saved(edit_->save(desk_.session, questions)); });
  saving_ = false;
  return settled;
}

bool RecordPane::saved(const RecordEdit::Saving& saving) {
  using Outcome = RecordEdit::Outcome;
  if (saving.outcome == Outcome::not_yet) {
    form_->tell_faults();
    if (saving.fault) form_->focus(*saving.fault);
    if (!saving.sentence.empty())
      throw Problem{ProblemKind::bad_input, edit_->title(), saving.sentence, tr("Correct it, or press “Discard” to go back to what is recorded.")};
    return false;
  }
  if (saving.outcome == Outcome::let_go) edit_first(edit_->kind());
  form_->refresh();
  show_heading();
  typed();
  desk_.changed();
  if (on_changed) on_changed();
  if (!saving.sentence.empty()) desk_.tell(saving.sentence);
  return true;
}

void RecordPane::follow(const RecordKind& kind) {
  if (saving_) return;
  if (!edit_) return edit_first(kind);
  const auto following = edit_->follow(desk_.session.workspace());
  if (following.removed && !edit_->form().changed()) return edit_first(kind);
  form_->refresh();
  show_heading();
  typed();
  if (!following.warning.empty())
    desk_.tell_problem(std::make_exception_ptr(Problem{ProblemKind::refused, edit_->title(), following.sentence, following.warning}));
  else if (!following.sentence.empty()) desk_.tell(following.sentence);
}

} // namespace hdskit::gui::pages
