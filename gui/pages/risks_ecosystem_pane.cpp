#include "gui/pages/risks_ecosystem_pane.hpp"

#include "gui/pages/pane_parts.hpp"
#include "gui/pages/risks_record.hpp"
#include "gui/presenter/risks_ecosystem.hpp"
#include "gui/window/list_view.hpp"
#include "gui/window/picture_canvas.hpp"
#include "gui/window/text.hpp"
#include "gui/window/theme.hpp"
#include "gui/window/view_parts.hpp"

#include <wx/button.h>
#include <wx/dataview.h>
#include <wx/radiobut.h>
#include <wx/sizer.h>
#include <wx/splitter.h>
#include <wx/stattext.h>
#include <wx/wrapsizer.h>

namespace hdskit::gui::pages {
namespace {

constexpr int narrowest = 150, form_width = 360, list_height = 190, narrowest_name = 150; ///< device-independent pixels

} // namespace

RisksEcosystemPane::RisksEcosystemPane(wxWindow* parent, const Desk& desk) : RisksPane{parent}, desk_{desk} {
  auto* rows = new wxBoxSizer{wxVERTICAL};
  rows->Add(new_top(), wxSizerFlags{}.Expand());
  auto* splitter = new_splitter(this, narrowest, 1);
  auto* left = new_left(splitter);
  record_ = new RisksRecord{splitter, desk_};
  record_->on_changed = [this] {
    const auto reference = record_->reference();
    remove_->Enable(!reference.empty());
    radar_->choose(reference);
    if (!reference.empty()) list_->select(reference);
  };
  splitter->SplitVertically(left, record_, -FromDIP(form_width));
  rows->Add(splitter, wxSizerFlags{1}.Expand());
  fill_pane(*this, rows);
}

wxSizer* RisksEcosystemPane::new_top() {
  auto* line = new wxWrapSizer{wxHORIZONTAL};
  const auto flags = wxSizerFlags{}.CenterVertical().Border(wxRIGHT | wxBOTTOM, FromDIP(gap));
  auto* add = new wxButton{this, wxID_ANY, text(tr("&New"))};
  add->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { attempt(desk_, [&] { record_->add("stakeholder"); }); });
  remove_ = new wxButton{this, wxID_ANY, text(tr("&Remove…"))};
  remove_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { attempt(desk_, [&] { record_->remove(); }); });
  now_ = new wxRadioButton{this, wxID_ANY, text(tr("Threat now")), wxDefaultPosition, wxDefaultSize, wxRB_GROUP};
  after_ = new wxRadioButton{this, wxID_ANY, text(tr("Once the measures are there"))};
  for (auto* choice : {now_, after_}) choice->Bind(wxEVT_RADIOBUTTON, [this](wxCommandEvent&) { attempt(desk_, [&] { show_radar(); }); });
  sentence_ = new wxStaticText{this, wxID_ANY, ""};
  for (wxWindow* part : std::initializer_list<wxWindow*>{add, remove_, now_, after_, sentence_}) line->Add(part, flags);
  return line;
}

wxWindow* RisksEcosystemPane::new_left(wxWindow* parent) {
  auto* splitter = new_splitter(parent, narrowest, 1);
  radar_ = new PictureCanvas{splitter, {.name = tr("Radar of the ecosystem")}};
  radar_->set_zoom({.fit = PictureFit::whole});
  radar_->on_choose = [this](const std::string& key) {
    attempt(desk_, [&] {
      if (!key.empty()) choose(key);
    });
  };
  radar_->on_open = [this](const std::string&) { record_->focus(); };
  radar_->on_told = desk_.tell;
  radar_->on_failed = desk_.tell_problem;
  list_ = new ListView{splitter, {.name = tr("Stakeholders"), .search = true, .count = false}};
  list_->on_select = [this](const std::string& reference) { attempt(desk_, [&] { choose(reference); }); };
  list_->on_open = [this](const std::string&) { record_->focus(); };
  list_->on_search = [this](const std::string& words) {
    words_ = words;
    attempt(desk_, [&] { show_rows(); });
  };
  splitter->SplitHorizontally(radar_, list_, -FromDIP(list_height));
  return splitter;
}

void RisksEcosystemPane::show(std::shared_ptr<const RiskMap> map) {
  map_ = std::move(map);
  record_->follow_study(map_);
  show_rows();
  if (!record_->edited() && !map_->study.stakeholders.empty()) record_->open("stakeholder", stakeholder_rows(*map_).key(0));
  show_radar();
}

void RisksEcosystemPane::show_rows() {
  if (!map_) return;
  list_->show(stakeholder_rows(*map_, words_));
  constexpr unsigned last_in_sight = 3;
  give_the_rest(list_->control(), 1, last_in_sight, narrowest_name);
  if (const auto reference = record_->reference(); !reference.empty()) list_->select(reference);
}

void RisksEcosystemPane::show_radar() {
  if (!map_) return;
  const bool residual = after_->GetValue();
  const auto sentence = ecosystem_sentence(*map_, residual);
  sentence_->SetLabelText(text(sentence.text));
  sentence_->SetForegroundColour(colour(sentence.tone));
  sentence_->Wrap(std::max(FromDIP(narrowest), GetClientSize().GetWidth() - FromDIP(4 * gap)));
  auto figure = ecosystem_figure(*map_, residual);
  auto* splitter = dynamic_cast<wxSplitterWindow*>(radar_->GetParent());
  if (!figure.regions.empty() && !splitter->IsSplit()) splitter->SplitHorizontally(radar_, list_, -FromDIP(list_height));
  else if (figure.regions.empty() && splitter->IsSplit()) splitter->Unsplit(radar_);
  radar_->show(std::move(figure));
  radar_->choose(record_->reference());
  Layout();
}

void RisksEcosystemPane::choose(const std::string& reference) {
  if (record_->is("stakeholder", reference)) return;
  if (settle()) record_->open("stakeholder", reference);
  else show_rows(); // back to the one that is being typed
}

void RisksEcosystemPane::reveal(const std::string&, const std::string& reference) {
  if (reference.empty() || !settle()) return;
  words_.clear();
  show_rows();
  record_->open("stakeholder", reference);
}

bool RisksEcosystemPane::settle() { return record_->settle(); }
void RisksEcosystemPane::focus() { list_->focus(); }
void RisksEcosystemPane::search() { list_->focus_search(); }

} // namespace hdskit::gui::pages
