#include "gui/pages/continuity_checks_pane.hpp"

#include "gui/pages/pane_parts.hpp"
#include "gui/presenter/continuity_checks.hpp"
#include "gui/window/list_view.hpp"
#include "gui/window/reading_text.hpp"
#include "gui/window/text.hpp"
#include "gui/window/theme.hpp"
#include "gui/window/tree_view.hpp"
#include "gui/window/view_parts.hpp"

#include <wx/dataview.h>
#include <wx/sizer.h>
#include <wx/splitter.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

namespace hdskit::gui::pages {
namespace {

constexpr int narrowest = 100, programme_height = 220, words_height = 84, narrowest_name = 300; ///< device-independent pixels

} // namespace

ContinuityChecksPane::ContinuityChecksPane(wxWindow* parent, const Desk& desk) : ContinuityPane{parent}, desk_{desk} {
  auto* splitter = new_splitter(this, narrowest, 0.6);
  auto* findings = new_findings(splitter);
  splitter->SplitHorizontally(findings, new_programme(splitter), -FromDIP(programme_height));
  words_ = new_reading_text(this, tr("The whole of what is chosen"), words_height);
  auto* rows = new wxBoxSizer{wxVERTICAL};
  rows->Add(splitter, wxSizerFlags{1}.Expand());
  rows->Add(words_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(gap)));
  fill_pane(*this, rows);
}

wxWindow* ContinuityChecksPane::new_findings(wxWindow* parent) {
  auto* panel = new wxPanel{parent};
  sentence_ = new wxStaticText{panel, wxID_ANY, ""};
  sentence_->SetFont(sentence_->GetFont().Bold());
  findings_ = new TreeView{panel, {.name = tr("Findings of the check")}};
  findings_->on_select = [this](const std::string& key) { attempt(desk_, [&] { words_->ChangeValue(text(check_reason(*map_, key))); }); };
  findings_->on_open = [this](const std::string& key) {
    attempt(desk_, [&] {
      if (const auto destination = check_destination(*map_, key); !destination.empty()) desk_.go_to("continuity", destination);
    });
  };
  findings_->on_told = desk_.tell;
  findings_->on_failed = desk_.tell_problem;
  auto* rows = new wxBoxSizer{wxVERTICAL};
  rows->Add(sentence_, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(gap)));
  rows->Add(findings_, wxSizerFlags{1}.Expand());
  panel->SetSizer(rows);
  return panel;
}

wxWindow* ContinuityChecksPane::new_programme(wxWindow* parent) {
  auto* panel = new wxPanel{parent};
  auto* heading = new wxStaticText{panel, wxID_ANY, text(tr("CaRE programme, domain 2: continuity and recovery"))};
  heading->SetFont(heading->GetFont().Bold());
  programme_ = new ListView{panel, {.name = tr("CaRE programme, domain 2: continuity and recovery"), .count = false}};
  programme_->on_select = [this](const std::string& id) { attempt(desk_, [&] { words_->ChangeValue(text(care_words(*map_, id))); }); };
  auto* rows = new wxBoxSizer{wxVERTICAL};
  rows->Add(heading, wxSizerFlags{}.Expand().Border(wxTOP | wxBOTTOM, FromDIP(gap)));
  rows->Add(programme_, wxSizerFlags{1}.Expand());
  panel->SetSizer(rows);
  return panel;
}

void ContinuityChecksPane::show(std::shared_ptr<const ContinuityMap> map) {
  const bool first = !map_;
  map_ = std::move(map);
  const auto sentence = checks_sentence(*map_);
  sentence_->SetForegroundColour(colour(sentence.tone));
  sentence_->SetLabelText(text(sentence.text));
  findings_->show(check_tree(*map_));
  give_the_rest(findings_->control(), 0, 1, narrowest_name);
  programme_->show(care_rows(*map_));
  if (first) words_->ChangeValue(text(tr("Choose a finding or an objective: what it rests on stands here. Enter leads to the record.")));
}

void ContinuityChecksPane::focus() { findings_->focus(); }

} // namespace hdskit::gui::pages
