#include "gui/pages/risks_versions_pane.hpp"

#include "gui/pages/deadlines_form_dialog.hpp"
#include "gui/pages/pane_parts.hpp"
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

constexpr int lowest = 140, versions_height = 200, narrowest_name = 200, history_height = 130; ///< device-independent pixels

} // namespace

RisksVersionsPane::RisksVersionsPane(wxWindow* parent, const Desk& desk) : RisksPane{parent}, desk_{desk} {
  auto* splitter = new_splitter(this, lowest);
  auto* versions = new_versions(splitter);
  splitter->SplitHorizontally(versions, new_comparison(splitter), FromDIP(versions_height));
  auto* around = new wxBoxSizer{wxVERTICAL};
  around->Add(splitter, wxSizerFlags{1}.Expand().Border(wxALL, FromDIP(gap)));
  SetSizer(around);
}

wxWindow* RisksVersionsPane::new_versions(wxWindow* parent) {
  auto* panel = new wxPanel{parent};
  freeze_ = new wxButton{panel, wxID_ANY, text(tr("&Freeze a version…"))};
  freeze_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { attempt(desk_, [&] { freeze(); }); });
  sentence_ = new wxStaticText{panel, wxID_ANY, ""};
  auto* line = new wxBoxSizer{wxHORIZONTAL};
  line->Add(freeze_, wxSizerFlags{}.CenterVertical().Border(wxRIGHT, FromDIP(2 * gap)));
  line->Add(sentence_, wxSizerFlags{1}.CenterVertical());
  versions_ = new ListView{panel, {.name = tr("Frozen versions"), .count = false}};
  versions_->on_select = [this](const std::string& number) {
    const auto found = std::ranges::find(choices_, number, &FormChoice::value);
    if (found == choices_.end()) return;
    before_->SetSelection(static_cast<int>(found - choices_.begin()));
    attempt(desk_, [&] { compare(); });
  };
  auto* rows = new wxBoxSizer{wxVERTICAL};
  rows->Add(line, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(gap)));
  rows->Add(versions_, wxSizerFlags{1}.Expand());
  panel->SetSizer(rows);
  return panel;
}

wxSizer* RisksVersionsPane::new_choices(wxWindow* parent) {
  auto* line = new wxWrapSizer{wxHORIZONTAL};
  const auto flags = wxSizerFlags{}.CenterVertical().Border(wxRIGHT | wxBOTTOM, FromDIP(gap));
  const auto new_choice = [&](const std::string& label) {
    line->Add(new wxStaticText{parent, wxID_ANY, text(label)}, flags);
    auto* choice = new wxChoice{parent, wxID_ANY};
    name_for_readers(*choice, label);
    choice->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { attempt(desk_, [&] { compare(); }); });
    line->Add(choice, flags);
    return choice;
  };
  before_ = new_choice(tr("Compare"));
  after_ = new_choice(tr("with"));
  result_ = new wxStaticText{parent, wxID_ANY, ""};
  line->Add(result_, flags);
  return line;
}

wxWindow* RisksVersionsPane::new_comparison(wxWindow* parent) {
  auto* panel = new wxPanel{parent};
  auto* rows = new wxBoxSizer{wxVERTICAL};
  rows->Add(new_choices(panel), wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(gap)));
  changes_ = new ListView{panel, {.name = tr("What changed")}};
  changes_->on_select = [this](const std::string& key) { attempt(desk_, [&] { show_history(compared_risk(key)); }); };
  changes_->on_open = [this](const std::string& key) { desk_.go_to("risks", "risk:" + compared_risk(key)); };
  changes_->on_told = desk_.tell;
  changes_->on_failed = desk_.tell_problem;
  rows->Add(changes_, wxSizerFlags{1}.Expand());
  history_title_ = new wxStaticText{panel, wxID_ANY, ""};
  history_title_->SetFont(history_title_->GetFont().Bold());
  rows->Add(history_title_, wxSizerFlags{}.Expand().Border(wxTOP | wxBOTTOM, FromDIP(gap)));
  history_ = new ListView{panel, {.name = tr("History of the risk"), .count = false}};
  history_->SetMinSize(FromDIP(wxSize{-1, history_height}));
  rows->Add(history_, wxSizerFlags{}.Expand());
  history_->Hide();
  history_title_->Hide();
  panel->SetSizer(rows);
  return panel;
}

