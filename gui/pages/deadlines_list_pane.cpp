#include "gui/pages/deadlines_list_pane.hpp"

#include "gui/pages/pane_parts.hpp"
#include "gui/window/accessible.hpp"
#include "gui/window/list_view.hpp"
#include "gui/window/reading_text.hpp"
#include "gui/window/text.hpp"
#include "gui/window/theme.hpp"
#include "gui/window/view_parts.hpp"
#include "toolkit/base/translate.hpp"

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/dataview.h>
#include <wx/sizer.h>
#include <wx/splitter.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include <algorithm>

namespace hdskit::gui::pages {
namespace {

constexpr int narrowest = 200, explanation_width = 380; ///< device-independent pixels
constexpr double share_of_the_list = 0.65;

} // namespace

DeadlineListPane::DeadlineListPane(wxWindow* parent, const Desk& desk) : wxPanel{parent}, desk_{desk} {
  auto* rows = new wxBoxSizer{wxVERTICAL};
  rows->Add(new_filter(), wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(gap)));
  auto* splitter = new_splitter(this, narrowest);
  splitter->SetSashGravity(share_of_the_list);
  list_ = new_list(splitter);
  splitter->SplitVertically(list_, new_explanation(splitter), -FromDIP(explanation_width));
  rows->Add(splitter, wxSizerFlags{1}.Expand());
  fill_pane(*this, rows);
  Bind(wxEVT_IDLE, [this](wxIdleEvent& event) { // GTK scrolls rightly only once the list has its size
    choose_first();
    event.Skip();
  });
}

wxSizer* DeadlineListPane::new_filter() {
  auto* line = new wxBoxSizer{wxHORIZONTAL};
  scope_ = new wxChoice{this, wxID_ANY};
  for (const auto& label : deadline_scopes()) scope_->Append(text(label));
  scope_->SetSelection(0);
  name_for_readers(*scope_, tr("Show"));
  scope_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
    filter_.scope = static_cast<DeadlineScope>(std::max(0, scope_->GetSelection()));
    attempt(desk_, [&] { show_rows(); });
  });
  line->Add(new wxStaticText{this, wxID_ANY, text(tr("Show"))}, wxSizerFlags{}.CenterVertical().Border(wxRIGHT, FromDIP(gap)));
  line->Add(scope_, wxSizerFlags{}.CenterVertical());
  return line;
}

ListView* DeadlineListPane::new_list(wxWindow* parent) {
  auto* list = new ListView{parent, {.name = tr("Deadlines"), .search = true}};
  list->on_select = [this](const std::string&) { attempt(desk_, [&] { show_explanation(); }); };
  list->on_open = [this](const std::string&) { attempt(desk_, [&] { go_to_subject(); }); };
  list->on_search = [this](const std::string& words) {
    filter_.words = words;
    attempt(desk_, [&] { show_rows(); });
  };
  list->on_told = desk_.tell;
  list->on_failed = desk_.tell_problem;
  return list;
}

wxWindow* DeadlineListPane::new_explanation(wxWindow* parent) {
  auto* panel = new wxPanel{parent};
  auto* rows = new wxBoxSizer{wxVERTICAL};
  title_ = new wxStaticText{panel, wxID_ANY, ""};
  title_->SetFont(title_->GetFont().Bold().Scaled(1.2f));
  heading_ = new wxStaticText{panel, wxID_ANY, ""};
  steps_ = new_reading_text(panel, tr("How the day was found"));
  go_ = new wxButton{panel, wxID_ANY, text(tr("Show the procedure"))};
  go_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { attempt(desk_, [&] { go_to_subject(); }); });
  const auto flags = wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(gap));
  rows->Add(title_, flags);
  rows->Add(heading_, flags);
  auto* label = new wxStaticText{panel, wxID_ANY, text(tr("How the day was found"))};
  label->SetForegroundColour(colour(Tone::faint));
  rows->Add(label, flags);
  rows->Add(steps_, wxSizerFlags{1}.Expand());
  rows->Add(go_, wxSizerFlags{}.Border(wxTOP, FromDIP(gap)));
  auto* around = new wxBoxSizer{wxVERTICAL};
  around->Add(rows, wxSizerFlags{1}.Expand().Border(wxLEFT, FromDIP(2 * gap)));
  panel->SetSizer(around);
  panel->Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    wrap();
    event.Skip();
  });
  return panel;
}

void DeadlineListPane::wrap() {
  auto* panel = title_->GetParent();
  const int room = std::max(FromDIP(narrowest) / 2, panel->GetClientSize().GetWidth() - FromDIP(2 * gap));
  title_->SetLabelText(text(explained_.title));
  title_->Wrap(room);
  heading_->SetLabelText(text(explained_.heading));
  heading_->Wrap(room);
  panel->Layout();
}

void DeadlineListPane::show(std::vector<Deadline> deadlines) {
  deadlines_ = std::move(deadlines);
  filter_.person = desk_.session.acting().name;
  show_rows();
}

void DeadlineListPane::show_rows() {
  list_->show(deadline_rows(deadlines_, filter_, desk_.session.today()));
  choosing_first_ = !list_->selected() && !deadlines_.empty();
  if (!choosing_first_) show_explanation();
}

void DeadlineListPane::choose_first() {
  if (!choosing_first_ || !list_->control().IsShownOnScreen()) return;
  choosing_first_ = false;
  if (!list_->selected()) list_->select_row(0);
  attempt(desk_, [&] { show_explanation(); });
}

void DeadlineListPane::show_explanation() {
  const auto uid = list_->selected();
  const auto chosen = uid ? std::ranges::find(deadlines_, *uid, &Deadline::uid) : deadlines_.end();
  if (chosen != deadlines_.end()) explained_ = explained(desk_.session.workspace(), *chosen, desk_.session.today());
  else explained_ = no_deadline(!deadlines_.empty());
  if (const auto steps = text(explained_.text); steps_->GetValue() != steps) {
    steps_->ChangeValue(steps);
    steps_->ShowPosition(0);
  }
  go_->SetLabel(text(explained_.leads_to));
  go_->Show(!explained_.leads_to.empty());
  wrap();
}

void DeadlineListPane::select(const std::string& uid) {
  filter_.scope = DeadlineScope::open;
  if (const auto found = std::ranges::find(deadlines_, uid, &Deadline::uid); found != deadlines_.end() && found->done) filter_.scope = DeadlineScope::settled;
  filter_.words.clear();
  scope_->SetSelection(static_cast<int>(filter_.scope));
  show_rows();
  list_->select(uid);
  show_explanation();
}

void DeadlineListPane::go_to_subject() {
  if (!explained_.leads_to.empty()) desk_.go_to(explained_.destination.page, explained_.destination.subject);
}

void DeadlineListPane::focus() { list_->focus(); }
void DeadlineListPane::focus_search() { list_->focus_search(); }

} // namespace hdskit::gui::pages
