#include "gui/pages/access_review_pane.hpp"

#include "gui/pages/access_campaign_dialog.hpp"
#include "gui/pages/access_campaign_export.hpp"
#include "gui/pages/access_decision_form.hpp"
#include "gui/pages/access_sign_dialog.hpp"
#include "gui/pages/pane_parts.hpp"
#include "gui/presenter/access_campaign.hpp"
#include "gui/window/accessible.hpp"
#include "gui/window/list_view.hpp"
#include "gui/window/progress_line.hpp"
#include "gui/window/text.hpp"
#include "gui/window/theme.hpp"
#include "gui/window/view_parts.hpp"
#include "gui/window/wrapped_sentence.hpp"

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/dataview.h>
#include <wx/sizer.h>
#include <wx/splitter.h>
#include <wx/stattext.h>
#include <wx/wrapsizer.h>

namespace hdskit::gui::pages {
namespace {

constexpr int narrowest = 100, form_width = 400, narrowest_name = 90; ///< device-independent pixels

} // namespace

AccessReviewPane::AccessReviewPane(wxWindow* parent, const Desk& desk) : AccessPane{parent}, desk_{desk} {
  auto* rows = new wxBoxSizer{wxVERTICAL};
  rows->Add(new_buttons(), wxSizerFlags{}.Expand());
  rows->Add(new_heading(), wxSizerFlags{}.Expand());
  auto* splitter = new_splitter(this, narrowest, 1);
  auto* left = new_left(splitter);
  form_ = new AccessDecisionForm{splitter};
  form_->on_record = [this](CampaignDecision decision) { return record(std::move(decision)); };
  form_->on_recorded = [this] { go_on(); };
  form_->on_leave = [this] { list_->focus(); };
  splitter->SplitVertically(left, form_, -FromDIP(form_width));
  rows->Add(splitter, wxSizerFlags{1}.Expand());
  fill_pane(*this, rows);
  Bind(wxEVT_CHAR_HOOK, &AccessReviewPane::key, this);
}

wxSizer* AccessReviewPane::new_buttons() {
  auto* line = new wxWrapSizer{wxHORIZONTAL};
  const auto button = [&](const std::string& label, auto run) { return add_button(this, *line, desk_, label, run); };
  button(tr("&Open a campaign…"), [this] {
    if (map_ && settle()) open_a_campaign(desk_, this, map_);
  });
  sign_ = button(tr("&Sign…"), [this] {
    if (work_ && settle()) sign_the_campaign(desk_, this, *work_);
  });
  export_ = button(tr("E&xport…"), [this] {
    if (work_ && settle()) export_campaign(desk_, this, work_->campaign);
  });
  compare_ = button(tr("Compare with &last year…"), [this] {
    if (work_) show_comparison(this, *work_);
  });
  return line;
}

wxSizer* AccessReviewPane::new_heading() {
  auto* rows = new wxBoxSizer{wxVERTICAL};
  sentence_ = new WrappedSentence{this};
  comparison_ = new wxStaticText{this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END};
  progress_ = new ProgressLine{this};
  for (wxWindow* one : {static_cast<wxWindow*>(sentence_), static_cast<wxWindow*>(comparison_), static_cast<wxWindow*>(progress_)})
    rows->Add(one, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(gap)));
  return rows;
}

wxWindow* AccessReviewPane::new_left(wxWindow* parent) {
  auto* panel = new wxPanel{parent};
  auto* line = new wxBoxSizer{wxHORIZONTAL};
  line->Add(new wxStaticText{panel, wxID_ANY, text(tr("Show:"))}, wxSizerFlags{}.CenterVertical().Border(wxRIGHT, FromDIP(gap)));
  filter_ = new wxChoice{panel, wxID_ANY};
  name_for_readers(*filter_, tr("Show"));
  for (const auto* label : work_filters()) filter_->Append(text(tr(label)));
  filter_->SetSelection(0);
  filter_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { attempt(desk_, [&] { show_list(); }); });
  line->Add(filter_, wxSizerFlags{}.CenterVertical());
  list_ = new ListView{
      panel, {.name = tr("Accounts to decide upon"), .search = true, .caution = tr("This list names persons: keep it only as long as it is needed.")}};
  list_->on_select = [this](const std::string& key) { attempt(desk_, [&] { choose(line_of(key)); }); };
  list_->on_open = [this](const std::string&) { form_->focus_reason(); };
  list_->on_search = [this](const std::string& words) {
    words_ = words;
    attempt(desk_, [&] { show_list(); });
  };
  list_->on_told = desk_.tell;
  list_->on_failed = desk_.tell_problem;
  auto* rows = new wxBoxSizer{wxVERTICAL};
  rows->Add(line, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(gap)));
  rows->Add(list_, wxSizerFlags{1}.Expand());
  panel->SetSizer(rows);
  return panel;
}

