#include "gui/pages/continuity_exercises_pane.hpp"

#include "gui/pages/continuity_chronicle_dialog.hpp"
#include "gui/pages/pane_parts.hpp"
#include "gui/presenter/continuity_records.hpp"
#include "gui/window/accessible.hpp"
#include "gui/window/list_view.hpp"
#include "gui/window/text.hpp"
#include "gui/window/theme.hpp"
#include "gui/window/view_parts.hpp"

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/dataview.h>
#include <wx/sizer.h>
#include <wx/splitter.h>
#include <wx/stattext.h>
#include <wx/wrapsizer.h>

namespace hdskit::gui::pages {
namespace {

constexpr int narrowest = 100, form_width = 360, below_height = 320, narrowest_name = 150; ///< device-independent pixels

} // namespace

ContinuityExercisesPane::ContinuityExercisesPane(wxWindow* parent, const Desk& desk) : ContinuityPane{parent}, desk_{desk} {
  auto* rows = new wxBoxSizer{wxVERTICAL};
  rows->Add(new_buttons(), wxSizerFlags{}.Expand());
  sentence_ = new wxStaticText{this, wxID_ANY, ""};
  rows->Add(sentence_, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(gap)));
  auto* splitter = new_splitter(this, narrowest, 1);
  auto* left = new_left(splitter);
  record_ = new ContinuityRecord{splitter, desk_};
  record_->on_changed = [this] { follow_record(); };
  splitter->SplitVertically(left, record_, -FromDIP(form_width));
  rows->Add(splitter, wxSizerFlags{1}.Expand());
  fill_pane(*this, rows);
}

wxSizer* ContinuityExercisesPane::new_buttons() {
  auto* line = new wxWrapSizer{wxHORIZONTAL};
  const auto button = [&](const std::string& label, auto run) { return add_button(this, *line, desk_, label, run); };
  button(tr("&New exercise"), [this] { record_->add(Exercise::type().kind); });
  button(tr("New corrective &action"), [this] {
    record_->add(CorrectiveAction::type().kind, exercise_.empty() ? Assignments{} : Assignments{{"exercise", exercise_}});
  });
  observe_ = button(tr("&Observe…"), [this] { observe(); });
  remove_ = button(tr("&Remove…"), [this] { record_->remove(); });
  return line;
}

wxWindow* ContinuityExercisesPane::new_left(wxWindow* parent) {
  auto* splitter = new_splitter(parent, narrowest, 0.5);
  exercises_ = new ListView{splitter, {.name = tr("Exercises"), .count = false}};
  exercises_->on_select = [this](const std::string& key) { attempt(desk_, [&] { choose(key); }); };
  exercises_->on_open = [this](const std::string&) { record_->focus(); };
  splitter->SplitHorizontally(exercises_, new_below(splitter), -FromDIP(below_height));
  return splitter;
}

wxWindow* ContinuityExercisesPane::new_below(wxWindow* parent) {
  below_ = new wxPanel{parent};
  auto* line = new wxBoxSizer{wxHORIZONTAL};
  line->Add(new wxStaticText{below_, wxID_ANY, text(tr("Show:"))}, wxSizerFlags{}.CenterVertical().Border(wxRIGHT, FromDIP(gap)));
  views_ = new wxChoice{below_, wxID_ANY};
  name_for_readers(*views_, tr("What stands below the exercises"));
  for (const auto& view : exercise_views()) views_->Append(text(view));
  views_->SetSelection(0);
  views_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { attempt(desk_, [&] { show_view(static_cast<ExerciseView>(std::max(0, views_->GetSelection()))); }); });
  line->Add(views_);
  sentences_ = new wxStaticText{below_, wxID_ANY, ""};
  list_ = new ListView{below_, {.name = tr("What stands below the exercises")}};
  list_->on_select = [this](const std::string& key) {
    attempt(desk_, [&] {
      if (!key.empty()) choose(key);
    });
  };
  list_->on_open = [this](const std::string&) { record_->focus(); };
  list_->on_told = desk_.tell;
  list_->on_failed = desk_.tell_problem;
  auto* rows = new wxBoxSizer{wxVERTICAL};
  rows->Add(line, wxSizerFlags{}.Expand().Border(wxTOP | wxBOTTOM, FromDIP(gap)));
  rows->Add(sentences_, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(gap)));
  rows->Add(list_, wxSizerFlags{1}.Expand());
  below_->SetSizer(rows);
  below_->Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    wrap();
    event.Skip();
  });
  return below_;
}