void RisksVersionsPane::offer(wxChoice& control, const std::string& chosen) {
  control.Clear();
  for (const auto& choice : choices_) control.Append(text(choice.label));
  const auto found = std::ranges::find(choices_, chosen, &FormChoice::value);
  control.SetSelection(found == choices_.end() ? 0 : static_cast<int>(found - choices_.begin()));
}

std::string RisksVersionsPane::chosen_in(const wxChoice& control) const {
  const auto place = control.GetSelection();
  return place < 0 || static_cast<std::size_t>(place) >= choices_.size() ? "" : choices_[static_cast<std::size_t>(place)].value;
}

void RisksVersionsPane::show(std::shared_ptr<const RiskMap> map) {
  const auto versions = map_ ? map_->versions.size() : 0;
  auto before = map_ ? chosen_in(*before_) : "";
  const auto after = map_ ? chosen_in(*after_) : "";
  map_ = std::move(map);
  choices_ = comparable(*map_);
  if (map_->versions.size() != versions && !map_->versions.empty()) before = map_->versions.back().number; // the latest one with now
  offer(*before_, before);
  offer(*after_, after);
  versions_->show(version_rows(*map_));
  constexpr unsigned summary = 3, last = 5;
  give_the_rest(versions_->control(), summary, last, narrowest_name);
  sentence_->SetLabelText(text(versions_sentence(*map_)));
  sentence_->Wrap(std::max(FromDIP(lowest), GetClientSize().GetWidth() - freeze_->GetSize().GetWidth() - FromDIP(6 * gap)));
  sentence_->GetParent()->Layout();
  freeze_->Enable(!map_->study.risks.empty());
  for (auto* choice : {before_, after_}) choice->Enable(!map_->versions.empty());
  compare();
}

void RisksVersionsPane::compare() {
  if (!map_) return;
  const int asked = ++compared_;
  show_history("");
  if (map_->versions.empty()) return show_comparison({{tr("There is nothing to compare yet.")}, {}});
  desk_.background.run(
      this, "",
      [location = desk_.session.location(), map = map_, before = chosen_in(*before_), after = chosen_in(*after_)](const Progress&) {
        return compare_versions(Workspace::open(location), *map, before, after);
      },
      [this, asked](VersionComparison comparison) {
        if (asked == compared_) show_comparison(std::move(comparison));
      },
      desk_.tell_problem);
}

void RisksVersionsPane::show_comparison(VersionComparison comparison) {
  result_->SetLabelText(text(comparison.sentence.text));
  result_->SetForegroundColour(colour(comparison.sentence.tone));
  changes_->Show(comparison.rows.columns.size() > 0);
  if (!comparison.rows.columns.empty()) {
    changes_->show(comparison.rows);
    constexpr unsigned name = 2, last = 4;
    give_the_rest(changes_->control(), name, last, narrowest_name);
  }
  changes_->GetParent()->Layout();
}

void RisksVersionsPane::show_history(const std::string& reference) {
  for (wxWindow* part : std::initializer_list<wxWindow*>{history_title_, history_}) part->Show(!reference.empty());
  history_title_->SetLabelText(text(reference.empty() ? "" : tr("History of {1}", {reference})));
  changes_->GetParent()->Layout();
  if (reference.empty() || !map_) return;
  desk_.background.run(
      this, "",
      [location = desk_.session.location(), scale = map_->study.scale, reference](const Progress&) {
        return history_rows(Workspace::open(location), scale, reference);
      },
      [this](const ListRows& rows) {
        history_->show(rows);
        fit_columns(history_->control(), rows);
      },
      desk_.tell_problem);
}

void RisksVersionsPane::freeze() {
  if (!map_) return;
  Form form{freezing_fields()};
  form.start(proposed_freezing());
  std::string sentence;
  const FormQuestion question{
      .title = tr("Freeze a version of the study"),
      .sentence = tr("The study is kept as it is today. Say in your words what changed since the last version; the number follows from the cycle."),
      .button = tr("Freeze"),
      .save = [&](const std::vector<std::string>& values) { sentence = freeze_from(desk_.session, values); }};
  if (!ask_form(this, form, question)) return;
  desk_.changed();
  desk_.tell(sentence);
}

void RisksVersionsPane::focus() { versions_->focus(); }

} // namespace hdskit::gui::pages
