#include "gui/pages/continuity_chronicle_dialog.hpp"

#include "gui/presenter/continuity_chronicle.hpp"
#include "gui/window/accessible.hpp"
#include "gui/window/list_view.hpp"
#include "gui/window/problem_dialog.hpp"
#include "gui/window/text.hpp"
#include "gui/window/theme.hpp"
#include "gui/window/view_parts.hpp"

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/dataview.h>
#include <wx/dialog.h>
#include <wx/msgdlg.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>
#include <wx/timer.h>

namespace hdskit::gui::pages {
namespace {

using Kind = ExerciseEntry::Kind;

constexpr int width = 860, list_height = 240, narrowest_text = 300, button_height = 44, kind_width = 150; ///< device-independent pixels
constexpr int tick = 500;                                                                                 ///< milliseconds: no second is skipped to the eye
constexpr int decision_key = WXK_F2, step_key = WXK_F3, restored_key = WXK_F4, gap_key = WXK_F5, clock_key = WXK_F9;

/// One field, a key for each kind of line, and the lines already noted below.
class ChronicleDialog : public wxDialog {
public:
  ChronicleDialog(wxWindow* owner, const Desk& desk, const std::string& exercise)
      : wxDialog{owner,
                 wxID_ANY,
                 text(tr("Chronicle of {1}", {exercise})),
                 wxDefaultPosition,
                 wxDefaultSize,
                 wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER | wxMAXIMIZE_BOX},
        desk_{desk}, chronicle_{desk.session, exercise} {
    auto* rows = new wxBoxSizer{wxVERTICAL};
    const auto part = wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(2 * gap));
    rows->Add(new_clock(), part);
    rows->Add(new_entry(), part);
    rows->Add(new_kinds(), part);
    rows->Add(new_abouts(), part);
    told_ = new wxStaticText{this, wxID_ANY, ""};
    told_->SetForegroundColour(colour(Tone::bad));
    rows->Add(told_, part);
    lines_ = new ListView{this, {.name = tr("Lines of the chronicle"), .count = false}};
    lines_->SetMinSize(FromDIP(wxSize{width, list_height}));
    rows->Add(lines_, wxSizerFlags{1}.Expand());
    rows->Add(new_ends(), wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(2 * gap)));
    auto* around = new wxBoxSizer{wxVERTICAL};
    around->Add(rows, wxSizerFlags{1}.Expand().Border(wxALL, FromDIP(3 * gap)));
    SetSizerAndFit(around);
    CentreOnParent();
    show_all();
    words_->SetFocus();
    Bind(wxEVT_CHAR_HOOK, &ChronicleDialog::key, this);
    Bind(wxEVT_CLOSE_WINDOW, [this](wxCloseEvent&) { close(); });
    Bind(
        wxEVT_BUTTON, [this](wxCommandEvent&) { close(); }, wxID_CANCEL);
    timer_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { attempt_here([&] { follow(); }); });
    timer_.Start(tick);
  }