void AccessReviewPane::show(std::shared_ptr<const AccessMap> map) {
  map_ = std::move(map);
  const auto before = work_;
  work_ = map_->work ? std::make_shared<CampaignWork>(*map_->work) : nullptr;
  if (!work_ || !before || before->campaign.reference != work_->campaign.reference) line_ = 0;
  show_heading();
  show_list();
  if (work_ && (line_ == 0 || !work_->line(line_)) && rows_.count > 0) {
    const auto first = next_undecided(*work_, rows_, 0);
    line_ = line_of(first.empty() ? rows_.key(0) : first);
    list_->select(std::to_string(line_));
  }
  form_->set_open(is_open());
  form_->show(work_.get(), line_);
}

void AccessReviewPane::show_heading() {
  sentence_->say(campaign_sentence(*map_));
  const auto comparison = work_ ? comparison_sentence(*work_) : Cell{};
  comparison_->SetForegroundColour(colour(comparison.tone));
  comparison_->SetLabelText(text(comparison.text));
  const auto progress = work_ ? work_progress(*work_) : WorkProgress{};
  progress_->show(progress.words, progress.decided, progress.all);
  progress_->Show(work_ != nullptr);
  sign_->Enable(is_open());
  export_->Enable(work_ != nullptr);
  compare_->Enable(work_ && !work_->campaign.previous.empty());
  Layout();
}

void AccessReviewPane::show_list() {
  if (!map_) return;
  const auto filter = static_cast<WorkFilter>(std::max(0, filter_->GetSelection()));
  rows_ = work_ ? work_rows(*work_, filter, words_) : ListRows{};
  list_->show(rows_);
  if (work_) give_the_rest(list_->control(), 1, 6, narrowest_name);
  if (line_ != 0) list_->select(std::to_string(line_));
}

void AccessReviewPane::choose(std::int64_t line) {
  if (line == line_ || !work_) return;
  if (!form_->settle()) {
    list_->select(std::to_string(line_)); // back to the one that is being decided
    return;
  }
  line_ = line;
  form_->show(work_.get(), line_);
}

std::string AccessReviewPane::record(CampaignDecision decision) {
  const auto& session = desk_.session;
  decision.reviewer = decision.decision == LineDecision::undecided ? "" : session.person();
  decision.reviewer_id = decision.decision != LineDecision::undecided && session.card() ? session.card()->national_id : "";
  decision.day = session.today();
  if (decision.decision != LineDecision::undecided)
    if (auto fault = decision_fault(*work_, decision); !fault.empty()) return fault;
  const bool kept = attempt(desk_, [&] { // the journal knows decisions by their digest alone: “Take the decision back” undoes them
    desk_.session.change_for_good([&](Change& change) { work_->campaign = decide_campaign(change, work_->campaign, {decision}); });
  });
  if (!kept) return tr("It was not recorded.");
  work_->decisions[decision.line] = decision;
  next_ = next_undecided(*work_, rows_, decision.line); // before the list leaves out what is decided
  show_heading();
  show_list();
  form_->show(work_.get(), decision.line);
  desk_.changed();
  return "";
}

void AccessReviewPane::go_on() {
  if (!next_.empty()) {
    line_ = line_of(next_);
    list_->select(next_);
    form_->show(work_.get(), line_);
  }
  list_->focus();
}

void AccessReviewPane::key(wxKeyEvent& event) {
  const bool in_list = list_->control().HasFocus() || list_->control().IsDescendant(wxWindow::FindFocus());
  if (in_list && event.GetKeyCode() == WXK_ESCAPE) form_->let_go();
  const auto decision = in_list && !event.HasAnyModifiers() && !event.ShiftDown() ? decision_by_key(event.GetKeyCode()) : std::nullopt;
  if (!decision || !is_open()) return event.Skip();
  attempt(desk_, [&] { form_->propose(*decision); });
}

bool AccessReviewPane::settle() {
  bool settled = false;
  return attempt(desk_, [&] { settled = form_->settle(); }) && settled;
}

void AccessReviewPane::focus() { list_->focus(); }
void AccessReviewPane::search() { list_->focus_search(); }

} // namespace hdskit::gui::pages
