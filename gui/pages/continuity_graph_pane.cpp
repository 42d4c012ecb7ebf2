#include "gui/pages/continuity_graph_pane.hpp"

#include "gui/pages/pane_parts.hpp"
#include "gui/presenter/continuity_checks.hpp"
#include "gui/presenter/continuity_promises.hpp"
#include "gui/window/list_view.hpp"
#include "gui/window/picture_canvas.hpp"
#include "gui/window/reading_text.hpp"
#include "gui/window/text.hpp"
#include "gui/window/theme.hpp"
#include "gui/window/view_parts.hpp"

#include <wx/button.h>
#include <wx/dataview.h>
#include <wx/sizer.h>
#include <wx/splitter.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

namespace hdskit::gui::pages {
namespace {

constexpr int narrowest = 150, lists_width = 370, findings_height = 300, reason_height = 150, narrowest_name = 120; ///< device-independent pixels

} // namespace

ContinuityGraphPane::ContinuityGraphPane(wxWindow* parent, const Desk& desk) : ContinuityPane{parent}, desk_{desk} {
  auto* splitter = new_splitter(this, narrowest, 1);
  graph_ = new_graph(splitter);
  splitter->SplitVertically(graph_, new_lists(splitter), -FromDIP(lists_width));
  auto* around = new wxBoxSizer{wxVERTICAL};
  around->Add(splitter, wxSizerFlags{1}.Expand().Border(wxALL, FromDIP(gap)));
  SetSizer(around);
}

wxWindow* ContinuityGraphPane::new_graph(wxWindow* parent) {
  auto* panel = new wxPanel{parent};
  auto* line = new wxBoxSizer{wxHORIZONTAL};
  back_ = new wxButton{panel, wxID_ANY, text(tr("&Back"))};
  back_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
    attempt(desk_, [&] {
      trail_.back();
      show_figure();
    });
  });
  open_ = new wxButton{panel, wxID_ANY, text(tr("&Open the record"))};
  open_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
    if (const auto node = map_ ? map_->graph.find(figure_.reference) : DependencyGraph::none; node != DependencyGraph::none)
      desk_.go_to("continuity", std::string{kind_of(map_->graph.nodes()[node].kind)} + ":" + figure_.reference);
  });
  for (auto* button : {back_, open_}) line->Add(button, wxSizerFlags{}.Border(wxRIGHT, FromDIP(gap)));
  title_ = new wxStaticText{panel, wxID_ANY, ""};
  title_->SetFont(title_->GetFont().Bold().Scaled(1.2f));
  sentences_ = new wxStaticText{panel, wxID_ANY, ""};
  canvas_ = new PictureCanvas{panel, {.name = tr("Graph of dependencies")}};
  canvas_->set_zoom({.fit = PictureFit::whole});
  canvas_->on_choose = [this](const std::string& key) { attempt(desk_, [&] { follow(key); }); };
  canvas_->on_told = desk_.tell;
  canvas_->on_failed = desk_.tell_problem;
  auto* rows = new wxBoxSizer{wxVERTICAL};
  rows->Add(line, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(gap)));
  rows->Add(title_, wxSizerFlags{}.Expand());
  rows->Add(sentences_, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(gap)));
  rows->Add(canvas_, wxSizerFlags{1}.Expand());
  panel->SetSizer(rows);
  panel->Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    wrap();
    event.Skip();
  });
  return panel;
}

wxWindow* ContinuityGraphPane::new_lists(wxWindow* parent) {
  auto* splitter = new_splitter(parent, narrowest, 0.5);
  nodes_ = new ListView{splitter, {.name = tr("Activities, services, components and backups"), .search = true, .count = false}};
  nodes_->on_select = [this](const std::string& reference) { attempt(desk_, [&] { follow(reference); }); };
  nodes_->on_search = [this](const std::string& words) {
    words_ = words;
    attempt(desk_, [&] { show_nodes(); });
  };
  auto* panel = new wxPanel{splitter};
  findings_ = new ListView{panel, {.name = tr("Findings of what is shown"), .count = false}};
  findings_->on_select = [this](const std::string& key) { attempt(desk_, [&] { reason_->ChangeValue(text(check_reason(*map_, key))); }); };
  findings_->on_open = [this](const std::string& key) { attempt(desk_, [&] { follow(finding_node(*map_, key)); }); };
  reason_ = new_reading_text(panel, tr("The whole of what is chosen"), reason_height);
  auto* rows = new wxBoxSizer{wxVERTICAL};
  rows->Add(findings_, wxSizerFlags{1}.Expand());
  rows->Add(reason_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(gap)));
  panel->SetSizer(rows);
  splitter->SplitHorizontally(nodes_, panel, -FromDIP(findings_height));
  return splitter;
}

void ContinuityGraphPane::show(std::shared_ptr<const ContinuityMap> map) {
  map_ = std::move(map);
  trail_.settle(*map_);
  show_nodes();
  show_figure();
}

void ContinuityGraphPane::follow(const std::string& reference) {
  if (!map_ || reference.empty() || reference == trail_.here()) return;
  trail_.go(reference);
  show_figure();
}

void ContinuityGraphPane::show_nodes() {
  if (!map_) return;
  nodes_->show(node_rows(*map_, words_));
  give_the_rest(nodes_->control(), 1, 2, narrowest_name);
  nodes_->select(trail_.here());
}

void ContinuityGraphPane::show_figure() {
  if (!map_) return;
  figure_ = dependency_figure(*map_, trail_.here());
  canvas_->Show(!figure_.drawing.regions.empty());
  canvas_->show(figure_.drawing);
  canvas_->choose(figure_.reference);
  nodes_->select(figure_.reference);
  const auto findings = figure_finding_rows(*map_, figure_);
  findings_->show(findings);
  reason_->ChangeValue(text(findings.count > 0 ? check_reason(*map_, findings.key(0)) : tr("The check finds nothing about what is shown.")));
  back_->Enable(trail_.can_go_back());
  open_->Enable(!figure_.reference.empty());
  wrap();
}

void ContinuityGraphPane::wrap() {
  const int room = std::max(FromDIP(narrowest), graph_->GetClientSize().GetWidth());
  title_->SetLabelText(text(figure_.title));
  title_->Wrap(room);
  std::string words;
  for (const auto& sentence : figure_.sentences) words += (words.empty() ? "" : "\n") + sentence.text;
  sentences_->SetForegroundColour(colour(figure_.sentences.empty() ? Tone::neutral : figure_.sentences.front().tone));
  sentences_->SetLabelText(text(words));
  sentences_->Wrap(room);
  graph_->Layout();
}

void ContinuityGraphPane::reveal(const std::string&, const std::string& reference) { follow(reference); }
void ContinuityGraphPane::focus() { canvas_->focus(); }
void ContinuityGraphPane::search() { nodes_->focus_search(); }

} // namespace hdskit::gui::pages