private:
  wxSizer* new_clock() {
    constexpr float large = 3;
    auto* line = new wxBoxSizer{wxHORIZONTAL};
    clock_ = new wxStaticText{this, wxID_ANY, "0:00:00"};
    clock_->SetFont(clock_->GetFont().Bold().Scaled(large));
    line->Add(clock_, wxSizerFlags{}.CenterVertical().Border(wxRIGHT, FromDIP(4 * gap)));
    auto* column = new wxBoxSizer{wxVERTICAL};
    auto* title = new wxStaticText{this, wxID_ANY, text(chronicle_.title()), wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END};
    title->SetFont(title->GetFont().Bold());
    column->Add(title, wxSizerFlags{}.Expand());
    state_ = new wxStaticText{this, wxID_ANY, ""};
    column->Add(state_, wxSizerFlags{}.Expand());
    line->Add(column, wxSizerFlags{1}.CenterVertical());
    start_ = new wxButton{this, wxID_ANY, ""};
    start_->SetMinSize(FromDIP(wxSize{2 * button_height * 2, button_height}));
    start_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { start_or_pause(); });
    line->Add(start_, wxSizerFlags{}.CenterVertical());
    return line;
  }

  wxSizer* new_entry() {
    auto* line = new wxBoxSizer{wxHORIZONTAL};
    line->Add(new wxStaticText{this, wxID_ANY, text(tr("What happens:"))}, wxSizerFlags{}.CenterVertical().Border(wxRIGHT, FromDIP(gap)));
    words_ = new wxTextCtrl{this, wxID_ANY, "", wxDefaultPosition, FromDIP(wxSize{narrowest_text, button_height}), wxTE_PROCESS_ENTER};
    words_->SetFont(words_->GetFont().Scaled(1.3f));
    name_for_readers(*words_, tr("What happens:"));
    words_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { note(Kind::note); });
    line->Add(words_, wxSizerFlags{1});
    return line;
  }

  wxSizer* new_kinds() {
    auto* line = new wxBoxSizer{wxHORIZONTAL};
    const auto button = [&](const std::string& label, Kind kind) {
      auto* made = new wxButton{this, wxID_ANY, text(label)};
      made->SetMinSize(FromDIP(wxSize{-1, button_height}));
      made->Bind(wxEVT_BUTTON, [this, kind](wxCommandEvent&) { note(kind); });
      line->Add(made, wxSizerFlags{1}.Border(wxRIGHT, FromDIP(gap)));
    };
    button(tr("&Note (Enter)"), Kind::note);
    button(tr("&Decision (F2)"), Kind::decision);
    button(tr("&Step done (F3)"), Kind::step_done);
    button(tr("&Restored (F4)"), Kind::restored);
    button(tr("&Gap (F5)"), Kind::gap);
    return line;
  }

  wxSizer* new_abouts() {
    auto* line = new wxBoxSizer{wxHORIZONTAL};
    const auto choice = [&](const std::string& label) {
      line->Add(new wxStaticText{this, wxID_ANY, text(label)}, wxSizerFlags{}.CenterVertical().Border(wxRIGHT, FromDIP(gap)));
      auto* made = new wxChoice{this, wxID_ANY};
      made->SetMinSize(FromDIP(wxSize{narrowest_text / 2, -1}));
      name_for_readers(*made, label);
      line->Add(made, wxSizerFlags{1}.CenterVertical().Border(wxRIGHT, FromDIP(2 * gap)));
      return made;
    };
    step_ = choice(tr("Step that is done:"));
    thing_ = choice(tr("What is restored:"));
    return line;
  }

  wxSizer* new_ends() {
    auto* line = new wxBoxSizer{wxHORIZONTAL};
    auto* hint = new wxStaticText{this, wxID_ANY, text(tr("Every line is saved at once. Tell a loss of data as “RPO 15 min”."))};
    hint->SetForegroundColour(colour(Tone::faint));
    line->Add(hint, wxSizerFlags{1}.CenterVertical());
    auto* end = new wxButton{this, wxID_ANY, text(tr("&End the exercise…"))};
    end->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { end_exercise(); });
    line->Add(end, wxSizerFlags{}.Border(wxRIGHT, FromDIP(gap)));
    line->Add(new wxButton{this, wxID_CANCEL, text(tr("&Close"))});
    return line;
  }

  /// The bar above the page is out of sight here: what fails is told below the buttons.
  template <typename Work> bool attempt_here(Work work) {
    try {
      work();
      return true;
    } catch (...) {
      const auto failure = told(std::current_exception());
      tell(failure.sentence + " " + failure.remedy);
      return false;
    }
  }
  void tell(const std::string& sentence) {
    told_->SetLabelText(text(sentence));
    told_->Wrap(std::max(FromDIP(narrowest_text), GetClientSize().GetWidth() - FromDIP(6 * gap)));
    Layout();
  }

  bool note(Kind kind) {
    const auto chosen = [](const wxChoice* choice, const std::vector<FormChoice>& all) {
      const auto place = choice->GetSelection();
      return place == wxNOT_FOUND ? std::string{} : all.at(static_cast<std::size_t>(place)).value;
    };
    const bool noted = attempt_here([&] {
      chronicle_.note(kind, utf8(words_->GetValue()), kind == Kind::step_done ? chosen(step_, steps_) : kind == Kind::restored ? chosen(thing_, things_) : "");
      words_->Clear();
      tell("");
      show_all();
      desk_.changed();
    });
    words_->SetFocus();
    return noted;
  }

  void start_or_pause() {
    attempt_here([&] {
      chronicle_.start_or_pause();
      tell("");
      show_all();
      desk_.changed();
    });
    words_->SetFocus();
  }

  void end_exercise() {
    if (!settle_words()) return;
    wxMessageDialog dialog{this, text(tr("End the exercise?")), "hdskit", wxOK | wxCANCEL | wxICON_QUESTION};
    dialog.SetExtendedMessage(text(chronicle_.ending_words()));
    dialog.SetOKCancelLabels(text(tr("End and record")), text(tr("Go on")));
    if (dialog.ShowModal() != wxID_OK) return;
    attempt_here([&] {
      const auto sentence = chronicle_.end();
      desk_.changed();
      desk_.tell(sentence);
      EndModal(wxID_OK);
    });
  }

  /// What is typed is not lost by closing: it is noted.
  bool settle_words() { return words_->GetValue().Trim().empty() || note(Kind::note); }
  void close() {
    if (settle_words()) EndModal(wxID_CANCEL);
  }

  void key(wxKeyEvent& event) {
    if (event.HasAnyModifiers()) return event.Skip();
    switch (event.GetKeyCode()) {
      case decision_key: note(Kind::decision); break;
      case step_key: note(Kind::step_done); break;
      case restored_key: note(Kind::restored); break;
      case gap_key: note(Kind::gap); break;
      case clock_key: start_or_pause(); break;
      default: event.Skip();
    }
  }

  /// Each half second: the time, and what others wrote meanwhile.
  void follow() {
    if (revision_ != desk_.session.revision()) {
      chronicle_.reload();
      show_all();
    }
    show_time();
  }

  void show_time() {
    const auto watch = chronicle_.stopwatch();
    clock_->SetLabelText(text(shown_seconds(watch.seconds)));
    state_->SetLabelText(text(chronicle_.stopwatch_words()));
    start_->SetLabel(text(!watch.started ? tr("S&tart (F9)") : watch.running ? tr("&Pause (F9)") : tr("Go &on (F9)")));
  }

  void show_all() {
    revision_ = desk_.session.revision();
    lines_->show(chronicle_.rows());
    constexpr unsigned kind_column = 2, text_column = 3;
    lines_->control().GetColumn(kind_column)->SetWidth(FromDIP(kind_width)); // the list begins empty: it cannot know
    give_the_rest(lines_->control(), text_column, text_column, narrowest_text);
    const auto fill = [](wxChoice* choice, std::vector<FormChoice>& shown, std::vector<FormChoice> now) {
      if (now == shown) return;
      shown = std::move(now);
      choice->Clear();
      for (const auto& one : shown) choice->Append(text(one.label));
      if (!shown.empty()) choice->SetSelection(0);
    };
    fill(step_, steps_, chronicle_.steps());
    fill(thing_, things_, chronicle_.things());
    show_time();
  }

  const Desk& desk_;
  LiveChronicle chronicle_;
  std::int64_t revision_ = -1;
  std::vector<FormChoice> steps_, things_;
  wxTimer timer_;
  wxStaticText *clock_ = nullptr, *state_ = nullptr, *told_ = nullptr;
  wxTextCtrl* words_ = nullptr;
  wxButton* start_ = nullptr;
  wxChoice *step_ = nullptr, *thing_ = nullptr;
  ListView* lines_ = nullptr;
};

} // namespace

void observe_exercise(const Desk& desk, wxWindow* owner, const std::string& exercise) {
  ChronicleDialog dialog{wxGetTopLevelParent(owner), desk, exercise};
  dialog.ShowModal();
}

} // namespace hdskit::gui::pages
