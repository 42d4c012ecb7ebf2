#include "gui/pages/risks_plan_pane.hpp"

#include "gui/pages/pane_parts.hpp"
#include "gui/pages/risks_record.hpp"
#include "gui/window/accessible.hpp"
#include "gui/window/list_view.hpp"
#include "gui/window/picture_canvas.hpp"
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

constexpr int narrowest = 150, form_width = 360, line_height = 250, narrowest_name = 150; ///< device-independent pixels
constexpr double figure_width = 480;                                                      ///< points

} // namespace

RisksPlanPane::RisksPlanPane(wxWindow* parent, const Desk& desk) : RisksPane{parent}, desk_{desk} {
  auto* rows = new wxBoxSizer{wxVERTICAL};
  rows->Add(new_top(), wxSizerFlags{}.Expand());
  auto* splitter = new_splitter(this, narrowest, 1);
  auto* left = new_left(splitter);
  record_ = new RisksRecord{splitter, desk_};
  record_->on_changed = [this] {
    const auto reference = record_->reference();
    remove_->Enable(!reference.empty());
    line_->choose(reference);
    if (!reference.empty()) list_->select(reference);
  };
  splitter->SplitVertically(left, record_, -FromDIP(form_width));
  rows->Add(splitter, wxSizerFlags{1}.Expand());
  fill_pane(*this, rows);
}

wxSizer* RisksPlanPane::new_top() {
  auto* line = new wxWrapSizer{wxHORIZONTAL};
  const auto flags = wxSizerFlags{}.CenterVertical().Border(wxRIGHT | wxBOTTOM, FromDIP(gap));
  auto* add = new wxButton{this, wxID_ANY, text(tr("&New"))};
  add->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { attempt(desk_, [&] { record_->add("measure"); }); });
  remove_ = new wxButton{this, wxID_ANY, text(tr("&Remove…"))};
  remove_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { attempt(desk_, [&] { record_->remove(); }); });
  const auto new_choice = [&](const std::string& name) {
    auto* choice = new wxChoice{this, wxID_ANY};
    name_for_readers(*choice, name);
    choice->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
      filter_.scope = static_cast<PlanScope>(std::max(0, scope_->GetSelection()));
      filter_.family = plan_family(families_.at(static_cast<std::size_t>(std::max(0, family_->GetSelection()))).value);
      attempt(desk_, [&] { show_rows(); });
    });
    return choice;
  };
  auto* label = new wxStaticText{this, wxID_ANY, text(tr("Show:"))};
  scope_ = new_choice(tr("Which measures"));
  for (const auto& scope : plan_scopes()) scope_->Append(text(scope));
  scope_->SetSelection(0);
  family_ = new_choice(tr("Family"));
  for (const auto& family : families_) family_->Append(text(family.label));
  family_->SetSelection(0);
  sentence_ = new wxStaticText{this, wxID_ANY, ""};
  for (wxWindow* part : std::initializer_list<wxWindow*>{add, remove_, label, scope_, family_, sentence_}) line->Add(part, flags);
  return line;
}

wxWindow* RisksPlanPane::new_left(wxWindow* parent) {
  auto* splitter = new_splitter(parent, narrowest, 1);
  list_ = new ListView{splitter, {.name = tr("Action plan"), .search = true}};
  list_->on_select = [this](const std::string& reference) { attempt(desk_, [&] { choose(reference); }); };
  list_->on_open = [this](const std::string&) { record_->focus(); };
  list_->on_search = [this](const std::string& words) {
    filter_.words = words;
    attempt(desk_, [&] { show_rows(); });
  };
  list_->on_told = desk_.tell;
  list_->on_failed = desk_.tell_problem;
  line_ = new PictureCanvas{splitter, {.name = tr("Time line of the action plan"), .bar = false}};
  line_->on_choose = [this](const std::string& key) {
    attempt(desk_, [&] {
      if (!key.empty()) choose(key);
    });
  };
  line_->on_open = [this](const std::string&) { record_->focus(); };
  line_->on_told = desk_.tell;
  line_->on_failed = desk_.tell_problem;
  splitter->SplitHorizontally(list_, line_, -FromDIP(line_height));
  return splitter;
}

void RisksPlanPane::show(std::shared_ptr<const RiskMap> map) {
  map_ = std::move(map);
  record_->follow_study(map_);
  filter_.person = desk_.session.acting().name;
  if (const auto measures = planned_measures(*map_, filter_); !record_->edited() && !measures.empty()) record_->open("measure", measures.front()->reference);
  show_rows();
}

void RisksPlanPane::show_rows() {
  if (!map_) return;
  const auto measures = planned_measures(*map_, filter_);
  list_->show(plan_rows(*map_, measures));
  constexpr unsigned last_in_sight = 4;
  give_the_rest(list_->control(), 1, last_in_sight, narrowest_name);
  const auto sentence = plan_sentence(*map_, measures);
  sentence_->SetLabelText(text(sentence.text));
  sentence_->SetForegroundColour(colour(sentence.tone));
  sentence_->Wrap(std::max(FromDIP(narrowest), GetClientSize().GetWidth() - FromDIP(4 * gap)));
  auto figure = plan_figure(*map_, measures, figure_width);
  auto* splitter = dynamic_cast<wxSplitterWindow*>(line_->GetParent());
  if (!figure.regions.empty() && !splitter->IsSplit()) splitter->SplitHorizontally(list_, line_, -FromDIP(line_height));
  else if (figure.regions.empty() && splitter->IsSplit()) splitter->Unsplit(line_);
  line_->show(std::move(figure));
  if (const auto reference = record_->reference(); !reference.empty()) {
    list_->select(reference);
    line_->choose(reference);
  }
  Layout();
}

void RisksPlanPane::choose(const std::string& reference) {
  if (record_->is("measure", reference)) return;
  if (settle()) record_->open("measure", reference);
  else show_rows(); // back to the one that is being typed
}

void RisksPlanPane::reveal(const std::string&, const std::string& reference) {
  if (reference.empty() || !settle()) return;
  filter_ = {.scope = PlanScope::all, .person = filter_.person};
  scope_->SetSelection(static_cast<int>(PlanScope::all));
  family_->SetSelection(0);
  show_rows();
  record_->open("measure", reference);
}

bool RisksPlanPane::settle() { return record_->settle(); }
void RisksPlanPane::focus() { list_->focus(); }
void RisksPlanPane::search() { list_->focus_search(); }

} // namespace hdskit::gui::pages