bool ContinuityExercisesPane::shows(std::string_view kind) const {
  return kind == Exercise::type().kind || kind == ExerciseEntry::type().kind || kind == CorrectiveAction::type().kind;
}

void ContinuityExercisesPane::show(std::shared_ptr<const ContinuityMap> map) {
  map_ = std::move(map);
  record_->follow_continuity(map_);
  const auto sentence = exercises_sentence(*map_);
  sentence_->SetForegroundColour(colour(sentence.tone));
  sentence_->SetLabelText(text(sentence.text));
  const auto rows = exercise_rows(*map_);
  exercises_->show(rows);
  give_the_rest(exercises_->control(), 1, 4, narrowest_name);
  if (!record_->edited() && rows.count > 0) record_->open(rows.key(0));
  follow_record();
  show_view(view_);
}

/// The chronicle is that of the exercise at the right, or of the one that the record belongs to.
void ContinuityExercisesPane::follow_record() {
  const auto key = record_->row_key();
  remove_->Enable(!key.empty());
  if (!map_) return;
  const auto before = exercise_;
  if (!key.empty() && record_->kind() == Exercise::type().kind) exercise_ = record_->reference();
  const auto* exercise = map_->exercise(exercise_);
  observe_->Enable(exercise);
  if (before != exercise_) show_view(view_);
  if (exercise) exercises_->select(record_row_key(Exercise::type().kind, exercise->id.number()));
  if (!key.empty()) list_->select(key);
}

void ContinuityExercisesPane::show_view(ExerciseView view) {
  view_ = view;
  views_->SetSelection(static_cast<int>(view));
  if (!map_) return;
  list_->show(exercise_view_rows(*map_, view_, exercise_));
  give_the_rest(list_->control(), view_ == ExerciseView::chronicle ? 3 : 1, 3, narrowest_name);
  if (const auto key = record_->row_key(); !key.empty()) list_->select(key);
  wrap();
}

void ContinuityExercisesPane::wrap() {
  if (!map_) return;
  const auto lines = exercise_view_sentences(*map_, view_, exercise_);
  std::string words;
  for (const auto& line : lines) words += (words.empty() ? "" : "\n") + line.text;
  sentences_->Show(!lines.empty());
  sentences_->SetForegroundColour(colour(lines.empty() ? Tone::neutral : lines.front().tone));
  sentences_->SetLabelText(text(words));
  sentences_->Wrap(std::max(FromDIP(narrowest), below_->GetClientSize().GetWidth()));
  below_->Layout();
}

void ContinuityExercisesPane::observe() {
  if (!map_ || !map_->exercise(exercise_) || !settle()) return;
  show_view(ExerciseView::chronicle);
  observe_exercise(desk_, this, exercise_);
}

void ContinuityExercisesPane::choose(const std::string& key) {
  if (record_->row_key() == key) return;
  if (settle()) record_->open(key);
  else follow_record(); // back to the one that is being typed
}

void ContinuityExercisesPane::reveal(const std::string& kind, const std::string& reference) {
  if (!map_ || !settle()) return;
  if (kind == CorrectiveAction::type().kind) show_view(ExerciseView::corrections);
  if (kind == ExerciseEntry::type().kind) show_view(ExerciseView::chronicle);
  if (const auto id = record_number(*map_, kind, reference); id != 0) record_->open(record_row_key(kind, id));
}

bool ContinuityExercisesPane::settle() { return record_->settle(); }
void ContinuityExercisesPane::focus() { exercises_->focus(); }

} // namespace hdskit::gui::pages
