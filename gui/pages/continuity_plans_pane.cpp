#include "gui/pages/continuity_plans_pane.hpp"

#include "gui/pages/pane_parts.hpp"
#include "gui/presenter/continuity_plans.hpp"
#include "gui/presenter/continuity_records.hpp"
#include "gui/window/list_view.hpp"
#include "gui/window/picture_canvas.hpp"
#include "gui/window/text.hpp"
#include "gui/window/theme.hpp"
#include "gui/window/view_parts.hpp"

#include <wx/button.h>
#include <wx/dataview.h>
#include <wx/sizer.h>
#include <wx/splitter.h>
#include <wx/stattext.h>
#include <wx/wrapsizer.h>

namespace hdskit::gui::pages {
namespace {

constexpr int narrowest = 100, form_width = 360, plans_height = 130, line_height = 230, narrowest_name = 150; ///< device-independent pixels
constexpr double figure_width = 520;                                                                          ///< points

} // namespace

ContinuityPlansPane::ContinuityPlansPane(wxWindow* parent, const Desk& desk) : ContinuityPane{parent}, desk_{desk} {
  auto* rows = new wxBoxSizer{wxVERTICAL};
  rows->Add(new_buttons(), wxSizerFlags{}.Expand());
  auto* splitter = new_splitter(this, narrowest, 1);
  auto* left = new_left(splitter);
  record_ = new ContinuityRecord{splitter, desk_};
  record_->on_changed = [this] { follow_record(); };
  splitter->SplitVertically(left, record_, -FromDIP(form_width));
  rows->Add(splitter, wxSizerFlags{1}.Expand());
  fill_pane(*this, rows);
}

wxSizer* ContinuityPlansPane::new_buttons() {
  auto* line = new wxWrapSizer{wxHORIZONTAL};
  const auto button = [&](const std::string& label, auto run) { return add_button(this, *line, desk_, label, run); };
  button(tr("&New plan"), [this] { record_->add(ContinuityPlan::type().kind); });
  new_step_ = button(tr("New &step"), [this] {
    if (const auto* one = plan()) record_->add(PlanStep::type().kind, {{"plan", one->reference}});
  });
  remove_ = button(tr("&Remove…"), [this] { record_->remove(); });
  return line;
}

wxWindow* ContinuityPlansPane::new_left(wxWindow* parent) {
  auto* splitter = new_splitter(parent, narrowest, 0);
  plans_ = new ListView{splitter, {.name = tr("Plans"), .count = false}};
  plans_->on_select = [this](const std::string& key) { attempt(desk_, [&] { choose(key); }); };
  plans_->on_open = [this](const std::string&) { record_->focus(); };
  splitter->SplitHorizontally(plans_, new_steps(splitter), FromDIP(plans_height));
  return splitter;
}

wxWindow* ContinuityPlansPane::new_steps(wxWindow* parent) {
  middle_ = new wxPanel{parent};
  sentences_ = new wxStaticText{middle_, wxID_ANY, ""};
  below_ = new_splitter(middle_, narrowest, 1);
  steps_ = new ListView{below_, {.name = tr("Steps of the plan")}};
  steps_->on_select = [this](const std::string& key) { attempt(desk_, [&] { choose(key); }); };
  steps_->on_open = [this](const std::string&) { record_->focus(); };
  steps_->on_told = desk_.tell;
  steps_->on_failed = desk_.tell_problem;
  line_ = new PictureCanvas{below_, {.name = tr("Time line of the plan"), .bar = false}};
  line_->on_choose = [this](const std::string& key) {
    attempt(desk_, [&] {
      if (!key.empty()) choose(key);
    });
  };
  line_->on_open = [this](const std::string&) { record_->focus(); };
  line_->on_told = desk_.tell;
  line_->on_failed = desk_.tell_problem;
  below_->SplitHorizontally(steps_, line_, -FromDIP(line_height));
  auto* rows = new wxBoxSizer{wxVERTICAL};
  rows->Add(sentences_, wxSizerFlags{}.Expand().Border(wxTOP | wxBOTTOM, FromDIP(gap)));
  rows->Add(below_, wxSizerFlags{1}.Expand());
  middle_->SetSizer(rows);
  middle_->Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    wrap();
    event.Skip();
  });
  return middle_;
}

const ContinuityPlan* ContinuityPlansPane::plan() const { return map_ ? map_->plan(plan_) : nullptr; }

void ContinuityPlansPane::show(std::shared_ptr<const ContinuityMap> map) {
  map_ = std::move(map);
  record_->follow_continuity(map_);
  if (!plan() && !map_->continuity.plans.empty()) plan_ = map_->continuity.plans.front().reference;
  plans_->show(plan_rows(*map_));
  give_the_rest(plans_->control(), 1, 3, narrowest_name);
  if (!record_->edited() && plan()) record_->open(record_row_key(ContinuityPlan::type().kind, plan()->id.number()));
  follow_record();
  show_steps();
}

/// The plan that is shown is that of the record at the right.
void ContinuityPlansPane::follow_record() {
  const auto key = record_->row_key();
  remove_->Enable(!key.empty());
  if (!map_ || key.empty()) return;
  const auto before = plan_;
  if (record_->kind() == ContinuityPlan::type().kind) plan_ = record_->reference();
  else
    for (const auto& step : map_->continuity.steps)
      if (record_row_key(PlanStep::type().kind, step.id.number()) == key) plan_ = step.plan;
  if (before != plan_) show_steps();
  if (const auto* one = plan()) plans_->select(record_row_key(ContinuityPlan::type().kind, one->id.number()));
  if (record_->kind() == PlanStep::type().kind) {
    steps_->select(key);
    line_->choose(key);
  } else line_->choose("");
}

void ContinuityPlansPane::show_steps() {
  const auto* one = plan();
  new_step_->Enable(one);
  auto figure = one ? schedule_figure(*map_, *one, figure_width) : page::MappedDrawing{};
  steps_->show(one ? step_rows(*map_, *one) : ListRows{});
  if (one) give_the_rest(steps_->control(), 1, 4, narrowest_name);
  if (!figure.regions.empty() && !below_->IsSplit()) below_->SplitHorizontally(steps_, line_, -FromDIP(line_height));
  else if (figure.regions.empty() && below_->IsSplit()) below_->Unsplit(line_);
  line_->show(std::move(figure));
  wrap();
}

void ContinuityPlansPane::wrap() {
  if (!map_) return;
  const auto* one = plan();
  const auto lines =
      one ? plan_sentences(*map_, *one)
          : std::vector<Cell>{{tr("No plan is recorded yet: press “New plan”, say who decides to activate it, then add its steps."), Tone::faint}};
  std::string words;
  for (const auto& line : lines) words += (words.empty() ? "" : "\n") + line.text;
  sentences_->SetForegroundColour(colour(lines.front().tone));
  sentences_->SetLabelText(text(words));
  sentences_->Wrap(std::max(FromDIP(narrowest), middle_->GetClientSize().GetWidth()));
  middle_->Layout();
}

void ContinuityPlansPane::choose(const std::string& key) {
  if (record_->row_key() == key) return;
  if (settle()) record_->open(key);
  else follow_record(); // back to the one that is being typed
}

void ContinuityPlansPane::reveal(const std::string& kind, const std::string& reference) {
  if (!map_ || !settle()) return;
  if (const auto id = record_number(*map_, kind, reference); id != 0) record_->open(record_row_key(kind, id));
}

bool ContinuityPlansPane::settle() { return record_->settle(); }
void ContinuityPlansPane::focus() { plans_->focus(); }

} // namespace hdskit::gui::pages
