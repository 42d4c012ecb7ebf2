#include "gui/pages/risks_scenarios_pane.hpp"

#include "gui/pages/pane_parts.hpp"
#include "gui/pages/risks_record.hpp"
#include "gui/window/picture_canvas.hpp"
#include "gui/window/text.hpp"
#include "gui/window/theme.hpp"
#include "gui/window/tree_view.hpp"
#include "gui/window/view_parts.hpp"

#include <wx/button.h>
#include <wx/dataview.h>
#include <wx/sizer.h>
#include <wx/splitter.h>
#include <wx/stattext.h>
#include <wx/wrapsizer.h>

namespace hdskit::gui::pages {
namespace {

constexpr int narrowest = 150, left_width = 390, tree_height = 225, narrowest_name = 200; ///< device-independent pixels

std::string key_of(const RisksSubject& subject) { return subject.kind + ":" + subject.reference; }

} // namespace

RisksScenariosPane::RisksScenariosPane(wxWindow* parent, const Desk& desk) : RisksPane{parent}, desk_{desk} {
  auto* rows = new wxBoxSizer{wxVERTICAL};
  rows->Add(new_buttons(), wxSizerFlags{}.Expand());
  auto* splitter = new_splitter(this, narrowest, 0);
  auto* left = new_left(splitter);
  graph_ = new_graph(splitter);
  splitter->SplitVertically(left, graph_, FromDIP(left_width));
  rows->Add(splitter, wxSizerFlags{1}.Expand());
  fill_pane(*this, rows);
}

wxSizer* RisksScenariosPane::new_buttons() {
  auto* line = new wxWrapSizer{wxHORIZONTAL};
  const auto button = [&](const std::string& label, auto run) { return add_button(this, *line, desk_, label, run); };
  const auto adding = [this](std::string_view kind) {
    return [this, kind] {
      if (map_) record_->add(kind, proposed_for(*map_, kind, shown_record()));
    };
  };
  button(tr("New &scenario"), adding("strategic_scenario"));
  button(tr("New attack &path"), adding("attack_path"));
  button(tr("New &operational scenario"), adding("operational_scenario"));
  add_action_ = button(tr("New &action"), adding("elementary_action"));
  remove_ = button(tr("&Remove…"), [this] { record_->remove(); });
  return line;
}

wxWindow* RisksScenariosPane::new_graph(wxWindow* parent) {
  auto* panel = new wxPanel{parent};
  title_ = new wxStaticText{panel, wxID_ANY, ""};
  title_->SetFont(title_->GetFont().Bold());
  said_place_ = new wxBoxSizer{wxVERTICAL};
  canvas_ = new PictureCanvas{panel, {.name = tr("Graph of the scenario")}};
  canvas_->on_choose = [this](const std::string& key) {
    attempt(desk_, [&] {
      if (!key.empty() && pointed_record(figure_, key) != shown_record() && settle()) choose(pointed_record(figure_, key));
    });
  };
  canvas_->on_open = [this](const std::string&) { record_->focus(); };
  canvas_->on_told = desk_.tell;
  canvas_->on_failed = desk_.tell_problem;
  auto* rows = new wxBoxSizer{wxVERTICAL};
  const auto indent = wxSizerFlags{}.Expand().Border(wxLEFT, FromDIP(gap));
  rows->Add(title_, indent);
  rows->Add(said_place_, indent);
  rows->Add(canvas_, wxSizerFlags{1}.Expand().Border(wxTOP | wxLEFT, FromDIP(gap)));
  panel->SetSizer(rows);
  panel->Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    wrap();
    event.Skip();
  });
  return panel;
}

wxWindow* RisksScenariosPane::new_left(wxWindow* parent) {
  auto* splitter = new_splitter(parent, narrowest, 0);
  tree_ = new TreeView{splitter, {.name = tr("Scenarios"), .count = false}};
  tree_->on_select = [this](const std::string& key) {
    attempt(desk_, [&] {
      const auto subject = risks_subject(key);
      if (!subject || *subject == shown_record()) return;
      if (settle()) choose(*subject);
      else tree_->select(key_of(chosen_));
    });
  };
  tree_->on_open = [this](const std::string&) { record_->focus(); };
  record_ = new RisksRecord{splitter, desk_};
  record_->on_typed = {}; // what follows from the scenario stands above its graph
  record_->on_changed = [this] {
    const auto record = shown_record();
    remove_->Enable(!record.reference.empty());
    canvas_->choose(node_of(figure_, record));
  };
  splitter->SplitHorizontally(tree_, record_, FromDIP(tree_height));
  return splitter;
}

bool RisksScenariosPane::shows(std::string_view kind) const {
  return kind == "strategic_scenario" || kind == "attack_path" || kind == "operational_scenario" || kind == "elementary_action";
}

RisksSubject RisksScenariosPane::shown_record() const { return {std::string{record_->kind()}, record_->reference()}; }

void RisksScenariosPane::show(std::shared_ptr<const RiskMap> map) {
  map_ = std::move(map);
  record_->follow_study(map_);
  tree_->show(scenario_tree(*map_), true);
  give_the_rest(tree_->control(), 0, 2, narrowest_name);
  if (shows(record_->kind()) && !record_->reference().empty()) chosen_ = shown_record(); // a new one, perhaps under another name
  if (scenario_figure(*map_, chosen_).scenario.reference.empty()) chosen_ = first_scenario(*map_);
  if (!record_->edited() && !chosen_.reference.empty()) record_->open(chosen_.kind, chosen_.reference);
  show_figure();
}

void RisksScenariosPane::choose(const RisksSubject& subject) {
  if (subject.reference.empty()) return;
  record_->open(subject.kind, subject.reference);
  if (!shows(subject.kind)) return; // a stakeholder or a feared event of the same graph
  chosen_ = subject;
  show_figure();
}

void RisksScenariosPane::show_figure() {
  if (!map_) return;
  figure_ = scenario_figure(*map_, chosen_);
  tree_->select(key_of(figure_.scenario));
  if (chosen_.kind != "elementary_action") tree_->select(key_of(chosen_));
  while (said_.size() > figure_.sentences.size()) {
    said_.back()->Destroy();
    said_.pop_back();
  }
  while (said_.size() < figure_.sentences.size()) {
    said_.push_back(new wxStaticText{graph_, wxID_ANY, ""});
    said_place_->Add(said_.back(), wxSizerFlags{}.Expand());
  }
  canvas_->Show(!figure_.drawing.regions.empty());
  canvas_->show(figure_.drawing);
  canvas_->choose(node_of(figure_, shown_record()));
  add_action_->Enable(figure_.scenario.kind == "operational_scenario");
  wrap();
}

void RisksScenariosPane::wrap() {
  const int room = std::max(FromDIP(narrowest), graph_->GetClientSize().GetWidth() - FromDIP(2 * gap));
  const auto put = [&](wxStaticText& label, const std::string& words) {
    label.SetLabelText(text(words));
    label.Wrap(room);
  };
  put(*title_, figure_.title);
  for (std::size_t i = 0; i < std::min(said_.size(), figure_.sentences.size()); ++i) {
    said_[i]->SetForegroundColour(colour(figure_.sentences[i].tone));
    put(*said_[i], figure_.sentences[i].text);
  }
  graph_->Layout();
}

void RisksScenariosPane::reveal(const std::string& kind, const std::string& reference) {
  if (!reference.empty() && settle()) choose({kind, reference});
}

bool RisksScenariosPane::settle() { return record_->settle(); }
void RisksScenariosPane::focus() { tree_->focus(); }

} // namespace hdskit::gui::pages
