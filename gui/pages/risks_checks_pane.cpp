#include "gui/pages/risks_checks_pane.hpp"

#include "gui/pages/pane_parts.hpp"
#include "gui/presenter/risks_checks.hpp"
#include "gui/window/list_view.hpp"
#include "gui/window/text.hpp"
#include "gui/window/theme.hpp"
#include "gui/window/tree_view.hpp"
#include "gui/window/view_parts.hpp"

#include <wx/dataview.h>
#include <wx/sizer.h>
#include <wx/splitter.h>
#include <wx/stattext.h>

namespace hdskit::gui::pages {
namespace {

constexpr int lowest = 150, coverage_height = 300, narrowest_name = 300; ///< device-independent pixels

void put(wxStaticText& label, const Cell& cell) {
  label.SetLabelText(text(cell.text));
  label.SetForegroundColour(colour(cell.tone));
}

} // namespace

RisksChecksPane::RisksChecksPane(wxWindow* parent, const Desk& desk) : RisksPane{parent}, desk_{desk} {
  auto* splitter = new_splitter(this, lowest, 0.5);
  auto* findings = new_findings(splitter);
  splitter->SplitHorizontally(findings, new_coverage(splitter), -FromDIP(coverage_height));
  auto* around = new wxBoxSizer{wxVERTICAL};
  around->Add(splitter, wxSizerFlags{1}.Expand().Border(wxALL, FromDIP(gap)));
  SetSizer(around);
}

wxWindow* RisksChecksPane::new_findings(wxWindow* parent) {
  auto* panel = new wxPanel{parent};
  sentence_ = new wxStaticText{panel, wxID_ANY, ""};
  sentence_->SetFont(sentence_->GetFont().Bold());
  reason_ = new wxStaticText{panel, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END};
  reason_->SetForegroundColour(colour(Tone::faint));
  findings_ = new TreeView{panel, {.name = tr("Findings of the checks")}};
  findings_->on_select = [this](const std::string& key) { show_reason(key); };
  findings_->on_open = [this](const std::string& key) {
    if (!map_) return;
    if (const auto record = found_record(*map_, key); !record.reference.empty()) desk_.go_to("risks", record.kind + ":" + record.reference);
  };
  findings_->on_told = desk_.tell;
  findings_->on_failed = desk_.tell_problem;
  auto* rows = new wxBoxSizer{wxVERTICAL};
  const auto flags = wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(gap));
  rows->Add(sentence_, flags);
  rows->Add(reason_, flags);
  rows->Add(findings_, wxSizerFlags{1}.Expand());
  panel->SetSizer(rows);
  return panel;
}

wxWindow* RisksChecksPane::new_coverage(wxWindow* parent) {
  auto* panel = new wxPanel{parent};
  covered_ = new wxStaticText{panel, wxID_ANY, ""};
  covered_->SetFont(covered_->GetFont().Bold());
  coverage_ = new ListView{panel, {.name = tr("Coverage")}};
  coverage_->on_open = [this](const std::string& key) {
    if (const auto record = covering_record(key); !record.kind.empty()) desk_.go_to("risks", record.kind + ":" + record.reference);
    else desk_.tell(tr("Nothing covers it yet: name it in the risks that speak of it, or add one."));
  };
  coverage_->on_told = desk_.tell;
  coverage_->on_failed = desk_.tell_problem;
  auto* rows = new wxBoxSizer{wxVERTICAL};
  rows->Add(covered_, wxSizerFlags{}.Expand().Border(wxTOP | wxBOTTOM, FromDIP(gap)));
  rows->Add(coverage_, wxSizerFlags{1}.Expand());
  panel->SetSizer(rows);
  return panel;
}

void RisksChecksPane::show(std::shared_ptr<const RiskMap> map) {
  map_ = std::move(map);
  constexpr std::size_t few = 60; // as many are opened at once
  findings_->show(finding_tree(*map_), map_->findings.size() <= few);
  give_the_rest(findings_->control(), 0, 1, narrowest_name);
  coverage_->show(coverage_rows(*map_));
  give_the_rest(coverage_->control(), 0, 3, narrowest_name);
  put(*sentence_, findings_sentence(*map_));
  put(*covered_, coverage_sentence(*map_));
  show_reason(findings_->selected().value_or(""));
}

void RisksChecksPane::show_reason(const std::string& key) {
  if (!map_) return;
  const auto reason = reason_of(*map_, key);
  reason_->SetLabelText(text(reason.empty() && !map_->findings.empty() ? tr("Choose a finding to read why it matters.") : reason));
}

void RisksChecksPane::focus() { findings_->focus(); }

} // namespace hdskit::gui::pages
